import { afterEach, describe, expect, it, vi } from 'vitest';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { AddCredit } from '../src/parts/AddCredit';
import type { Account } from '../src/types';

const account = { id: 'A1', balance: { amount: '1', currency: 'GBP' } } as Account;
const receipt = { entry: 'e', receipt: 'R-1', amount: { amount: '10', currency: 'GBP' }, filled: {},
  balance: { amount: '11', currency: 'GBP' } };
const show = () => render(
  <QueryClientProvider client={new QueryClient()}><AddCredit account={account} blocked="" /></QueryClientProvider>);
const keys = (calls: unknown[][]) =>
  calls.map(([, init]) => ((init as RequestInit).headers as Record<string, string>)['Idempotency-Key']);

afterEach(cleanup);

describe('adding credit', () => {
  it('asks again under the same key when the answer is lost, so that nothing is credited twice', async () => {
    const fetch = vi.fn()
      .mockRejectedValueOnce(new TypeError('connection reset'))
      .mockResolvedValue(new Response(JSON.stringify(receipt), { status: 201 }));
    vi.stubGlobal('fetch', fetch);
    show();
    fireEvent.click(screen.getByRole('button'));
    expect((await screen.findByRole('status', undefined, { timeout: 4_000 })).textContent).toContain('R-1');
    expect(fetch.mock.calls).toHaveLength(2);
    expect(new Set(keys(fetch.mock.calls)).size).toBe(1);
  });

  it('sends one payment for a double click', async () => {
    const fetch = vi.fn().mockImplementation(async () => new Response(JSON.stringify(receipt), { status: 201 }));
    vi.stubGlobal('fetch', fetch);
    show();
    const button = screen.getByRole('button');
    fireEvent.click(button);
    fireEvent.click(button);
    await screen.findByRole('status');
    expect(new Set(keys(fetch.mock.calls)).size).toBe(1);
  });

  it('says what the server refused', async () => {
    vi.stubGlobal('fetch', vi.fn().mockResolvedValue(new Response(
      JSON.stringify({ code: 'AMOUNT', detail: 'the amount must be above zero' }), { status: 422 })));
    show();
    fireEvent.click(screen.getByRole('button'));
    expect((await screen.findByRole('alert')).textContent).toContain('above zero');
  });
});
