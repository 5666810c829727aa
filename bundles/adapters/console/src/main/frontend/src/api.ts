const BASE = '/api/v1';
const TOKEN = 'openprepay.token';

/** What the server refused, in its own words. */
export class Problem extends Error {
  constructor(readonly status: number, readonly code: string, message: string, readonly reference: string) {
    super(message);
  }
}

let onSignedOut: () => void = () => undefined;

/** Called when the server no longer knows the token. */
export function whenSignedOut(then: () => void) {
  onSignedOut = then;
}

export const session = {
  token: () => sessionStorage.getItem(TOKEN),
  keep: (token: string) => sessionStorage.setItem(TOKEN, token),
  forget: () => sessionStorage.removeItem(TOKEN),
};

type Options = { method?: string; body?: unknown; key?: string; signal?: AbortSignal };

/** One call. `key` makes it safe to repeat: the same key has one effect for ever. */
export async function call<T>(path: string, options: Options = {}): Promise<T> {
  const response = await request(path, options);
  const text = await response.text();
  if (response.ok) return (text ? JSON.parse(text) : undefined) as T;
  throw problem(response.status, text);
}

/** The raw response, for streams. */
export function request(path: string, { method = 'GET', body, key, signal }: Options & { last?: string } = {},
  extra: Record<string, string> = {}): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', ...extra };
  const token = session.token();
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (key) headers['Idempotency-Key'] = key;
  return fetch(BASE + path, {
    method, headers, cache: 'no-store', signal: signal ?? null,
    body: body === undefined ? null : JSON.stringify(body),
  });
}

function problem(status: number, text: string): Problem {
  if (status === 401 && session.token()) {
    session.forget();
    onSignedOut();
  }
  try {
    const it = JSON.parse(text) as { code?: string; detail?: string; title?: string; reference?: string };
    return new Problem(status, it.code ?? 'ERROR', it.detail ?? it.title ?? text, it.reference ?? '');
  } catch {
    return new Problem(status, 'ERROR', `HTTP ${status}`, '');
  }
}

/** Makes the id that a call keeps while it is repeated. */
export const newKey = () => crypto.randomUUID();
