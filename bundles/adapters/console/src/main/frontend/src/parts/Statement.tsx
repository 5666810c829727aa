import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { call } from '../api';
import { moment, money, number } from '../format';
import { Waiting } from './Waiting';
import { t } from '../text';
import type { Entry, Page } from '../types';

/** Every entry, newest first; each charge explains itself. */
export function Statement({ account, zone }: { account: string; zone: string }) {
  const query = useInfiniteQuery({
    queryKey: ['account', account, 'statement'],
    queryFn: ({ pageParam }) =>
      call<Page<Entry>>(`/accounts/${encodeURIComponent(account)}/statement?limit=50${pageParam}`),
    initialPageParam: '',
    getNextPageParam: (last) => (last.next ? `&after=${encodeURIComponent(last.next)}` : undefined),
  });
  return (
    <section className="card scroll" aria-label={t.statement}>
      <h2>{t.statement}</h2>
      {!query.data ? <Waiting query={query} /> : (
        <table className="statement">
          <thead><tr><th scope="col">{t.when}</th><th scope="col">{t.what}</th>
            <th scope="col" className="right">{t.amount}</th><th scope="col" className="right">{t.balance}</th></tr></thead>
          <tbody>{query.data.pages.flatMap((page) => page.items)
            .map((entry) => <Row key={entry.id} entry={entry} zone={zone} />)}</tbody>
        </table>
      )}
      {query.hasNextPage && <Button onPress={() => void query.fetchNextPage()}>{t.more}</Button>}
    </section>
  );
}

function Row({ entry, zone }: { entry: Entry; zone: string }) {
  return (
    <tr>
      <td><time dateTime={entry.at}>{moment(entry.at, zone)}</time></td>
      <td>{entry.text}{explains(entry.proof) && <Proof proof={entry.proof} zone={zone} />}</td>
      <td className={`right ${entry.amount.amount.startsWith('-') ? 'debit' : 'credit'}`}><bdi>{money(entry.amount)}</bdi></td>
      <td className="right"><bdi>{money(entry.balance)}</bdi></td>
    </tr>
  );
}

/** Charges explain themselves by readings and lines; a payment is explained by its own amount. */
const explains = (proof: Entry['proof']): proof is Charge => Array.isArray(proof?.readings) && Array.isArray(proof.lines);

type Charge = NonNullable<Entry['proof']>;

function Proof({ proof, zone }: { proof: Charge; zone: string }) {
  return (
    <details>
      <summary>{t.proof}</summary>
      <ul>
        {proof.readings.map((it) => (
          <li key={it.start}><bdi>{moment(it.start, zone)} – {moment(it.end, zone)}</bdi>: <bdi>{number(it.amount)} kWh</bdi>
            {it.estimated && ` (${t.estimated})`}</li>
        ))}
      </ul>
      <table>
        <thead><tr><th scope="col">{t.line}</th><th scope="col" className="right">{t.before}</th>
          <th scope="col" className="right">{t.after}</th><th scope="col">{t.rule}</th></tr></thead>
        <tbody>{proof.lines.map((line) => (
          <tr key={line.key + line.rule}><td>{line.title}</td><td className="right"><bdi>{number(line.before, 6)}</bdi></td>
            <td className="right"><bdi>{number(line.after, 6)}</bdi></td><td>{line.rule}</td></tr>
        ))}</tbody>
      </table>
      <p className="quiet">{t.version} {proof.version} · <bdi>{proof.digest.slice(0, 12)}</bdi></p>
    </details>
  );
}
