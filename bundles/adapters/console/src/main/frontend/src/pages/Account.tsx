import { useQuery } from '@tanstack/react-query';
import { call } from '../api';
import { moment, money, number } from '../format';
import type { LiveState } from '../live';
import { AddCredit } from '../parts/AddCredit';
import { EmergencyCredit } from '../parts/EmergencyCredit';
import { Statement } from '../parts/Statement';
import { SupplyBadge } from '../parts/Supply';
import { Waiting } from '../parts/Waiting';
import { t } from '../text';
import type { Account as Answer, Notice, Page, User } from '../types';

/** One account: what is left, whether the light is on, and why. */
export function Account({ id, user, live }: { id: string; user: User; live: LiveState }) {
  const path = `/accounts/${encodeURIComponent(id)}`;
  const query = useQuery({ queryKey: ['account', id], queryFn: () => call<Answer>(path), refetchInterval: 5_000 });
  if (!query.data) return <Waiting query={query} />;
  const account = query.data;
  const stale = live === 'lost' && query.isError;
  const blocked = user.role === 'viewer' ? t.noRight : stale ? t.stale : '';
  return (
    <>
      <h1>{account.customerName} <small className="quiet"><bdi>{account.id}</bdi> · {account.servicePoint.address}</small></h1>
      {stale && <p role="alert" className="error">{t.stale}</p>}
      <dl className="figures-row">
        <div className="card figure"><dt>{t.balance}</dt><dd><bdi>{money(account.balance)}</bdi></dd></div>
        <div className="card figure"><dt>{t.daysLeft}</dt>
          <dd>{account.daysLeft ? number(account.daysLeft, 1) : '–'}</dd></div>
        <SupplyCard account={account} />
        <div className="card figure"><dt>{t.tariff}</dt>
          <dd>{account.tariff.name} <small>{t.version} {account.tariff.version}</small></dd></div>
      </dl>
      <div className="columns">
        <Statement account={id} zone={account.servicePoint.zone} />
        <div className="stack">
          <AddCredit account={account} blocked={blocked} />
          <EmergencyCredit account={account} blocked={blocked} />
          <Protections account={account} />
          <Notices path={path} id={id} zone={account.servicePoint.zone} />
        </div>
      </div>
    </>
  );
}

function SupplyCard({ account: { supply, servicePoint } }: { account: Answer }) {
  return (
    <div className="card figure">
      <dt>{t.supply}</dt>
      <dd className="supply">
        <span>{t.wanted} <SupplyBadge state={supply.wanted} /></span>
        <span>{t.found} <SupplyBadge state={supply.found} /></span>
        <small className="quiet">{supply.why} · {t.since} {moment(supply.since, servicePoint.zone)}</small>
      </dd>
    </div>
  );
}

function Protections({ account }: { account: Answer }) {
  if (account.protections.length === 0) return null;
  return (
    <section className="card" aria-label={t.protections}>
      <h2>{t.protections}</h2>
      <ul>{account.protections.map((it) => <li key={it.id}><strong>{it.kind}</strong> {it.reason}</li>)}</ul>
    </section>
  );
}

function Notices({ path, id, zone }: { path: string; id: string; zone: string }) {
  const query = useQuery({
    queryKey: ['account', id, 'notices'], queryFn: () => call<Page<Notice>>(`${path}/notices`),
  });
  const notices = query.data?.items ?? [];
  return (
    <section className="card" aria-label={t.notices}>
      <h2>{t.notices}</h2>
      {notices.length === 0 ? <p className="quiet">{t.none}</p> : (
        <ul className="notices">
          {notices.map((it) => (
            <li key={it.topic + it.at}>{it.text} <small className="quiet">{moment(it.at, zone)}</small></li>
          ))}
        </ul>
      )}
    </section>
  );
}
