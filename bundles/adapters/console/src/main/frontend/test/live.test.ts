import { describe, expect, it } from 'vitest';
import { parseEvents } from '../src/live';

describe('the event stream', () => {
  it('keeps what is not yet whole', () => {
    const first = parseEvents('id: 7\nevent: balance\ndata: {"account":"A1"}\n\nid: 8\nda');
    expect(first.events).toEqual([{ id: '7', event: 'balance', data: { account: 'A1' } }]);
    expect(parseEvents(`${first.rest}ta: {"account":"A2"}\n\n`).events[0]?.data).toEqual({ account: 'A2' });
  });

  it('passes over comments and damaged data', () => {
    expect(parseEvents(': still here\n\ndata: {oops\n\n').events).toEqual([]);
  });
});
