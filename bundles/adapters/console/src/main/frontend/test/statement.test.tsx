import { afterEach, expect, it, vi } from 'vitest';
import { cleanup, render, screen } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Statement } from '../src/parts/Statement';

afterEach(cleanup);

const money = (amount: string) => ({ amount, currency: 'GBP' });
const charge = {
  id: 'c', at: '2026-03-10T15:30:00Z', kind: 'charge', text: 'Usage', amount: money('-0.62'), balance: money('1'), by: 's',
  proof: { readings: [{ start: '2026-03-10T15:00:00Z', end: '2026-03-10T15:30:00Z', amount: '4.36', estimated: false }],
    lines: [{ key: 'energy', title: 'Energy', before: '1', after: '1.62', rule: 'prices.table.csv:2' }], version: 1, digest: 'ab' },
};
const payment = { ...charge, id: 'p', kind: 'credit', text: 'Paid by cash', proof: { filled: { wallet: '20' } } };

it('lets each charge explain itself and shows a payment plainly', async () => {
  vi.stubGlobal('fetch', vi.fn().mockImplementation(async () => new Response(JSON.stringify({ items: [payment, charge] }))));
  render(<QueryClientProvider client={new QueryClient()}><Statement account="A1" zone="Europe/London" /></QueryClientProvider>);
  expect(await screen.findByText('Paid by cash')).toBeTruthy();
  expect(screen.getAllByText('Proof of charge')).toHaveLength(1);
  expect(screen.getByText('prices.table.csv:2')).toBeTruthy();
});
