/** Lists of tickets: their order, the rows that are drawn, and the filter of a view. */
import { describe, expect, test } from 'vitest';
import { ANY_TICKET } from '../../lib/tickets/list-filter.ts';
import { NO_NAMES, withName } from '../../lib/tickets/names.ts';
import { rowWindow, scrollToRow } from '../../lib/tickets/row-window.ts';
import { SORT_FIELDS, type Sort, sortTickets } from '../../lib/tickets/sort-tickets.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { readTyped, typedOf } from '../../lib/tickets/typed-filter.ts';
import {
  ANY_VIEW,
  COUNT_EVERY_MS,
  countKey,
  isCountDue,
  listFilterOf,
  START_VIEWS,
  withStartViews,
} from '../../lib/tickets/views.ts';
import { makeTicket } from '../support/make-ticket.ts';

const ticket = (id: string, change: Partial<Ticket>) => makeTicket({ ...change, id: canonicalId(id) });
const nameFor = (_kind: string, number: number) => ({ 1: 'Zoe', 2: 'Änne', 10: 'Bob' })[number] ?? String(number);
const order = (tickets: Ticket[], by: Sort['by'], isDown = false) =>
  sortTickets(tickets, { by, isDown }, nameFor, 'en')
    .map(({ id }) => id)
    .join('');

describe('sorting', () => {
  test('numbers by size, names by the alphabet, moments by time', () => {
    const tickets = [
      ticket('A', { priority: 3, assignee: 1, created: '2023-09-05T14:20:54Z' }),
      ticket('B', { priority: 1, assignee: 10, created: '2023-09-05T15:20:54+02:00' }),
      ticket('C', { priority: 10, assignee: 2, created: '2023-09-05T14:20:53.999999999Z' }),
    ];
    expect(order(tickets, 'priority')).toBe('BAC');
    expect(order(tickets, 'priority', true)).toBe('CAB');
    expect(order(tickets, 'assignee')).toBe('CBA');
    expect(order(tickets, 'created')).toBe('BCA');
  });

  test.each(SORT_FIELDS)('by %s: what is alike keeps the order of the desk, either way', (by) => {
    const alike = ['A', 'B', 'C'].map((id) => ticket(id, {}));
    if (by === 'desk' || by === 'id') return expect(order(alike, by, true)).toBe('CBA');
    expect(order(alike, by)).toBe('ABC');
    expect(order(alike, by, true)).toBe('ABC');
  });

  test('what has no value stands last, either way', () => {
    const tickets = [ticket('A', { deadline: null }), ticket('B', { deadline: '2023-09-05T14:20:54Z' })];
    expect(order(tickets, 'deadline')).toBe('BA');
    expect(order(tickets, 'deadline', true)).toBe('BA');
    const guests = [
      ticket('A', { customer: null, reportedBy: null }),
      ticket('B', { reportedBy: 'Bob', customer: null }),
    ];
    expect(order(guests, 'customer', true)).toBe('BA');
  });

  test('5,000 tickets take no time that is felt', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => ticket(`T${(at * 7919) % 5_000}`, { assignee: at % 50 }));
    const startedAt = performance.now();
    for (const by of SORT_FIELDS) sortTickets(many, { by, isDown: true }, nameFor, 'en');
    const each = (performance.now() - startedAt) / SORT_FIELDS.length;
    console.log(`5,000 tickets sorted in ${each.toFixed(1)} ms`);
    expect(each).toBeLessThan(500);
  });
});

describe('the rows that are drawn', () => {
  test('those in view and a few around, never more than there are', () => {
    expect(rowWindow(5_000, 80, -200, 600)).toEqual({ first: 0, end: 13 });
    expect(rowWindow(5_000, 80, 8_000, 800)).toEqual({ first: 92, end: 118 });
    expect(rowWindow(5_000, 80, 400_000, 800)).toEqual({ first: 4_992, end: 5_000 });
    expect(rowWindow(3, 80, 0, 800)).toEqual({ first: 0, end: 3 });
    expect(rowWindow(5, 80, 90_000, 800)).toEqual({ first: 5, end: 5 });
  });

  test('a row out of view is scrolled to, one in view is left alone', () => {
    expect(scrollToRow(5, 80, 0, 800, 80)).toBe(0);
    expect(scrollToRow(10, 80, 0, 800, 80)).toBe(160);
    expect(scrollToRow(2, 80, 400, 800, 80)).toBe(-320);
  });
});

describe('views', () => {
  test('"me" is whoever the settings say, and no question while that is nobody', () => {
    const [mine, unassigned] = START_VIEWS;
    expect(mine && listFilterOf(mine.filter, 10)).toEqual({ ...ANY_TICKET, assignee: 10, status: 0 });
    expect(mine && listFilterOf(mine.filter, null)).toBeNull();
    expect(unassigned && listFilterOf(unassigned.filter, null)).toEqual({ ...ANY_TICKET, assignee: 'none', status: 0 });
  });

  test('those of the start are always there, once', () => {
    expect(withStartViews([]).map(({ id }) => id)).toEqual(['mine', 'unassigned']);
    const own = { id: 'own', name: 'Own', filter: ANY_VIEW, sort: { by: 'id', isDown: true }, pinned: false } as const;
    const kept = withStartViews([own, ...START_VIEWS]);
    expect(withStartViews(kept)).toEqual(kept);
    expect(kept).toHaveLength(3);
  });

  test('a count is due after five minutes, for another filter, and when the clock was put back', () => {
    const of = countKey(ANY_TICKET);
    const known = { count: 3, at: 1_000_000, of };
    expect(isCountDue(undefined, of, 1_000_000)).toBe(true);
    expect(isCountDue(known, of, 1_000_000 + COUNT_EVERY_MS - 1)).toBe(false);
    expect(isCountDue(known, of, 1_000_000 + COUNT_EVERY_MS)).toBe(true);
    expect(isCountDue(known, countKey({ ...ANY_TICKET, queue: 1 }), 1_000_001)).toBe(true);
    expect(isCountDue(known, of, 999_999)).toBe(true);
  });
});

describe('a typed filter', () => {
  const words = { me: 'Me', none: 'Unassigned' };
  const named = withName(NO_NAMES, 'queues', 2, { name: 'Billing', from: 'agent' });
  const names = withName(named, 'agents', 7, { name: 'Priya Raman', from: 'agent' });
  const empty = typedOf(ANY_VIEW, names, words);

  test('names and numbers, and what is empty is any', () => {
    const typed = { ...empty, queue: 'billing', topic: '9', assignee: 'Priya Raman', status: '0', search: ' a b ' };
    const filter = { ...ANY_VIEW, queue: 2, topic: 9, assignee: 7, status: 0, search: 'a b' };
    expect(readTyped(typed, names, words)).toEqual({ ok: true, filter });
    expect(readTyped(typedOf(filter, names, words), names, words)).toEqual({ ok: true, filter });
    expect(readTyped(empty, names, words)).toEqual({ ok: true, filter: ANY_VIEW });
  });

  test('me and nobody, by their words', () => {
    for (const assignee of ['me', 'none'] as const) {
      const filter = { ...ANY_VIEW, assignee };
      expect(readTyped(typedOf(filter, names, words), names, words)).toEqual({ ok: true, filter });
    }
  });

  test('an unknown name and turned dates are problems of their fields', () => {
    const typed = { ...empty, group: 'Nobody knows', from: '2023-09-05', to: '2023-09-04' };
    expect(readTyped(typed, names, words)).toMatchObject({ ok: false, problems: { group: {}, to: {} } });
  });
});
