/** Answers of the desk that are not as its API page shows them, and still say what they say. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANY_TICKET } from '../../lib/tickets/list-filter.ts';
import { parseAnswer, ticketAnswer, ticketsAnswer } from '../../lib/worker/desk-answers.ts';
import { type Desk, startDesk } from '../sandbox/desk.ts';
import { testDesk } from './sandbox-client.ts';

let sandbox: Desk;
beforeAll(async () => {
  sandbox = await startDesk({ tickets: 1 });
});
afterAll(() => sandbox.close());

const ticketOf = (more: object) => {
  const parsed = parseAnswer(ticketAnswer, JSON.stringify({ id: '09-13-O-TW4', ...more }));
  return parsed.fits ? parsed.value : parsed;
};

// The page shows both only as null.
test.each([
  [null, null],
  [4, 4],
  ['4.5', 4.5],
  ['', null],
  ['good', 'good'],
  [{ stars: 5 }, '{"stars":5}'],
])('a rating of %j is read as %j', (rating, read) => {
  expect(ticketOf({ rating })).toMatchObject({ rating: read });
});

test.each([
  [null, null],
  ['Restarted it.', 'Restarted it.'],
  [7, '7'],
  [{ text: 'x' }, '{"text":"x"}'],
])('a solution of %j is read as %j', (solution, read) => {
  expect(ticketOf({ solution })).toMatchObject({ solution: read });
});

test('an empty list may come as null; a ticket may not, and no content is no list', async () => {
  expect(parseAnswer(ticketsAnswer, 'null')).toEqual({ fits: true, value: [] });
  expect(parseAnswer(ticketsAnswer, '')).toEqual({ fits: false });
  expect(parseAnswer(ticketAnswer, 'null')).toEqual({ fits: false });
  // Any host may say that, to any question.
  const { desk } = testDesk(sandbox, { fetch: async () => new Response(null, { status: 204 }) });
  expect(await desk.listTickets(ANY_TICKET)).toMatchObject({
    ok: false,
    failure: { code: 'bad-answer', status: 204 },
  });
});
