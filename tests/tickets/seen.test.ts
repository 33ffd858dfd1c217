/** What counts as news since a ticket was read, and whose doing stops which action. */
import { describe, expect, test } from 'vitest';
import type { Action, Seen } from '../../lib/tickets/actions.ts';
import { entriesSince, entryKey } from '../../lib/tickets/event-log.ts';
import { fieldText, findMovedField, NO_TRACES, newsSince, seenOf } from '../../lib/tickets/seen.ts';
import type { LogEntry, Ticket } from '../../lib/tickets/ticket.ts';
import { makeEntry, makeTicket } from '../support/make-ticket.ts';

const at = (minute: number) => `2026-01-05T10:${String(minute).padStart(2, '0')}:00.123456789+02:00`;
const line = (minute: number, appliedBy: string | null, more: Partial<LogEntry> = {}) =>
  makeEntry({ date: at(minute), action: 'Replied', description: `text ${minute}`, appliedBy, ...more });

const old = [line(2, 'James Conrad'), line(1, 'Houston Brooks')];
const read: Seen = seenOf({ ticket: makeTicket({ log: old }), readAt: Date.parse(at(3)) });

test('an entry is the same though its minutes or its attachment token have changed', () => {
  const entry = line(1, 'James Conrad', { attachmentUrl: 'https://assets.example/a?token=1' });
  expect(entryKey({ ...entry, billable: 7, attachmentUrl: 'https://assets.example/a?token=2' })).toBe(entryKey(entry));
  expect(entryKey({ ...entry, description: 'other' })).not.toBe(entryKey(entry));
});

test('two entries alike are two', () => {
  const entry = line(1, 'James Conrad');
  expect(entriesSince([entry, entry], [entryKey(entry)])).toHaveLength(1);
});

test('where the reading was full, what is older than it is not new', () => {
  const long = Array.from({ length: 140 }, (_, minute) =>
    line(59 - minute, 'James Conrad', { description: `${minute}` }),
  );
  const seen = seenOf({ ticket: makeTicket({ log: long.slice(0, 120) }), readAt: 1 });
  expect(seen.log).toHaveLength(100);
  const news = entriesSince([line(59, 'Mia Wallner'), ...long], seen.log ?? []);
  expect(news.map(({ appliedBy }) => appliedBy)).toEqual(['Mia Wallner']);
});

const newsIn = (seen: Seen, log: LogEntry[], us: string[], own = NO_TRACES) =>
  newsSince(seen, { log, updated: null }, us, own);

test.each([
  ['a customer', 'Houston Brooks', 1],
  ['another agent', 'Mia Wallner', 1],
  ['us', 'James Conrad', 0],
  ['us, written otherwise', ' james  conrad', 0],
  ['the desk itself', null, 0],
  ['a person without a name', ' ', 0],
])('an entry by %s', (_who, appliedBy, count) => {
  expect(newsIn(read, [line(5, appliedBy), ...old], ['James Conrad'])).toHaveLength(count);
});

test('our own writes are no news where our name is not known', () => {
  const ours = line(5, 'James Conrad');
  expect(newsIn(read, [ours, ...old], [])).toEqual([ours]);
  expect(newsIn(read, [ours, ...old], [], { ...NO_TRACES, keys: new Set([entryKey(ours)]) })).toEqual([]);
});

test('without a log that was seen, dates tell; a ticket that was never read has no news', () => {
  const row = { ...read, log: null, updated: null };
  expect(newsIn(row, [line(5, 'Mia Wallner'), ...old], [])).toHaveLength(1);
  expect(newsIn(seenOf(null), old, [])).toEqual([]);
});

describe('a row of a list, whose last change was at 2 minutes', () => {
  const rowReadAt = (minute: number): Seen => {
    const ticket = makeTicket({ updated: '2026-01-05T08:02:00Z', log: null });
    return seenOf({ ticket, readAt: Date.parse(at(minute)) });
  };
  const message = line(5, 'Houston Brooks');
  test.each<[string, number, LogEntry[], string, number]>([
    ['nothing new', 3, [], '2026-01-05T08:02:00Z', 0],
    ['read by a clock that is behind', 0, [], '2026-01-05T08:02:00Z', 0],
    ['a message while the list was on its way', 10, [message], '2026-01-05T08:05:00Z', 1],
    ['a message, read by a clock that is ahead', 50, [message], '2026-01-05T08:05:00Z', 1],
    ['a message that the desk counts as no change', 3, [message], '2026-01-05T08:02:00Z', 1],
    ['an older one that the desk counted as no change', 10, [message], '2026-01-05T08:02:00Z', 0],
    ['the change itself, which the desk tells in whole seconds', 3, [], '2026-01-05T08:20:00Z', 0],
  ])('%s', (_what, minute, news, updated, count) => {
    expect(newsSince(rowReadAt(minute), { log: [...news, ...old], updated }, [])).toHaveLength(count);
  });
});

test('deadlines in a form that is not documented are told apart, too', () => {
  const text = (deadline: string) => fieldText('deadline', makeTicket({ deadline }));
  expect(text('15-Sep-22 17:49')).not.toBe(text('16-Sep-22 17:49'));
  expect(text('2026-01-09T12:00:00Z')).toBe(text('2026-01-09T14:00:20.123456789+02:00'));
});

const assign: Action = { kind: 'assign', assignee: 10 };
const dated: Action = { ...assign, deadline: '2026-01-09T12:00:00Z' };
const move: Action = { kind: 'move', queue: 2 };
const tag: Action = { kind: 'tag', tags: ['a'] };
test.each<[string, Action, Partial<Ticket>, string | null]>([
  ['nothing changed', assign, {}, null],
  ['the assignee changed', assign, { assignee: 4 }, 'assignee'],
  ['somebody did just that already', assign, { assignee: 10 }, null],
  ['another field changed', assign, { queue: 3, tags: ['x'], status: 4, deadline: '2026-01-09T12:00:00Z' }, null],
  ['the deadline changed that is to be set', dated, { deadline: '2026-01-08T12:00:00Z' }, 'deadline'],
  ['the queue changed', move, { queue: 3 }, 'queue'],
  ['the assignee changed, which a move keeps', move, { assignee: 4 }, null],
  ['the assignee changed, which this move takes off', { ...move, unassign: true }, { assignee: 4 }, 'assignee'],
  ['tags changed', tag, { tags: ['b'] }, 'tags'],
  ['tags changed their order and case', tag, { tags: ['Two', 'ONE'] }, null],
])('%s', (_what, action, change, field) => {
  const before = makeTicket({ assignee: 1, queue: 1, tags: ['One', 'Two'], log: [] });
  const seen = seenOf({ ticket: before, readAt: 1 });
  expect(findMovedField(action, seen, { ...before, ...change })).toBe(field);
});

test('a field that we ourselves set meanwhile stops nothing', () => {
  const seen = seenOf({ ticket: makeTicket({ assignee: 1 }), readAt: 1 });
  const own = { ...NO_TRACES, values: { assignee: ['4'] } };
  expect(findMovedField(assign, seen, makeTicket({ assignee: 4 }), own)).toBeNull();
});
