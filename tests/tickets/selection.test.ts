/** Checking rows of a list: one, a range, all; and that it goes by ID, whatever the list does. */
import { expect, test } from 'vitest';
import { allSelected, NONE_SELECTED, rangedTo, selectedOf, selectionOf, toggled } from '../../lib/tickets/selection.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';

const ids = ['A', 'B', 'C', 'D', 'E'] as TicketId[];
const [A, B, C, D, E] = ids as [TicketId, TicketId, TicketId, TicketId, TicketId];

test('one is checked and unchecked', () => {
  const one = toggled(NONE_SELECTED, B);
  expect(selectedOf(one, ids)).toEqual([B]);
  expect(selectedOf(toggled(one, B), ids)).toEqual([]);
});

test('a range goes from what was checked last, either way, and leaves the others checked', () => {
  const two = toggled(toggled(NONE_SELECTED, A), D);
  expect(selectedOf(rangedTo(two, ids, B), ids)).toEqual([A, B, C, D]);
  expect(selectedOf(rangedTo(two, ids, E), ids)).toEqual([A, D, E]);
});

test('a range that is made shorter gives the rest free again', () => {
  const long = rangedTo(toggled(NONE_SELECTED, B), ids, E);
  expect(selectedOf(rangedTo(long, ids, C), ids)).toEqual([B, C]);
});

test('without a beginning a range begins where it is told to', () => {
  expect(selectedOf(rangedTo(NONE_SELECTED, ids, D, C), ids)).toEqual([C, D]);
});

test('a range to a ticket that left the list changes nothing', () => {
  const one = toggled(NONE_SELECTED, B);
  expect(rangedTo(one, ids, 'X' as TicketId)).toBe(one);
});

test('a range from a ticket that left the list begins anew and keeps what was checked', () => {
  const one = toggled(NONE_SELECTED, A);
  const rest = ids.slice(1);
  expect(selectedOf(rangedTo(one, rest, D, C), ids)).toEqual([A, C, D]);
});

test('all, and all again is none', () => {
  const all = allSelected(toggled(NONE_SELECTED, B), ids);
  expect(selectedOf(all, ids)).toEqual(ids);
  expect(selectedOf(allSelected(all, ids), ids)).toEqual([]);
});

test('another order, a new ticket, a ticket that is gone for a while: the same ones are checked', () => {
  const two = selectionOf([B, D]);
  expect(selectedOf(two, [...ids].reverse())).toEqual([D, B]);
  expect(selectedOf(two, ['N' as TicketId, ...ids])).toEqual([B, D]);
  expect(selectedOf(two, [A, D, E])).toEqual([D]);
  expect(selectedOf(two, ids)).toEqual([B, D]);
});
