import { useQuery } from '@tanstack/react-query';
import { call } from '../api';
import { clock, number } from '../format';
import type { LiveState } from '../live';
import { Alerts, RejectedPacks } from '../parts/Alerts';
import { BrakePanel } from '../parts/BrakePanel';
import { DeviceGrid } from '../parts/DeviceGrid';
import { LoadChart } from '../parts/LoadChart';
import { Waiting } from '../parts/Waiting';
import { t } from '../text';
import type { Operations as Answer, User } from '../types';

const POLL = 5_000;

/** The whole utility at a glance. */
export function Operations({ user, live }: { user: User; live: LiveState }) {
  const query = useQuery({
    queryKey: ['operations'], queryFn: () => call<Answer>('/operations'), refetchInterval: POLL,
  });
  if (!query.data) return <Waiting query={query} />;
  const { now, load, counts, devices, alerts, rejectedPacks, brake } = query.data;
  const administrator = user.role === 'administrator';
  const stale = live === 'lost' && query.isError;
  return (
    <>
      <h1>{t.operations} <small className="quiet">{t.utilityTime} <time dateTime={now}>{clock(now)}</time></small></h1>
      {stale && <p role="alert" className="error">{t.stale}</p>}
      <RejectedPacks packs={rejectedPacks} />
      <dl className="figures-row">
        <Figure name={t.loadNow} value={<bdi>{number(load.kw, 2)} <small>kW</small></bdi>} />
        <Figure name={t.supplyOn} value={number(counts.on)} />
        <Figure name={t.supplyOff} value={number(counts.off)} />
        <Figure name={t.mismatch} value={number(counts.mismatch)} />
        <Figure name={t.unknown} value={number(counts.unknown)} />
        <Figure name={t.silent} value={number(counts.silent)} />
      </dl>
      <div className="columns">
        <LoadChart series={load.series} />
        <div className="stack">
          <BrakePanel brake={brake} disabled={!administrator ? t.noRight : stale ? t.stale : ''} />
          <Alerts alerts={alerts} mayAct={administrator && !stale} />
        </div>
      </div>
      <DeviceGrid devices={devices} />
    </>
  );
}

function Figure({ name, value }: { name: string; value: React.ReactNode }) {
  return <div className="card figure"><dt>{name}</dt><dd>{value}</dd></div>;
}
