import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { call } from '../api';
import { clock } from '../format';
import { t } from '../text';
import type { Alert, Operations } from '../types';

const SHAPES = { critical: '▲', warning: '◆', info: 'i' };

export function Alerts({ alerts, mayAct }: { alerts: Alert[]; mayAct: boolean }) {
  const queries = useQueryClient();
  const acknowledge = useMutation({
    mutationFn: (id: number) => call(`/alerts/${id}/acknowledge`, { method: 'POST', body: {} }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['operations'] }),
  });
  return (
    <section className="card" aria-label={t.alerts}>
      <h2>{t.alerts}</h2>
      {alerts.length === 0 && <p className="quiet">{t.noAlerts}</p>}
      <ul className="alerts">
        {alerts.map((alert) => (
          <li key={alert.id}>
            <span className={`badge ${alert.severity}`}>{SHAPES[alert.severity]} {alert.severity}</span>
            <span>{alert.text} <bdi className="quiet">{alert.subject}{alert.count > 1 && ` ×${alert.count}`}</bdi></span>
            <time className="quiet" dateTime={alert.at}>{clock(alert.at)}</time>
            {mayAct && !alert.acknowledgedBy &&
              <Button className="plain" onPress={() => acknowledge.mutate(alert.id)}>{t.acknowledge}</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Refused rule files: file, line and message, while the old version goes on pricing. */
export function RejectedPacks({ packs }: { packs: Operations['rejectedPacks'] }) {
  if (packs.length === 0) return null;
  return (
    <section className="card failed" role="alert">
      <h2>{t.rulesRefused}</h2>
      <ul>
        {packs.flatMap((pack) => pack.problems.map((problem) => (
          <li key={`${pack.name}${problem.file}${problem.line}${problem.message}`}>
            <code><bdi>{pack.name}/{problem.file}:{problem.line}</bdi></code> {problem.rule} {problem.message}
          </li>
        )))}
      </ul>
    </section>
  );
}
