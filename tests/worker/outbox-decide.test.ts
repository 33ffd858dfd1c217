/** The next step of an outbox entry, as a table: what stops it, what is open, what is done. */
import { describe, expect, test } from 'vitest';
import type { Action, OutboxId } from '../../lib/tickets/actions.ts';
import { STATUS } from '../../lib/tickets/codes.ts';
import type { Failure } from '../../lib/tickets/failure.ts';
import type { OutboxEntry } from '../../lib/tickets/outbox-entry.ts';
import { NO_TRACES, seenOf } from '../../lib/tickets/seen.ts';
import type { LogEntry, Ticket } from '../../lib/tickets/ticket.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import {
  afterLook,
  anchored,
  beforeSending,
  late,
  notSent,
  type Reading,
  refused,
} from '../../lib/worker/outbox-decide.ts';
import { beforeOf } from '../../lib/worker/outbox-evidence.ts';
import { planOutbox } from '../../lib/worker/outbox-plan.ts';
import { settledOf } from '../../lib/worker/outbox-settled.ts';
import { makeOutboxEntry } from '../support/make-outbox-entry.ts';
import { makeEntry, makeTicket } from '../support/make-ticket.ts';

const NOW = 1_800_000_000_000;
const known = { now: NOW, us: { names: ['Joel Mercury'], isSure: true }, own: NO_TRACES };
const text = 'The problem you reported has been fixed. Please try now.';
const reply: Action = { kind: 'reply', reply: text };
const old = makeEntry({ description: 'It is broken', appliedBy: 'Houston Brooks' });
const ticket = makeTicket({ log: [old], assignee: 1 });
const seen = seenOf({ ticket, readAt: NOW - 60_000 });

const entryOf = (change: Partial<OutboxEntry> = {}) =>
  makeOutboxEntry({ ticketId: ticket.id, action: reply, seen, createdAt: NOW - 5_000, heldUntil: NOW, ...change });

function sent(change: Partial<OutboxEntry> = {}): OutboxEntry {
  const before = beforeOf(ticket, NOW - 1_000);
  return entryOf({ state: 'sending', before, openSends: 1, sentAt: NOW - 1_000, ...change });
}

function read(news: Partial<LogEntry>[] = [], change: Partial<Ticket> = {}): Reading {
  const log = [...news.map((entry, at) => makeEntry({ date: `2026-01-05T10:00:0${at}Z`, ...entry })), old];
  return { ok: true, ticket: { ...ticket, log, ...change }, readAt: NOW };
}

const unread = (code: Failure['code'], more: Partial<Failure> = {}): Reading => ({
  ok: false,
  failure: { code, ...more },
});
const arrivedLine = { description: text, appliedBy: 'Joel Mercury' };
const othersLine = { description: 'I took this', appliedBy: 'Mia Wallner' };

describe('before the write', () => {
  test.each<[string, Partial<OutboxEntry>, Reading, string]>([
    ['nothing new', {}, read(), 'send sending'],
    ['another person replied', {}, read([othersLine]), 'keep moved'],
    ['we ourselves did something', {}, read([{ ...othersLine, appliedBy: 'Joel Mercury' }]), 'send sending'],
    ['the desk told somebody', {}, read([{ ...othersLine, appliedBy: null }]), 'send sending'],
    ['an assignment meets a reply', { action: { kind: 'assign', assignee: 10 } }, read([othersLine]), 'send sending'],
    [
      'an assignment meets another',
      { action: { kind: 'assign', assignee: 10 } },
      read([], { assignee: 4 }),
      'keep moved',
    ],
    ['the network is away', {}, unread('unreachable'), 'keep queued'],
    ['the desk rests', {}, unread('resting', { until: NOW + 9_000 }), 'keep queued'],
    ['the ticket is gone', {}, unread('not-found'), 'keep failed'],
    ['the key is refused', {}, unread('key-refused'), 'keep failed'],
    ['away for two minutes', { heldUntil: NOW - 121_000 }, unread('unreachable'), 'draft held'],
    ['two minutes past its time', { heldUntil: NOW - 121_000 }, read(), 'draft held'],
    ['closing, two minutes past', { heldUntil: NOW - 121_000, action: { kind: 'close' } }, read(), 'keep failed'],
    ['an earlier request arrived after all', { ...sent(), state: 'queued' }, read([arrivedLine]), 'settle queued'],
    ['an earlier request did not', { ...sent(), state: 'queued' }, read(), 'send sending'],
    ['an earlier request, no reading', { ...sent(), state: 'queued' }, unread('unreachable'), 'keep unsure'],
    ['an earlier request, not ours to see', { ...sent(), state: 'queued' }, unread('not-found'), 'keep unsure'],
    [
      'an earlier request that the desk took, not ours to see',
      { ...sent({ confirmed: true }), state: 'queued' },
      unread('not-found'),
      'settle queued',
    ],
  ])('%s', (_what, change, reading, step) => {
    const next = beforeSending(entryOf(change), reading, known);
    expect(`${next.do} ${next.entry.state}`).toBe(step);
  });

  test('a rest is waited for, and no longer than a minute', () => {
    const step = beforeSending(entryOf(), unread('resting', { until: NOW + 9_000 }), known);
    expect(step.entry.nextLookAt).toBe(NOW + 9_000);
    expect(beforeSending(entryOf(), unread('resting', { until: NOW + 9e6 }), known).entry.nextLookAt).toBe(
      NOW + 60_000,
    );
  });

  test('a second request is judged against what was there before the first', () => {
    const step = beforeSending({ ...sent(), state: 'queued' }, read([{ ...othersLine, appliedBy: null }]), known);
    expect(step.entry).toMatchObject({ openSends: 2, before: sent().before });
  });
});

describe('closing a ticket that is closed by then', () => {
  const closing = { appliedBy: 'Mia Wallner', action: 'Closed', description: null };
  const closed = (news: Partial<LogEntry>[] = [closing, othersLine], closedOn = '2026-01-05T10:00:00.5Z') =>
    read(news, { status: STATUS.closed, closedOn });
  const action: Action = { kind: 'close' };
  const already = { do: 'settle', outcome: 'already', evidence: null, by: 'Mia Wallner' };

  test('is not sent: it is so already, and by whom if the log says it', () => {
    expect(beforeSending(entryOf({ action }), closed(), known)).toMatchObject(already);
    const unnamed = { ...already, by: null };
    expect(beforeSending(entryOf({ action }), closed([othersLine]), known)).toMatchObject(unnamed);
    // Closed anew by a rule since, or by a line of another kind.
    const rule = { ...closing, appliedBy: null };
    expect(beforeSending(entryOf({ action }), closed([rule, closing]), known)).toMatchObject(unnamed);
    expect(beforeSending(entryOf({ action }), closed([closing], '2026-01-06T10:00:00Z'), known)).toMatchObject(unnamed);
  });

  test('is done all the same where it was closed on the way, and the desk refused it', () => {
    const refusal: Failure = { code: 'rejected', status: 409 };
    expect(afterLook(sent({ action }), closed(), known, refusal)).toMatchObject({ do: 'settle', outcome: 'sent' });
  });

  test('says nothing of a reply that would have closed it, nor of news in an open ticket', () => {
    const both: Action = { kind: 'reply', reply: text, andClose: true };
    expect(beforeSending(entryOf({ action: both }), closed(), known).entry.state).toBe('moved');
    expect(beforeSending(entryOf({ action }), read([othersLine]), known).entry.state).toBe('moved');
  });
});

describe('after the write', () => {
  const busy: Failure = { code: 'timeout' };
  test.each<[string, Partial<OutboxEntry>, Reading, string]>([
    ['it is there', { confirmed: true }, read([arrivedLine]), 'settle sending'],
    ['it is there, though the outcome was open', { failure: busy }, read([arrivedLine]), 'settle sending'],
    ['it is there twice', { confirmed: true }, read([arrivedLine, arrivedLine]), 'keep twice'],
    ['it is not there', { failure: busy }, read(), 'keep unsure'],
    ['the desk said yes and nothing is there', { confirmed: true }, read(), 'keep unsure'],
    ['no reading', { failure: busy }, unread('unreachable'), 'keep unsure'],
    ['the desk said yes, no reading', { confirmed: true }, unread('unreachable'), 'keep unsure'],
    [
      'the desk said yes, and the ticket is not ours to see any more',
      { confirmed: true },
      unread('not-found'),
      'settle sending',
    ],
    ['the ticket is not ours to see', { failure: busy }, unread('not-found'), 'keep unsure'],
    [
      'only another agent wrote the like',
      { failure: busy },
      read([{ ...arrivedLine, appliedBy: 'Mia Wallner' }]),
      'keep unsure',
    ],
  ])('%s', (_what, change, reading, step) => {
    const next = afterLook(sent(change), reading, known);
    expect(`${next.do} ${next.entry.state}`).toBe(step);
  });

  test('why the ticket could not be read is not said of the write', () => {
    const rest: Reading = unread('resting', { until: NOW + 9_000 });
    expect(afterLook(sent(), rest, known).entry).toMatchObject({ failure: null, nextLookAt: NOW + 9_000 });
    expect(afterLook(sent({ failure: busy }), unread('desk-error'), known).entry.failure).toEqual(busy);
    expect(beforeSending(sent({ state: 'queued' }), unread('desk-error'), known).entry).toMatchObject({
      state: 'unsure',
      failure: null,
    });
  });

  test('minutes on a ticket that is as wished anyway are not said to be booked', () => {
    const action: Action = { kind: 'assign', assignee: 1, minutes: 15 };
    expect(afterLook(sent({ action, failure: busy }), read(), known).entry.state).toBe('unsure');
    expect(afterLook(sent({ action, failure: busy }), read([], { minutes: 25 }), known).do).toBe('settle');
    expect(beforeSending({ ...sent({ action }), state: 'queued' }, read(), known).do).toBe('send');
  });

  test('refused: not sent, unless it is there', () => {
    const no: Failure = { code: 'rejected', status: 422 };
    expect(afterLook(sent(), read(), known, no).entry).toMatchObject({
      state: 'failed',
      failure: no,
      openSends: 0,
      before: null,
    });
    expect(afterLook(sent(), unread('key-refused'), known, no).entry.state).toBe('failed');
    expect(afterLook(sent(), read([arrivedLine]), known, no).do).toBe('settle');
  });

  test('refused after an open one: still not known', () => {
    expect(refused(sent({ openSends: 2 }), { code: 'rejected' }, NOW).entry).toMatchObject({
      state: 'unsure',
      openSends: 1,
    });
  });

  test('a rest that began after the reading is waited for, as if the request had never been tried', () => {
    const rest: Failure = { code: 'resting', until: NOW + 9_000 };
    expect(notSent(sent(), rest, NOW)).toMatchObject({
      do: 'keep',
      entry: { state: 'queued', failure: rest, nextLookAt: NOW + 9_000, openSends: 0, before: null, sentAt: null },
    });
    expect(notSent(sent({ heldUntil: NOW - 121_000 }), rest, NOW).do).toBe('draft');
    expect(notSent(sent(), { code: 'other-desk' }, NOW).entry).toMatchObject({ state: 'failed', openSends: 0 });
    expect(notSent(sent({ openSends: 2 }), rest, NOW).entry).toMatchObject({ state: 'unsure', openSends: 1 });
  });

  test('looks come after 5, 15 and 60 s, and then when asked', () => {
    let entry = sent({ failure: busy });
    let now = NOW;
    const waits: (number | null)[] = [];
    for (let look = 0; look < 4; look++) {
      entry = afterLook(entry, read(), { ...known, now }).entry;
      waits.push(entry.nextLookAt === null ? null : (entry.nextLookAt - NOW) / 1000);
      now = entry.nextLookAt ?? now;
    }
    expect(waits).toEqual([5, 15, 60, null]);
  });

  test('a value that is not as asked is looked at once more before it is said', () => {
    const action: Action = { kind: 'tag', tags: ['New'] };
    const added = read([], { tags: ['Old', 'New'] });
    const before = beforeOf({ ...ticket, tags: ['Old'] }, NOW);
    const first = afterLook(sent({ action, before, confirmed: true }), added, known);
    expect(first).toMatchObject({ do: 'keep', entry: { state: 'sending', nextLookAt: NOW + 2_000 } });
    expect(afterLook(first.entry, added, known)).toMatchObject({ do: 'settle', outcome: 'differs' });
    expect(afterLook(first.entry, read([], { tags: ['New'] }), known)).toMatchObject({ do: 'settle', outcome: 'sent' });
  });
});

test('late with an open request is not taken back', () => {
  expect(late(sent({ state: 'queued' }), NOW).entry.state).toBe('unsure');
  // The desk was never asked, so nothing is said of it.
  expect(late(entryOf({ action: { kind: 'close' } }), NOW)).toMatchObject({
    entry: { state: 'failed', failure: null },
  });
});

test('a clock that was put back holds anew for as long as it was to be held', () => {
  const ahead = entryOf({ createdAt: NOW + 3_600_000, heldUntil: NOW + 3_605_000 });
  expect(anchored(ahead, NOW).heldUntil).toBe(NOW + 5_000);
  expect(anchored({ ...ahead, state: 'queued' }, NOW).heldUntil).toBe(NOW);
});

describe('what is due', () => {
  const second = { id: 'entry-two' as OutboxId, createdAt: NOW - 4_000 };
  const elsewhere = { id: 'entry-two' as OutboxId, ticketId: canonicalId('11-14-3-AS7') };
  const plan = (...entries: OutboxEntry[]) =>
    planOutbox({ entries, settled: [], busy: new Set(), taken: new Set(), now: NOW, isEager: false });
  const jobs = (...entries: OutboxEntry[]) =>
    plan(...entries).jobs.map((job) => (job.what === 'second' ? job.what : `${job.what} ${job.entry.id}`));

  test.each<[string, OutboxEntry[], string[]]>([
    ['held', [entryOf({ heldUntil: NOW + 1 })], []],
    ['due', [entryOf()], ['check entry-one']],
    ['two of one ticket', [entryOf(second), entryOf()], ['check entry-one']],
    ['two of two tickets', [entryOf(elsewhere), entryOf()], ['check entry-two', 'check entry-one']],
    ['the one before is open', [entryOf(second), sent({ state: 'unsure', nextLookAt: NOW + 1 })], ['wait entry-two']],
    ['the one before failed', [entryOf(second), entryOf({ state: 'failed' })], ['check entry-two']],
    ['left behind while sending', [sent()], ['look entry-one']],
    ['a look is due', [sent({ state: 'unsure', nextLookAt: NOW })], ['look entry-one']],
    ['no look is due', [sent({ state: 'unsure', nextLookAt: null })], []],
    ['late', [entryOf({ heldUntil: NOW - 120_001 })], ['late entry-one']],
    ['taken back', [entryOf({ toDraft: true, heldUntil: NOW + 9 })], ['give entry-one']],
    ['the clock was put back', [entryOf({ heldUntil: NOW + 3_600_000 })], ['anchor entry-one']],
    ['tried again later', [entryOf({ state: 'queued', nextLookAt: NOW + 1 })], []],
  ])('%s', (_what, entries, expected) => {
    expect(jobs(...entries)).toEqual(expected);
  });

  test('the next time is the nearest', () => {
    expect(plan(entryOf({ heldUntil: NOW + 7 }), sent({ state: 'unsure', nextLookAt: NOW + 5 })).nextAt).toBe(NOW + 5);
    expect(plan(entryOf({ state: 'moved' })).nextAt).toBeNull();
  });

  test('the second look comes when nothing else of the ticket is due', () => {
    const evidence = {
      arrived: 'once',
      hasTrace: true,
      differs: false,
      isChange: true,
      by: null,
      keys: [],
      texts: [],
      values: {},
    } as const;
    const settled = [settledOf(sent(), NOW - 4_000, { ...evidence, keys: [], texts: [] })];
    const standing = {
      entries: [],
      settled,
      busy: new Set<never>(),
      taken: new Set<never>(),
      now: NOW,
      isEager: false,
    };
    expect(planOutbox(standing).jobs).toMatchObject([{ what: 'second' }]);
    expect(planOutbox({ ...standing, entries: [entryOf()] }).jobs).toMatchObject([{ what: 'check' }]);
  });
});
