import { useSyncExternalStore } from 'react';

const BASE = '/console';
const listeners = new Set<() => void>();

/** The path inside the console: `/`, `/accounts`, `/accounts/A1`; the state of a screen is its address. */
export function usePath(): string {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      addEventListener('popstate', changed);
      return () => {
        listeners.delete(changed);
        removeEventListener('popstate', changed);
      };
    },
    () => location.pathname.replace(BASE, '') || '/',
  );
}

export function go(path: string) {
  history.pushState(null, '', BASE + path);
  listeners.forEach((changed) => changed());
}

/** For links: goes without loading the page anew, unless a new tab is asked for. */
export const link = (path: string) => ({
  href: BASE + path,
  onClick: (event: React.MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(path);
  },
});
