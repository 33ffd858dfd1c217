/** A write taken back while its outcome was open, and sent anew: found at the desk it is not sent a second time. */
import { expect, test } from 'vitest';
import type { Action, OutboxId } from '../../lib/tickets/actions.ts';
import type { OutboxEntry } from '../../lib/tickets/outbox-entry.ts';
import { seenOf } from '../../lib/tickets/seen.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import { openOutbox } from '../../lib/worker/outbox.ts';
import { makeAsks } from '../../lib/worker/outbox-asks.ts';
import { makeEntry, makeTicket } from '../support/make-ticket.ts';
import { makePorts } from '../support/outbox-world.ts';

const id = 'outbox-id-1' as OutboxId;
const reply = (text: string): Action => ({ kind: 'reply', reply: text });
const text = 'The problem you reported has been fixed. Please try now.';

/** A desk that takes the first request in but never answers it. */
function makeWorld() {
  let ticket: Ticket = makeTicket({ log: [] });
  let sends = 0;
  const given: OutboxEntry[] = [];
  const { ports, entries, outcomes } = makePorts({
    giveDraft: async (entry) => void given.push(entry),
    read: async () => ({ ok: true, ticket, readAt: 1_000_000 }),
    send: async () => {
      sends++;
      return { ok: false, failure: { code: 'timeout' }, outcome: 'open' };
    },
  });
  const outbox = openOutbox(ports);
  const quiet = () => expect.poll(() => entries.kept.get(id)?.state).toBe('unsure');
  return {
    asks: makeAsks(outbox),
    entries,
    outcomes,
    given,
    quiet,
    sends: () => sends,
    arrive: () => {
      const entry = makeEntry({ appliedBy: 'Joel Mercury', description: text, action: 'Replied' });
      ticket = makeTicket({ log: [entry] });
    },
    submit: (words: string) => ({
      id,
      ticketId: ticket.id,
      origin: 'https://acme.sympoq.com',
      action: reply(words),
      seen: seenOf(null),
    }),
  };
}

test('what arrived late is found before the same text would leave again', async () => {
  const { asks, quiet, arrive, submit, sends, outcomes, given } = makeWorld();
  await asks.submit(submit(text));
  await quiet();
  expect((await asks.backToDraft(id)).ok).toBe(true);
  expect(given).toHaveLength(1);
  arrive();
  expect((await asks.submit(submit(text))).ok).toBe(true);
  await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('sent');
  expect(sends()).toBe(1);
});

test('another text is another message', async () => {
  const { asks, quiet, arrive, submit, sends } = makeWorld();
  await asks.submit(submit(text));
  await quiet();
  await asks.backToDraft(id);
  arrive();
  await asks.submit(submit(`${text} And more.`));
  await expect.poll(sends).toBe(2);
});
