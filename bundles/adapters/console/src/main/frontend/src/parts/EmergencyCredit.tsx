import { useRef } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { call, newKey } from '../api';
import { money } from '../format';
import { t } from '../text';
import type { Account } from '../types';

const STATES = { none: t.emergencyNone, offered: t.emergencyOffered, 'in-use': t.emergencyInUse };

/** Shows the state of emergency credit and lets a clerk accept it for the customer. */
export function EmergencyCredit({ account, blocked }: { account: Account; blocked: string }) {
  const queries = useQueryClient();
  const key = useRef(newKey());
  const accept = useMutation({
    mutationFn: () => call(`/accounts/${encodeURIComponent(account.id)}/emergency-credit`,
      { method: 'POST', key: key.current, body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['account', account.id] }),
  });
  return (
    <section className="card" aria-label={t.emergency}>
      <h2>{t.emergency}</h2>
      <p>{STATES[account.emergency]} {account.credits.emergency && <bdi>{money(account.credits.emergency)}</bdi>}</p>
      {account.emergency === 'offered' &&
        <Button isDisabled={accept.isPending || blocked !== ''} onPress={() => accept.mutate()}>{t.acceptEmergency}</Button>}
      {accept.error && <p role="alert" className="error">{accept.error.message}</p>}
    </section>
  );
}
