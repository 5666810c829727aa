import { useCallback, useEffect, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call, session, whenSignedOut } from './api';
import { useLive, type LiveEvent } from './live';
import { Frame } from './parts/Frame';
import { NewPassword, SignIn } from './pages/SignIn';
import { Operations } from './pages/Operations';
import { Accounts } from './pages/Accounts';
import { Account } from './pages/Account';
import { Waiting } from './parts/Waiting';
import { usePath } from './route';
import type { User } from './types';

export function App() {
  const queries = useQueryClient();
  const [signedIn, setSignedIn] = useState(session.token() !== null);
  useEffect(() => whenSignedOut(() => setSignedIn(false)), []);
  const me = useQuery({ queryKey: ['me'], queryFn: () => call<User>('/me'), enabled: signedIn });

  const signOut = () => {
    void call('/sessions', { method: 'DELETE' }).catch(() => undefined);
    session.forget();
    queries.clear();
    setSignedIn(false);
  };
  if (!signedIn) return <SignIn onDone={() => { queries.clear(); setSignedIn(true); }} />;
  if (!me.data) return <Waiting query={me} />;
  if (me.data.mustChange) return <NewPassword onDone={() => void me.refetch()} />;
  return <SignedIn user={me.data} onSignOut={signOut} />;
}

function SignedIn({ user, onSignOut }: { user: User; onSignOut: () => void }) {
  const queries = useQueryClient();
  const path = usePath();
  const onEvent = useCallback((event: LiveEvent) => {
    void queries.invalidateQueries({ queryKey: ['operations'] }, { cancelRefetch: false });
    const account = event.data.account;
    if (typeof account === 'string') {
      void queries.invalidateQueries({ queryKey: ['account', account] }, { cancelRefetch: false });
    }
  }, [queries]);
  const live = useLive(onEvent);
  const account = /^\/accounts\/([^/]+)$/.exec(path)?.[1];
  return (
    <Frame user={user} path={path} live={live} onSignOut={onSignOut}>
      {account ? <Account id={decodeURIComponent(account)} user={user} live={live} key={account} />
        : path.startsWith('/accounts') ? <Accounts />
        : <Operations user={user} live={live} />}
    </Frame>
  );
}
