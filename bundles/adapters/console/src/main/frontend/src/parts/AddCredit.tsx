import { useRef, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { call, newKey, Problem } from '../api';
import { money } from '../format';
import { t } from '../text';
import type { Account, Receipt } from '../types';

/**
 * Takes a counter payment. One key belongs to one payment: a lost answer is asked for again under the
 * same key and never credits twice; a new key is made only after the answer.
 */
export function AddCredit({ account, blocked }: { account: Account; blocked: string }) {
  const queries = useQueryClient();
  const [amount, setAmount] = useState('10.00');
  const key = useRef(newKey());
  const pay = useMutation({
    mutationFn: () => call<Receipt>(`/accounts/${encodeURIComponent(account.id)}/credits`, {
      method: 'POST', key: key.current,
      body: { amount: { amount, currency: account.balance.currency }, tender: 'cash', reason: '' },
    }),
    retry: (count, error) => count < 3 && !(error instanceof Problem && error.status < 500),
    retryDelay: 1_000,
    onSuccess: () => {
      key.current = newKey();
      return queries.invalidateQueries({ queryKey: ['account', account.id] });
    },
  });
  const change = (value: string) => {
    setAmount(value);
    key.current = newKey();
    pay.reset();
  };
  return (
    <section className="card" aria-label={t.addCredit}>
      <h2>{t.addCredit}</h2>
      <form className="row" onSubmit={(event) => { event.preventDefault(); if (!pay.isPending) pay.mutate(); }}>
        <label>{t.amount} ({account.balance.currency})
          <input inputMode="decimal" required pattern="[0-9]+([.][0-9]{1,2})?" value={amount} readOnly={pay.isPending}
            onChange={(event) => change(event.target.value)} /></label>
        <Button type="submit" className="primary" isDisabled={pay.isPending || blocked !== ''}>
          {pay.isPending ? t.sending : t.addCredit}</Button>
      </form>
      {blocked && <p className="quiet">{blocked}</p>}
      {pay.data && <p role="status">✓ {t.credited} <bdi>{pay.data.receipt}</bdi>: <bdi>{money(pay.data.amount)}</bdi></p>}
      {pay.error && <p role="alert" className="error">{pay.error.message}</p>}
    </section>
  );
}
