import { useEffect, useState } from 'react';
import { request } from './api';

export type LiveEvent = { id: string; event: string; data: Record<string, unknown> };
export type LiveState = 'connecting' | 'live' | 'lost';

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;

/** Splits a stream of server-sent events; keeps what is not yet whole. */
export function parseEvents(buffer: string): { events: LiveEvent[]; rest: string } {
  const blocks = buffer.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  const events = blocks.map(parseBlock).filter((it): it is LiveEvent => it !== undefined);
  return { events, rest };
}

function parseBlock(block: string): LiveEvent | undefined {
  const fields: Record<string, string> = {};
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) {
      const name = line.slice(0, colon);
      const value = line.slice(colon + 1).replace(/^ /, '');
      fields[name] = name === 'data' && fields.data ? `${fields.data}\n${value}` : value;
    }
  }
  if (!fields.data) return undefined;
  try {
    return { id: fields.id ?? '', event: fields.event ?? 'message', data: JSON.parse(fields.data) };
  } catch {
    return undefined;
  }
}

/** Follows the server's events; after a loss it goes on from the last one it saw. */
export function useLive(onEvent: (event: LiveEvent) => void): LiveState {
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    const stop = new AbortController();
    void follow(onEvent, setState, stop.signal);
    return () => stop.abort();
  }, [onEvent]);
  return state;
}

async function follow(onEvent: (event: LiveEvent) => void, tell: (state: LiveState) => void, signal: AbortSignal) {
  let last = '';
  let wait = FIRST_WAIT;
  while (!signal.aborted) {
    try {
      const extra: Record<string, string> = { Accept: 'text/event-stream' };
      if (last) extra['Last-Event-ID'] = last;
      const response = await request('/events', { signal }, extra);
      if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
      tell('live');
      wait = FIRST_WAIT;
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let buffer = '';
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        const { events, rest } = parseEvents(buffer + part.value);
        buffer = rest;
        for (const event of events) {
          last = event.id || last;
          onEvent(event);
        }
      }
    } catch {
      if (signal.aborted) return;
    }
    tell('lost');
    await pause(wait, signal);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
