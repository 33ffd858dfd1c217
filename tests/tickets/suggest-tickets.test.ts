/** What is suggested while an agent types: the beginning of an ID, words of the text, the customer. */
import { expect, test } from 'vitest';
import { suggestTickets } from '../../lib/tickets/suggest-tickets.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';

const ticket = (id: string, description: string | null, name: string | null = null) =>
  ({ id, description, customer: name === null ? null : { name } }) as Ticket;

const all = [
  ticket('09-13-O-TW4', 'Hello,\nThe mail is late', 'Houston Brooks'),
  ticket('11-14-3-AS7', 'Refund of an order', 'Ada'),
  ticket('11-20-K-R5D', null),
];

test.each([
  ['', ['09-13-O-TW4', '11-14-3-AS7', '11-20-K-R5D']],
  ['11-', ['11-14-3-AS7', '11-20-K-R5D']],
  [' 09-13-o-t ', ['09-13-O-TW4']],
  ['REFUND', ['11-14-3-AS7']],
  ['houston', ['09-13-O-TW4']],
  ['13-O', []],
  ['nothing has this', []],
])('%j', (typed, ids) => {
  expect(suggestTickets(typed, all).map(({ id }) => id)).toEqual(ids);
});

test('says what each is about, and keeps to the most', () => {
  expect(suggestTickets('', all, 1)).toEqual([{ id: '09-13-O-TW4', about: 'The mail is late' }]);
});
