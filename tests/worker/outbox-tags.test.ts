/** Tags saved twice before the ticket was read anew: the second save adds to the first, and takes nothing of it back. */
import { expect, test } from 'vitest';
import type { Action, OutboxId } from '../../lib/tickets/actions.ts';
import type { OutboxEntry } from '../../lib/tickets/outbox-entry.ts';
import { seenOf } from '../../lib/tickets/seen.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import type { WriteResult } from '../../lib/worker/desk-verdict.ts';
import { openOutbox } from '../../lib/worker/outbox.ts';
import { makeAsks } from '../../lib/worker/outbox-asks.ts';
import { makeEntry, makeTicket } from '../support/make-ticket.ts';
import { DESK, makePorts } from '../support/outbox-world.ts';

const ONE = 'entry-0001' as OutboxId;
const TWO = 'entry-0002' as OutboxId;

/** A desk that replaces the tags; `ends`: what becomes of the first requests. */
function makeWorld(tags: string[], ends: WriteResult[] = []) {
  let ticket: Ticket = makeTicket({ tags, log: [] });
  let now = 1_000_000;
  const sent: string[][] = [];
  const given: OutboxEntry[] = [];
  const set = (wished: string[], appliedBy = 'Joel Mercury') => {
    const line = makeEntry({ appliedBy, description: wished.join(', '), action: 'Tagged', date: `${sent.length}` });
    ticket = { ...ticket, tags: wished, log: [line, ...(ticket.log ?? [])] };
  };
  const { ports, entries, outcomes } = makePorts({
    now: () => now,
    read: async () => ({ ok: true, ticket, readAt: now }),
    giveDraft: async (entry) => {
      given.push(entry);
      return entry.id;
    },
    send: async (_id, action) => {
      if (action.kind !== 'tag') throw new Error('not tags');
      sent.push(action.tags);
      const end = ends.shift() ?? { ok: true };
      if (end.ok) set(action.tags);
      return end;
    },
  });
  const asks = makeAsks(openOutbox(ports));
  const seen = seenOf({ ticket, readAt: now });
  const submission = (id: OutboxId, wished: string[], as = seen) => {
    const action: Action = { kind: 'tag', tags: wished };
    return { id, ticketId: ticket.id, origin: DESK, action, seen: as };
  };
  return {
    ports,
    asks,
    entries,
    outcomes,
    sent,
    given,
    set,
    pass: (ms: number) => {
      now += ms;
    },
    tags: () => ticket.tags,
    submission,
    save: (id: OutboxId, wished: string[], as = seen) => asks.submit(submission(id, wished, as)),
    ended: (id: OutboxId) => expect.poll(() => outcomes.kept.get(id)?.outcome),
  };
}

test.each<[string, string[], string[], string[], string[]]>([
  ['both add', ['a'], ['a', 'b'], ['a', 'c'], ['a', 'b', 'c']],
  ['both add the same, in other letters', ['a'], ['a', 'b'], ['A', 'B'], ['a', 'b']],
  ['one takes off, one adds', ['a', 'x'], ['a'], ['a', 'x', 'c'], ['a', 'c']],
  ['one adds, one takes off', ['a', 'x'], ['a', 'x', 'b'], ['a'], ['a', 'b']],
  ['both take off', ['a', 'x'], ['a'], ['x'], []],
])('%s', async (_what, tags, first, second, left) => {
  const { save, ended, sent, tags: tagsNow } = makeWorld(tags);
  await save(ONE, first);
  await save(TWO, second);
  await ended(ONE).toBe('sent');
  await ended(TWO).toBe('sent');
  expect(sent).toEqual([first, left]);
  expect(tagsNow()).toEqual(left);
});

test('what the first save did not bring is not brought by the second', async () => {
  const { save, ended, sent } = makeWorld(['a'], [{ ok: false, outcome: 'refused', failure: { code: 'rejected' } }]);
  await save(ONE, ['a', 'b']);
  await save(TWO, ['a', 'c']);
  await ended(TWO).toBe('sent');
  expect(sent).toEqual([
    ['a', 'b'],
    ['a', 'c'],
  ]);
});

test('what another person set stops it as ever', async () => {
  const { save, ended, set, entries, sent } = makeWorld(['a']);
  await save(ONE, ['a', 'b']);
  await ended(ONE).toBe('sent');
  set(['a', 'b', 'other'], 'Mia Wallner');
  await save(TWO, ['a', 'c']);
  await expect.poll(() => entries.kept.get(TWO)?.state).toBe('moved');
  expect(sent).toHaveLength(1);
});

test('upon a tag that cannot be sent as one it stops', async () => {
  const { save, entries, sent } = makeWorld(['Sales, EU']);
  await save(ONE, ['b'], seenOf(null));
  await expect.poll(() => entries.kept.get(ONE)).toMatchObject({ state: 'moved', movedField: 'tags' });
  expect(sent).toEqual([]);
});

test('to tags that nobody had seen it adds', async () => {
  const { save, ended, sent } = makeWorld(['a']);
  await save(ONE, ['b'], seenOf(null));
  await ended(ONE).toBe('sent');
  expect(sent).toEqual([['a', 'b']]);
});

test('what leaves is what is stored, looked for, sent again and given back; submitted once more it is the same', async () => {
  const lost: WriteResult = { ok: false, outcome: 'open', failure: { code: 'timeout' } };
  const { asks, save, submission, ended, entries, sent, given, pass, ports, set, outcomes } = makeWorld(
    ['a'],
    [{ ok: true }, lost, lost],
  );
  const state = () => expect.poll(() => entries.kept.get(TWO)?.state);
  await save(ONE, ['a', 'b']);
  await ended(ONE).toBe('sent');
  await save(TWO, ['a', 'c']);
  await state().toBe('unsure');
  expect(entries.kept.get(TWO)?.action).toEqual({ kind: 'tag', tags: ['a', 'b', 'c'] });
  expect(await save(TWO, ['a', 'c'])).toMatchObject({ ok: true });
  expect(given).toEqual([]);
  await asks.sendAgain(TWO);
  await expect.poll(() => sent.length).toBe(3);
  await state().toBe('unsure');
  expect(sent[2]).toEqual(['a', 'b', 'c']);

  await asks.backToDraft(TWO);
  expect(given[0]).toMatchObject({ action: { tags: ['a', 'b', 'c'] }, seen: { tags: ['a', 'b'] } });
  // The draft is sent as it came back; by then the lost request is there.
  set(['a', 'b', 'c']);
  await save(TWO, ['a', 'b', 'c'], given[0]?.seen);
  await ended(TWO).toBe('sent');
  expect(sent).toHaveLength(3);

  // A worker that dies over the request leaves the same to the next.
  const left = { ...(given[0] as OutboxEntry), ...submission(ONE, ['a', 'b', 'c']), state: 'sending' as const };
  outcomes.kept.clear();
  await entries.write(ONE, { ...left, nextLookAt: null });
  pass(1_000);
  await openOutbox(ports).look();
  await ended(ONE).toBe('sent');
  expect(sent).toHaveLength(3);
});
