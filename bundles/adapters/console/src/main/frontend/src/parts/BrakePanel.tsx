import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { call, newKey } from '../api';
import { number } from '../format';
import { t } from '../text';
import type { Brake } from '../types';

/** Stops or releases all cuts; asks for the reason and shows what is held. */
export function BrakePanel({ brake, disabled }: { brake: Brake; disabled: string }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const change = useMutation({
    mutationFn: () => call('/supply/brake', { method: 'POST', key: newKey(), body: { stopped: !brake.stopped, reason } }),
    onSuccess: () => {
      setAsking(false);
      setReason('');
      return queries.invalidateQueries({ queryKey: ['operations'] });
    },
  });
  const title = brake.stopped ? t.releaseCuts : t.stopCuts;
  return (
    <section className="card" aria-label={t.brake}>
      <h2>{t.brake}</h2>
      <p><span className={`badge ${brake.stopped ? 'critical' : 'supply-on'}`}>
        {brake.stopped ? `■ ${t.brakeStopped}` : `▶ ${t.brakeFree}`}</span></p>
      {brake.stopped && <p>{brake.reason} <span className="quiet">{brake.by}</span></p>}
      <p className="quiet">{number(brake.cutsThisHour)} / {number(brake.limitPerHour)} {t.cutsThisHour}
        {brake.held > 0 && ` · ${number(brake.held)} ${t.held}`}</p>
      {asking ? (
        <form onSubmit={(event) => { event.preventDefault(); change.mutate(); }}>
          <label>{t.reason}<input required value={reason} onChange={(event) => setReason(event.target.value)} /></label>
          <div className="row">
            <Button type="submit" className="danger" isDisabled={change.isPending}>{title}</Button>
            <Button className="plain" onPress={() => setAsking(false)}>{t.cancel}</Button>
          </div>
          {change.error && <p role="alert" className="error">{change.error.message}</p>}
        </form>
      ) : <Button isDisabled={disabled !== ''} onPress={() => setAsking(true)}>{title}</Button>}
      {disabled && <p className="quiet">{disabled}</p>}
    </section>
  );
}
