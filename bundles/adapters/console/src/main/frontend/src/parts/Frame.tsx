import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { chooseLanguage, language, LANGUAGES, t, type Language } from '../text';
import { go, link } from '../route';
import type { LiveState } from '../live';
import type { User } from '../types';

type Props = { user: User; path: string; live: LiveState; onSignOut: () => void; children: ReactNode };

/** The bar above, the rooms beside, and the screen. */
export function Frame({ user, path, live, onSignOut, children }: Props) {
  return (
    <div className="frame">
      <a className="skip" href="#content">{t.skip}</a>
      <header className="bar">
        <strong className="brand">OpenPrepay</strong>
        <Search />
        <span className={`badge live-${live}`} role="status">
          {live === 'live' ? '●' : '○'} {live === 'live' ? t.live : live === 'lost' ? t.lost : t.connecting}
        </span>
        <select aria-label={t.language} value={language()}
          onChange={(event) => chooseLanguage(event.target.value as Language)}>
          {Object.entries(LANGUAGES).map(([code, name]) => <option key={code} value={code}>{name}</option>)}
        </select>
        <span className="quiet">{user.name} · {user.role}</span>
        <Button className="plain" onPress={onSignOut}>{t.signOut}</Button>
      </header>
      <nav className="rooms" aria-label="OpenPrepay">
        <a {...link('/')} aria-current={path === '/' ? 'page' : undefined}>{t.operations}</a>
        <a {...link('/accounts')} aria-current={path.startsWith('/accounts') ? 'page' : undefined}>{t.accounts}</a>
      </nav>
      <main id="content" tabIndex={-1}>{children}</main>
    </div>
  );
}

function Search() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key === '/' && !(event.target instanceof HTMLInputElement)) {
        event.preventDefault();
        input.current?.focus();
      }
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  return (
    <form role="search" onSubmit={(event) => {
      event.preventDefault();
      go('/accounts');
      history.replaceState(null, '', `/console/accounts?q=${encodeURIComponent(input.current?.value ?? '')}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }}>
      <input ref={input} type="search" aria-label={t.search} placeholder={`${t.search} ( / )`} />
    </form>
  );
}
