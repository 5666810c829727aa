import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { Problem } from '../api';
import { t } from '../text';

type Query = { isPending: boolean; error: Error | null; refetch: () => unknown };

/** What a screen shows while it has nothing: a skeleton after a moment, or what failed and the way out. */
export function Waiting({ query }: { query: Query }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, []);
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return late ? <p className="skeleton" role="status">{t.loading}…</p> : null;
}

export function Failed({ error, retry }: { error: Error; retry: () => void }) {
  return (
    <div className="card failed" role="alert">
      <strong>{t.failed}</strong>
      <p>{error.message}</p>
      {error instanceof Problem && error.reference && <p className="quiet">{t.reference} {error.reference}</p>}
      <Button onPress={retry}>{t.retry}</Button>
    </div>
  );
}
