import { useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { call, session } from '../api';
import { t } from '../text';
import type { User } from '../types';

export function SignIn({ onDone }: { onDone: () => void }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => call<{ token: string; user: User }>('/sessions', { method: 'POST', body: { name, password } }),
    onSuccess: ({ token }) => {
      session.keep(token);
      onDone();
    },
  });
  return (
    <Door title={t.signIn} busy={signIn.isPending} error={signIn.error} onSubmit={() => signIn.mutate()}>
      <label>{t.name}<input required autoComplete="username" value={name}
        onChange={(event) => setName(event.target.value)} /></label>
      <label>{t.password}<input required type="password" autoComplete="current-password" value={password}
        onChange={(event) => setPassword(event.target.value)} /></label>
      <p className="quiet">{t.firstHint}</p>
    </Door>
  );
}

export function NewPassword({ onDone }: { onDone: () => void }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => call('/me/password', { method: 'PUT', body: { current, next } }),
    onSuccess: onDone,
  });
  return (
    <Door title={t.choosePassword} busy={change.isPending} error={change.error} onSubmit={() => change.mutate()}>
      <label>{t.currentPassword}<input required type="password" autoComplete="current-password" value={current}
        onChange={(event) => setCurrent(event.target.value)} /></label>
      <label>{t.newPassword}<input required minLength={12} type="password" autoComplete="new-password" value={next}
        onChange={(event) => setNext(event.target.value)} /></label>
    </Door>
  );
}

type DoorProps = {
  title: string; busy: boolean; error: Error | null; onSubmit: () => void; children: React.ReactNode;
};

function Door({ title, busy, error, onSubmit, children }: DoorProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <main className="door">
      <form className="card" onSubmit={submit}>
        <p className="brand">OpenPrepay</p>
        <h1>{title}</h1>
        {children}
        {error && <p role="alert" className="error">{error.message}</p>}
        <Button type="submit" className="primary" isDisabled={busy}>{title}</Button>
      </form>
    </main>
  );
}
