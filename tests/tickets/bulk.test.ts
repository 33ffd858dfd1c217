/** What each ticket of a bulk is sent, which are left alone, and how each ended. */
import { describe, expect, test } from 'vitest';
import type { Action, OutboxId } from '../../lib/tickets/actions.ts';
import { type BulkFilled, canBeBulk, checkBulk, planBulk, spentOfBulks } from '../../lib/tickets/bulk.ts';
import { type FollowedBulks, followBulks, isTakenBack } from '../../lib/tickets/bulk-follow.ts';
import {
  type BulkEnds,
  type BulkSent,
  bulksUnderWay,
  followBulk,
  newestHeld,
  tallyOf,
} from '../../lib/tickets/bulk-result.ts';
import { NO_NAMES, withName } from '../../lib/tickets/names.ts';
import type { OutboxEntry, Outcome } from '../../lib/tickets/outbox-entry.ts';
import { seenOf } from '../../lib/tickets/seen.ts';
import { tagsOf, wishedTags } from '../../lib/tickets/tag-changes.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { makeOutboxEntry } from '../support/make-outbox-entry.ts';
import { makeTicket } from '../support/make-ticket.ts';

const [ONE, TWO, THREE] = ['11-22-A-AAA', '11-22-B-BBB', '11-22-C-CCC'].map(canonicalId) as [
  ReturnType<typeof canonicalId>,
  ReturnType<typeof canonicalId>,
  ReturnType<typeof canonicalId>,
];
const entryIds = new Map([ONE, TWO, THREE].map((id) => [id, `entry-of-${id}` as OutboxId]));
const read = (change: Parameters<typeof makeTicket>[0]) => ({ ticket: makeTicket(change), readAt: 1_000 });

function planOf(filled: BulkFilled, tickets: ReturnType<typeof read>[], names = NO_NAMES) {
  const checked = checkBulk(filled, names, 'UTC');
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return planBulk(tickets, checked.actionFor, { origin: 'https://acme.sympoq.com', entryIds });
}

describe('the part of each ticket', () => {
  test('tags: the whole set, from its own tags', () => {
    const fields = { add: ['Urgent'], adding: ' callback ,VIP', remove: ['old'] };
    const plan = planOf({ kind: 'tag', fields }, [
      read({ id: ONE, tags: ['Old', 'Kept'] }),
      read({ id: TWO, tags: [] }),
      read({ id: THREE, tags: ['urgent', 'VIP', 'Callback'] }),
    ]);
    expect(plan.parts.map(({ ticketId, action }) => [ticketId, action])).toEqual([
      [ONE, { kind: 'tag', tags: ['Kept', 'Urgent', 'callback', 'VIP'] }],
      [TWO, { kind: 'tag', tags: ['Urgent', 'callback', 'VIP'] }],
    ]);
    expect(plan.same).toEqual([THREE]);
  });

  test('a ticket with a tag that cannot be sent is left out, and the others are not', () => {
    const fields = { add: ['VIP'], adding: '', remove: [] };
    const tickets = [read({ id: ONE, tags: ['a, b'] }), read({ id: TWO, tags: ['a'] })];
    const plan = planOf({ kind: 'tag', fields }, tickets);
    expect(plan.parts.map(({ ticketId }) => ticketId)).toEqual([TWO]);
    expect(plan.unsayable).toEqual([ONE]);
    expect(planOf({ kind: 'tag', fields: { ...fields, remove: ['a, b'] } }, tickets).unsayable).toEqual([]);
    const typed = { kind: 'tag', fields: { ...fields, adding: 'x'.repeat(201) } } as const;
    expect(checkBulk(typed, NO_NAMES, 'UTC')).toMatchObject({ ok: false, problems: { tags: {} } });
  });

  test('carries its own entry id and what was seen of this ticket', () => {
    const ticket = read({ id: TWO, tags: ['a'], status: 2 });
    const [part] = planOf({ kind: 'close', fields: {} }, [ticket]).parts;
    expect(part).toMatchObject({ id: `entry-of-${TWO}`, ticketId: TWO, seen: seenOf(ticket) });
  });

  test('tickets that are so already are left alone', () => {
    const tickets = [read({ id: ONE, status: 4, queue: 2, assignee: 7 }), read({ id: TWO, status: 2, queue: 1 })];
    expect(planOf({ kind: 'close', fields: {} }, tickets).same).toEqual([ONE]);
    expect(planOf({ kind: 'move', fields: { queue: '2', unassign: false } }, tickets).same).toEqual([ONE]);
    expect(planOf({ kind: 'move', fields: { queue: '2', unassign: true } }, tickets).same).toEqual([]);
    expect(planOf({ kind: 'assign', fields: { assignee: '7', deadline: '' } }, tickets).same).toEqual([ONE]);
  });

  test('a name stands for its number, an unknown one is a problem', () => {
    const names = withName(NO_NAMES, 'agents', 7, { name: 'Priya Raman', from: 'agent' });
    const filled = (assignee: string): BulkFilled => ({ kind: 'assign', fields: { assignee, deadline: '' } });
    expect(planOf(filled('priya raman'), [read({ id: ONE })], names).parts[0]?.action).toEqual({
      kind: 'assign',
      assignee: 7,
    });
    expect(checkBulk(filled('nobody'), names, 'UTC')).toMatchObject({ ok: false, problems: { assignee: {} } });
    expect(checkBulk({ kind: 'tag', fields: { add: [], adding: ' ', remove: [] } }, names, 'UTC').ok).toBe(false);
  });

  test('a tag taken off and put on again is on', () => {
    expect(wishedTags(['A', 'B'], ['a'], ['A'])).toEqual(['B', 'a']);
  });

  test('present tags are counted, the most frequent first', () => {
    expect(tagsOf([['x', 'y'], ['Y']])).toEqual([
      { tag: 'y', count: 2 },
      { tag: 'x', count: 1 },
    ]);
  });
});

test('one ticket or one id twice is no bulk, nor is anything that a customer reads', () => {
  const part = (id: string, ticketId: typeof ONE) => ({
    id: id as OutboxId,
    ticketId,
    action: { kind: 'close' } as const,
  });
  expect(canBeBulk([part('one', ONE), part('two', TWO)])).toBe(true);
  expect(canBeBulk([part('one', ONE), part('two', ONE)])).toBe(false);
  expect(canBeBulk([part('one', ONE), part('one', TWO)])).toBe(false);
  expect(canBeBulk([{ ...part('one', ONE), action: { kind: 'reply', reply: 'Hello' } }])).toBe(false);
});

const entry = (ticketId: typeof ONE, change: Partial<OutboxEntry> = {}) => {
  const id = entryIds.get(ticketId) as OutboxId;
  return makeOutboxEntry({
    id,
    ticketId,
    createdAt: 1_000,
    heldUntil: 6_000,
    bulk: { id: 'bulk-id', size: 3 },
    ...change,
  });
};
const outcome = (ticketId: typeof ONE, said: Outcome['outcome']): Outcome => ({
  id: entryIds.get(ticketId) as OutboxId,
  ticketId,
  origin: 'https://acme.sympoq.com',
  kind: 'close',
  outcome: said,
  at: 2_000,
});
const assignBy = (deadline: string): Action => ({ kind: 'assign', assignee: 4, deadline });
const byId = <T extends { id: string }>(...things: T[]) => new Map(things.map((thing) => [thing.id, thing]));
const sent: BulkSent = {
  parts: [ONE, TWO].map((ticketId) => ({ id: entryIds.get(ticketId) as OutboxId, ticketId })),
  same: [THREE],
  unsayable: [],
  refused: [],
};
const none: BulkEnds = new Map();

describe('how each ticket ended', () => {
  test('from held to done, and done stays done when the outbox has forgotten it', () => {
    const held = followBulk(none, sent, byId(entry(ONE), entry(TWO)), byId<Outcome>());
    expect([...held.values()].map(({ state }) => state).sort()).toEqual(['same', 'waiting', 'waiting']);
    const half = followBulk(held, sent, byId(entry(TWO, { state: 'sending' })), byId(outcome(ONE, 'sent')));
    expect(half.get(ONE)).toEqual({ state: 'sent' });
    expect(tallyOf(half)).toEqual({ size: 3, ended: 2, done: 2, left: [], cancelled: 0, unsent: [] });
    const later = followBulk(half, sent, byId(entry(TWO, { state: 'sending' })), byId<Outcome>());
    expect(later.get(ONE)).toEqual({ state: 'sent' });
  });

  test('what has a tag that cannot be sent is left for the agent, not done', () => {
    const ends = followBulk(none, { ...sent, same: [], unsayable: [THREE] }, byId(entry(ONE)), byId<Outcome>());
    expect(ends.get(THREE)).toEqual({ state: 'unsayable' });
    expect(tallyOf(ends)).toMatchObject({ size: 3, done: 0, left: [THREE], unsent: [] });
  });

  test('what another had closed by then was so already', () => {
    const ends = followBulk(none, sent, byId(entry(TWO)), byId(outcome(ONE, 'already')));
    expect(ends.get(ONE)).toEqual({ state: 'same' });
  });

  test('a failure, an open outcome and a stop are left for the agent', () => {
    const failure = { code: 'not-allowed' } as const;
    const ends = followBulk(
      none,
      sent,
      byId(entry(ONE, { state: 'failed', failure }), entry(TWO, { state: 'unsure' })),
      byId<Outcome>(),
    );
    expect(ends.get(ONE)).toEqual({ state: 'failed', failure });
    expect(tallyOf(ends)).toEqual({ size: 3, ended: 3, done: 1, left: [ONE, TWO], cancelled: 0, unsent: [ONE] });
  });

  test('only what was not sent for sure is offered to be done again', () => {
    const entries = byId(entry(ONE, { state: 'moved' }), entry(TWO, { state: 'twice' }));
    expect(tallyOf(followBulk(none, sent, entries, byId<Outcome>())).unsent).toEqual([]);
    const outcomes = byId(outcome(ONE, 'differs'), outcome(TWO, 'draft'));
    expect(tallyOf(followBulk(none, sent, byId<OutboxEntry>(), outcomes)).unsent).toEqual([TWO]);
  });

  test('what left the outbox without an end was cancelled, and is not called done', () => {
    const held = followBulk(none, sent, byId(entry(ONE), entry(TWO)), byId<Outcome>());
    const after = followBulk(held, sent, byId<OutboxEntry>(), byId<Outcome>());
    expect(after.get(ONE)).toEqual({ state: 'gone' });
    expect(tallyOf(after)).toMatchObject({ done: 1, left: [], cancelled: 2 });
    expect(tallyOf(after).unsent).toEqual([ONE, TWO]);
  });

  test.each([
    ['unsure', 'unsure'],
    ['twice', 'twice'],
    ['moved', 'moved'],
    ['sending', 'unsure'],
    ['failed', 'gone'],
  ] as const)('what was %s and was set aside since is %s', (state, then) => {
    const before = followBulk(none, sent, byId(entry(ONE, { state })), byId<Outcome>());
    const after = followBulk(before, sent, byId<OutboxEntry>(), byId<Outcome>());
    expect(after.get(ONE)?.state).toBe(then);
    expect(tallyOf(after).unsent.includes(ONE)).toBe(then === 'gone');
  });

  test('sent again it may be at the desk, so it is not cancelled, nor offered as not sent once it is set aside', () => {
    const again = entry(ONE, { state: 'queued', openSends: 1 });
    const before = followBulk(none, sent, byId(again), byId<Outcome>());
    expect(before.get(ONE)).toEqual({ state: 'sending' });
    const after = followBulk(before, sent, byId<OutboxEntry>(), byId<Outcome>());
    expect(after.get(ONE)).toEqual({ state: 'unsure' });
    expect(bulksUnderWay([again])).toMatchObject([{ waiting: 0, held: null }]);
  });

  test('before the outbox shows it, it waits; what the outbox refused says why', () => {
    const id = entryIds.get(ONE) as OutboxId;
    const failure = { code: 'storage-full' } as const;
    const ends = followBulk(none, { ...sent, refused: [{ id, failure }] }, byId<OutboxEntry>(), byId<Outcome>());
    expect(ends.get(ONE)).toEqual({ state: 'refused', failure });
    expect(ends.get(TWO)).toEqual({ state: 'waiting' });
  });
});

describe('another try takes the place of what failed in the bulk before', () => {
  const old = { ...seenOf(read({ tags: ['Old', 'VIP?'] })) };
  const failed = (action: Action) => entry(ONE, { state: 'failed', action, seen: old });
  const part = (action: Action, change = {}) => ({
    id: 'new' as OutboxId,
    ticketId: ONE,
    origin: 'https://acme.sympoq.com',
    action,
    seen: old,
    ...change,
  });
  const vip: Action = { kind: 'tag', tags: ['Old', 'VIP'] };

  test.each<[string, Action, Action, boolean]>([
    ['the same tags, others came meanwhile', vip, { kind: 'tag', tags: ['Old', 'Late', 'vip'] }, true],
    ['other tags', vip, { kind: 'tag', tags: ['Old', 'VIP?', 'Spam'] }, false],
    ['a tag taken off again', { kind: 'tag', tags: ['Old'] }, { kind: 'tag', tags: ['Old', 'VIP?', 'New'] }, false],
    ['another assignee', { kind: 'assign', assignee: 4 }, { kind: 'assign', assignee: 5 }, false],
    ['the same, with a deadline', { kind: 'assign', assignee: 4 }, assignBy('2026-03-04T05:06:00Z'), true],
    ['without it', assignBy('2026-03-04T05:06:00Z'), { kind: 'assign', assignee: 4 }, false],
    ['closed', { kind: 'close' }, { kind: 'close' }, true],
    ['another kind', { kind: 'close' }, { kind: 'move', queue: 5 }, false],
  ])('%s', (_what, earlier, action, isSpent) => {
    expect(spentOfBulks([failed(earlier)], [part(action)])).toEqual(isSpent ? [failed(earlier)] : []);
  });

  test('not what is open, not what was sent alone, not of another ticket or desk', () => {
    const close = failed({ kind: 'close' });
    const { bulk: _bulk, ...alone } = close;
    const others: OutboxEntry[] = [alone, { ...close, state: 'moved' }, { ...close, state: 'unsure' }];
    expect(spentOfBulks(others, [part({ kind: 'close' })])).toEqual([]);
    expect(spentOfBulks([close], [part({ kind: 'close' }, { ticketId: TWO })])).toEqual([]);
    expect(spentOfBulks([close], [part({ kind: 'close' }, { origin: 'https://other.sympoq.com' })])).toEqual([]);
  });
});

describe('what the strip shows', () => {
  test('all held: undo until the first of them leaves', () => {
    const bulk = { id: 'bulk-id', size: 2 };
    const [under] = bulksUnderWay([entry(ONE, { bulk }), entry(TWO, { bulk, heldUntil: 5_500 })]);
    expect(under).toMatchObject({ size: 2, waiting: 2, ended: 0, held: { from: 1_000, until: 5_500 } });
  });

  test('one of three has ended, one leaves, one can still be cancelled', () => {
    const [under] = bulksUnderWay([entry(ONE, { state: 'sending' }), entry(TWO)]);
    expect(under).toMatchObject({ size: 3, waiting: 1, ended: 1, held: null });
  });

  test('of what is held the newest, a bulk or a single write, whatever their order', () => {
    const part = (id: string, createdAt: number) =>
      entry(ONE, { id: id as OutboxId, createdAt, bulk: { id, size: 1 } });
    const { bulk: _bulk, ...single } = entry(TWO, { createdAt: 2_000 });
    const held = [part('new', 3_000), single, part('old', 1_000)];
    expect(newestHeld(held, bulksUnderWay(held))).toMatchObject({ bulk: { id: 'new' } });
    expect(newestHeld([single], bulksUnderWay([part('old', 1_000)]))).toEqual({ entry: single });
    expect(newestHeld([{ ...single, state: 'queued' }], [])).toBeUndefined();
  });

  test('nothing once all have ended, whatever is left for the agent; single writes never', () => {
    expect(bulksUnderWay([entry(ONE, { state: 'failed' })])).toEqual([]);
    const { bulk: _bulk, ...single } = entry(ONE);
    expect(bulksUnderWay([single])).toEqual([]);
  });
});

describe('what a surface tells of the end', () => {
  /** The bulk as it is known after these looks. */
  function followed(...looks: [entries: OutboxEntry[], outcomes?: Outcome[], shown?: string][]) {
    let known: FollowedBulks = new Map();
    for (const [at, [entries, outcomes = [], shown = null]] of looks.entries())
      known = followBulks(known, byId(...entries), byId<Outcome>(...outcomes), { shown, now: at });
    return known.get('bulk-id');
  }
  const all = [entry(ONE), entry(TWO), entry(THREE)];
  const done = [ONE, TWO, THREE].map((id) => ({ ...outcome(id, 'sent'), bulk: { id: 'bulk-id', size: 3 } }));

  test('when it ended, and how, also where outcomes went before the last of it was done', () => {
    const half = [...done.slice(0, 2)];
    const bulk = followed(
      [all],
      [[entry(THREE, { state: 'sending' })], half],
      [[entry(THREE)]],
      [[], done.slice(2)],
      [[]],
    );
    expect(bulk).toMatchObject({ kind: 'close', size: 3, endedAt: 3, isSeen: false });
    expect(bulk && tallyOf(bulk.ends)).toMatchObject({ size: 3, done: 3, left: [] });
    expect(followed([all], [all])?.endedAt).toBe(null);
  });

  test('what stopped is left to look at until it is tried again', () => {
    const failed = entry(THREE, { state: 'failed' });
    const bulk = followed([all], [[failed], done.slice(0, 2)]);
    expect(bulk?.hasLeft).toBe(true);
    const again = followed([all], [[failed], done.slice(0, 2)], [[entry(THREE, { state: 'queued' })]]);
    expect(again).toMatchObject({ endedAt: null, isSeen: false });
    const discarded = followed([all], [[failed], done.slice(0, 2)], [[]]);
    expect(discarded?.hasLeft).toBe(false);
    const moved = entry(THREE, { state: 'moved' });
    expect(followed([all], [[moved], done.slice(0, 2)])?.hasLeft).toBe(true);
    expect(followed([all], [[moved], done.slice(0, 2)], [[]])?.hasLeft).toBe(false);
  });

  test('taken back as a whole, or in part', () => {
    const whole = followed([all], [[]]);
    expect(whole && isTakenBack(whole)).toBe(true);
    const part = followed([all], [[], done.slice(2)]);
    expect(part && isTakenBack(part)).toBe(false);
  });

  test('nothing where its list was on show since, or where it is not known as a whole', () => {
    expect(followed([all], [[], done, 'bulk-id'], [[], done])).toMatchObject({ endedAt: 1, isSeen: true });
    expect(followed([all, [], 'bulk-id'], [[], done])).toMatchObject({ endedAt: 1, isSeen: false });
    expect(followed([all.slice(2)], [[], done.slice(2)])?.endedAt).toBe(null);
    expect(followed([[], done])).toBeUndefined();
  });
});
