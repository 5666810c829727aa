import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { call } from '../api';
import { money } from '../format';
import { SupplyBadge } from '../parts/Supply';
import { Waiting } from '../parts/Waiting';
import { link } from '../route';
import { t } from '../text';
import type { Account, Page } from '../types';

/** All accounts, or those that fit the search in the address. */
export function Accounts() {
  const text = (new URLSearchParams(location.search).get('q') ?? '').toLowerCase();
  const query = useInfiniteQuery({
    queryKey: ['accounts'],
    queryFn: ({ pageParam }) => call<Page<Account>>(`/accounts?limit=200${pageParam}`),
    initialPageParam: '',
    getNextPageParam: (last) => (last.next ? `&after=${encodeURIComponent(last.next)}` : undefined),
  });
  if (!query.data) return <Waiting query={query} />;
  const shown = query.data.pages.flatMap((page) => page.items)
    .filter((it) => [it.id, it.customerName, it.meter].some((field) => field.toLowerCase().includes(text)));
  return (
    <>
      <h1>{t.accounts}</h1>
      <section className="card scroll">
        {shown.length === 0 ? <p>{t.emptyAccounts}</p> : <Rows accounts={shown} />}
        {query.hasNextPage && <Button onPress={() => void query.fetchNextPage()}>{t.more}</Button>}
      </section>
    </>
  );
}

function Rows({ accounts }: { accounts: Account[] }) {
  return (
    <table>
      <thead>
        <tr><th scope="col">{t.customer}</th><th scope="col">{t.meter}</th><th scope="col">{t.tariff}</th>
          <th scope="col">{t.supply}</th><th scope="col" className="right">{t.balance}</th></tr>
      </thead>
      <tbody>
        {accounts.map((it) => (
          <tr key={it.id}>
            <th scope="row"><a {...link(`/accounts/${encodeURIComponent(it.id)}`)}>{it.customerName}</a></th>
            <td><bdi>{it.meter}</bdi></td><td>{it.tariff.name}</td>
            <td><SupplyBadge state={it.supply.found} /></td>
            <td className="right"><bdi>{money(it.balance)}</bdi></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
