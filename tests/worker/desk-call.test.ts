/** What an answer teaches of the desk: only of the one, and of the key, that it answers. */
import { expect, test } from 'vitest';
import { ok } from '../../lib/protocol/result.ts';
import { callDesk } from '../../lib/worker/desk-call.ts';
import { deskTools } from '../../lib/worker/desk-tools.ts';

const ACME = { origin: 'https://acme.sympoq.com', key: 'key-one' };

/** What is noted when the desk says "too many requests" to `ACME`, while the key in force becomes `then`. */
async function noted(then: typeof ACME, status: number): Promise<string[]> {
  const notes: string[] = [];
  let key = ACME;
  const tools = {
    ...deskTools,
    fetch: async () => {
      key = then;
      return new Response('{}', { status, headers: { 'Retry-After': '30' } });
    },
    readKey: async () => ok(key),
    readRest: async () => 0,
    writeRest: async () => void notes.push('rests'),
    noteRefused: async (_origin: string, refused: boolean) => void notes.push(refused ? 'refused' : 'taken'),
  };
  const limits = { signal: new AbortController().signal, maxBytes: 1000 };
  await callDesk({ method: 'GET', path: '/ticket/09-13-O-TW4', headers: {} }, limits, tools);
  return notes;
}

test('an answer to the key or desk of now is heeded, one to those before is not', async () => {
  expect(await noted(ACME, 429)).toEqual(['rests', 'taken']);
  expect(await noted(ACME, 401)).toEqual(['refused']);
  expect(await noted({ ...ACME, key: 'key-two' }, 401)).toEqual([]);
  expect(await noted({ ...ACME, origin: 'https://other.sympoq.com' }, 429)).toEqual([]);
});

test('of two answers that ask for a rest the longer one is heeded, in whatever order they come', async () => {
  const now = 1_000_000;
  let rest = 0;
  const answer = async (headers: Record<string, string> = {}) => {
    let isSent = false;
    const tools = {
      ...deskTools,
      now: () => now,
      fetch: async () => {
        isSent = true;
        return new Response('{}', { status: 429, headers });
      },
      readKey: async () => ok(ACME),
      // Each has left before the other was answered.
      readRest: async () => (isSent ? rest : 0),
      writeRest: async (until: number) => {
        rest = until;
      },
      noteRefused: async () => undefined,
    };
    const limits = { signal: new AbortController().signal, maxBytes: 1000 };
    await callDesk({ method: 'GET', path: '/ticket/09-13-O-TW4', headers: {} }, limits, tools);
    return (rest - now) / 1000;
  };
  expect(await answer({ 'Retry-After': '10' })).toBe(10);
  expect(await answer({ 'Retry-After': '40' })).toBe(40);
  expect(await answer()).toBe(40);
  rest = now - 1;
  expect(await answer({ 'Retry-After': '10' })).toBe(10);
});
