/** A write taken back while its outcome was open, and sent anew: found at the desk it is not sent a second time. */
import { expect, test } from 'vitest';
import type { Action, OutboxId } from '../../lib/tickets/actions.ts';
import { firstId } from '../../lib/tickets/draft.ts';
import type { OutboxEntry } from '../../lib/tickets/outbox-entry.ts';
import { seenOf } from '../../lib/tickets/seen.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import { openOutbox } from '../../lib/worker/outbox.ts';
import { entryOf, makeAsks } from '../../lib/worker/outbox-asks.ts';
import { idAfter, textPrintOf } from '../../lib/worker/outbox-settled.ts';
import { makeEntry, makeTicket } from '../support/make-ticket.ts';
import { makePorts } from '../support/outbox-world.ts';

const id = 'outbox-id-1' as OutboxId;
const reply = (text: string, more: { andClose?: boolean; minutes?: number } = {}): Action => ({
  kind: 'reply',
  reply: text,
  ...more,
});
const text = 'The problem you reported has been fixed. Please try now.';

/** A desk that takes the first request in but never answers it. */
function makeWorld() {
  let ticket: Ticket = makeTicket({ log: [] });
  let sends = 0;
  let now = 1_000_000;
  let isMute = true;
  let begun: OutboxId | undefined;
  const drafts = new Set<string>();
  const given: OutboxEntry[] = [];
  const { ports, entries, outcomes, settled } = makePorts({
    now: () => now,
    giveDraft: async (entry) => {
      given.push(entry);
      const draftId = begun ?? entry.id;
      drafts.add(draftId);
      return draftId;
    },
    dropDraft: async (entry) => void drafts.delete(entry.id),
    hasDraft: async (id) => [...drafts].some((draft) => firstId(draft as OutboxId) === firstId(id)),
    read: async () => ({ ok: true, ticket, readAt: now }),
    send: async (_id, action) => {
      sends++;
      if (!isMute && action.kind === 'reply') {
        arrive(action.reply);
        return { ok: true };
      }
      return { ok: false, failure: { code: 'timeout' }, outcome: 'open' };
    },
  });
  const arrive = (words = text, date?: string) => {
    const entry = makeEntry({
      appliedBy: 'Joel Mercury',
      description: words,
      action: 'Replied',
      ...(date && { date }),
    });
    ticket = makeTicket({ log: [entry, ...(ticket.log ?? [])] });
  };
  const outbox = openOutbox(ports);
  const asks = makeAsks(outbox);
  const submit = (words: string, more: { andClose?: boolean; minutes?: number } = {}) => ({
    id,
    ticketId: ticket.id,
    origin: 'https://acme.sympoq.com',
    action: reply(words, more),
    seen: seenOf(null),
  });
  const quiet = (of = id) => expect.poll(() => entries.kept.get(of)?.state).toBe('unsure');
  return {
    asks,
    submit,
    quiet,
    /** Sends a text, and takes it back while its outcome is open. */
    takeBack: async (words = text, of = id) => {
      await asks.submit({ ...submit(words), id: of });
      await quiet(of);
      await asks.backToDraft(of);
    },
    look: () => outbox.look(),
    /** Texts that may still arrive. */
    open: () => [...settled.kept.values()].filter(({ takenBack }) => takenBack).length,
    drafts,
    pass: (ms: number) => {
      now += ms;
    },
    /** A draft is begun before the text comes back. */
    begin: (draftId: OutboxId) => {
      begun = draftId;
    },
    speak: () => {
      isMute = false;
    },
    entries,
    outcomes,
    given,
    sends: () => sends,
    arrive,
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

test('given back into a draft that was begun meanwhile, it is known too when it alone is left of that', async () => {
  const { asks, quiet, arrive, begin, submit, sends, outcomes, entries } = makeWorld();
  const other = 'outbox-id-2' as OutboxId;
  await asks.submit(submit(text));
  await quiet();
  begin(other);
  await asks.backToDraft(id);
  arrive();
  await asks.submit({ ...submit(text), id: other });
  await expect.poll(() => entries.kept.size).toBe(0);
  expect(outcomes.kept.get(other)?.outcome).toBe('sent');
  expect(sends()).toBe(1);
});

test('given back into a draft of another text that was taken back too, each is known when it alone is left', async () => {
  const { asks, takeBack, arrive, begin, submit, sends, outcomes } = makeWorld();
  const other = 'outbox-id-2' as OutboxId;
  const second = 'It has been fixed on the other machine too.';
  await takeBack();
  begin(id);
  await takeBack(second, other);
  arrive(second);
  await asks.submit(submit(second));
  await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('sent');
  expect(sends()).toBe(2);
});

test('another text is another message', async () => {
  const { asks, takeBack, arrive, submit, sends } = makeWorld();
  await takeBack();
  arrive();
  await asks.submit(submit(`${text} And more.`));
  await expect.poll(sends).toBe(2);
});

test.each(['', '<p>'])('a text that quotes it and was taken back itself is no sign either (%s)', async (mark) => {
  const { asks, takeBack, submit, sends, arrive, look, speak, outcomes } = makeWorld();
  const other = 'outbox-id-2' as OutboxId;
  const quoting = `${text} And more.`;
  await takeBack();
  await takeBack(quoting, other);
  arrive(mark + quoting);
  speak();
  await asks.submit(submit(text));
  await look();
  await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('sent');
  expect(sends()).toBe(3);
});

test('nor is such a text that still lies in the outbox, not confirmed', async () => {
  const { asks, takeBack, quiet, submit, arrive, look, entries, pass, outcomes } = makeWorld();
  const other = 'outbox-id-2' as OutboxId;
  await takeBack();
  await asks.submit({ ...submit(`${text} And more.`), id: other });
  await expect.poll(() => entries.kept.get(other)?.state).toBe('unsure');
  for (const looks of [1, 2]) {
    pass(45_000);
    await look();
    await expect.poll(() => entries.kept.get(other)?.looks).toBe(looks);
  }
  arrive(`${text} And more.`);
  await asks.submit(submit(text));
  pass(121_000);
  await look();
  await quiet();
  await asks.lookAt(id);
  await expect.poll(() => entries.kept.get(id)?.looks).toBe(1);
  expect(outcomes.kept.size).toBe(0);
});

test.each(['as typed', 'in lines', 'made HTML'])(
  'nor is a text that it begins with and that was taken back itself, shown %s',
  async (how) => {
    for (const end of ['', '...']) {
      const { asks, takeBack, submit, arrive, look, entries, pass, outcomes } = makeWorld();
      const other = 'outbox-id-2' as OutboxId;
      await takeBack(text + end);
      await asks.submit({ ...submit(`${text}${end} And more.`), id: other });
      await expect.poll(() => entries.kept.get(other)?.state).toBe('unsure');
      const between = { 'as typed': ' ', 'in lines': '\r\n', 'made HTML': '<br>\n' }[how] ?? '';
      arrive((text + end).replaceAll(' ', between));
      pass(61_000);
      await look();
      await expect.poll(() => entries.kept.get(other)?.looks).toBe(1);
      expect(outcomes.kept.size).toBe(0);
    }
  },
);

test('it is known too under the id that its draft goes on with when another text took its own', async () => {
  const { asks, takeBack, arrive, submit, sends, outcomes, speak, given, entries } = makeWorld();
  await takeBack();
  speak();
  await asks.submit(submit('Quite another text from a second window.'));
  await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('sent');
  arrive();
  expect(await asks.submit(submit(text))).toMatchObject({ ok: false });
  const onward = given.at(-1)?.id as OutboxId;
  expect(onward).not.toBe(id);
  await asks.submit({ ...submit(text), id: onward });
  await expect.poll(() => entries.kept.size).toBe(0);
  expect(outcomes.kept.get(onward)?.outcome).toBe('sent');
  expect(sends()).toBe(2);
});

test('it is known too in a draft that had more text when it went on with another id, and has it no more', async () => {
  const { asks, takeBack, arrive, submit, sends, outcomes, speak, entries } = makeWorld();
  const onward = idAfter(id, textPrintOf(`${text} And more.`) ?? '');
  await takeBack();
  speak();
  await asks.submit(submit('Quite another text from a second window.'));
  await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('sent');
  arrive();
  await asks.submit({ ...submit(text), id: onward });
  await expect.poll(() => entries.kept.size).toBe(0);
  expect(outcomes.kept.get(onward)?.outcome).toBe('sent');
  expect(sends()).toBe(2);
});

test('it is known too after more was written to it, and that was taken back while open and deleted again', async () => {
  const { asks, quiet, arrive, submit, sends, outcomes } = makeWorld();
  for (const words of [text, `${text} And more.`]) {
    await asks.submit(submit(words));
    await quiet();
    await asks.backToDraft(id);
  }
  arrive();
  await asks.submit(submit(text));
  await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('sent');
  expect(sends()).toBe(2);
});

test('what was taken back first is known too after the same text was taken back once more, from a second window', async () => {
  const { asks, quiet, arrive, submit, sends, outcomes, entries } = makeWorld();
  const onward = idAfter(id, textPrintOf(text) ?? '');
  await asks.submit(submit(text));
  await quiet();
  await asks.submit({ ...submit(text), id: onward });
  arrive();
  await asks.backToDraft(id);
  await expect.poll(() => entries.kept.get(onward)?.openSends).toBe(1);
  await expect.poll(() => entries.kept.get(onward)?.state).toBe('unsure');
  await asks.backToDraft(onward);
  await asks.submit(submit(text));
  await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('sent');
  expect(sends()).toBe(2);
});

test('and after another text took the id too that it went on with', async () => {
  const { asks, quiet, arrive, submit, sends, outcomes, speak } = makeWorld();
  const onward = idAfter(id, textPrintOf(text) ?? '');
  for (const words of [text, `${text} And more.`]) {
    await asks.submit(submit(words));
    await quiet();
    await asks.backToDraft(id);
  }
  speak();
  await asks.submit({ ...submit('Quite another text from a second window.'), id: onward });
  await expect.poll(() => outcomes.kept.get(onward)?.outcome).toBe('sent');
  arrive();
  await asks.submit(submit(text));
  await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('sent');
  expect(sends()).toBe(3);
});

test('once it was sent under that id, no later text under its own makes the id free again', async () => {
  const { asks, takeBack, submit, speak, sends, entries } = makeWorld();
  const onward = idAfter(id, textPrintOf(text) ?? '');
  await takeBack();
  speak();
  await asks.submit({ ...submit(text), id: onward });
  await expect.poll(() => entries.kept.size).toBe(0);
  await asks.submit(submit('Quite another text from a second window.'));
  await expect.poll(() => entries.kept.size).toBe(0);
  await asks.submit({ ...submit(text), id: onward });
  expect(entries.kept.size).toBe(0);
  expect(sends()).toBe(3);
});

test('the same text with other options, sent from a second window, is no draft that could be sent once more', async () => {
  const { asks, quiet, submit, given, sends } = makeWorld();
  await asks.submit(submit(text));
  await quiet();
  expect(await asks.submit(submit(text, { minutes: 15 }))).toMatchObject({ ok: false, failure: { code: 'gone' } });
  await asks.discard(id);
  expect(given).toEqual([]);
  await asks.submit(submit(text, { minutes: 15 }));
  expect(given).toHaveLength(1);
  expect(sends()).toBe(1);
});

test('another text that quotes it whole, and its copy, are no sign that it arrived', async () => {
  const { asks, takeBack, submit, sends, outcomes, speak, arrive } = makeWorld();
  const other = 'outbox-id-2' as OutboxId;
  await takeBack();
  speak();
  await asks.submit({ ...submit(`${text} And more.`), id: other });
  await expect.poll(() => outcomes.kept.get(other)?.outcome).toBe('sent');
  arrive(`${text} And more.`, '2026-03-04T05:06:07.000Z');
  await asks.submit(submit(text));
  await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('sent');
  expect(sends()).toBe(3);
});

test.each([{ andClose: true }, { minutes: 15 }])(
  'the same text with other options (%o) is not sent a second time, and it is said that it is not all as asked',
  async (more) => {
    const { asks, quiet, arrive, submit, sends, outcomes } = makeWorld();
    await asks.submit(submit(text));
    await quiet();
    await asks.backToDraft(id);
    arrive();
    await asks.submit(submit(text, more));
    await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('differs');
    expect(sends()).toBe(1);
  },
);

test('with other options it is sent where the first request did not arrive, and then all is as asked', async () => {
  const { asks, takeBack, submit, sends, outcomes, speak } = makeWorld();
  await takeBack();
  speak();
  await asks.submit(submit(text, { minutes: 15 }));
  await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('sent');
  expect(sends()).toBe(2);
});

test('a draft that lay for days is still known for what may have arrived', async () => {
  const { asks, takeBack, arrive, submit, sends, outcomes, pass, look, open, drafts } = makeWorld();
  await takeBack();
  arrive();
  pass(3 * 24 * 3_600_000);
  await look();
  expect(open()).toBe(1);
  await asks.submit(submit(text));
  await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('sent');
  expect(sends()).toBe(1);
  expect(drafts.size).toBe(0);
});

test('and in one that went on with another id, with more text', async () => {
  const { asks, takeBack, arrive, submit, sends, outcomes, speak, pass, look, drafts } = makeWorld();
  const onward = idAfter(id, textPrintOf(`${text} And more.`) ?? '');
  await takeBack();
  speak();
  await asks.submit(submit('Quite another text from a second window.'));
  await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('sent');
  drafts.add(onward);
  arrive();
  pass(3 * 24 * 3_600_000);
  await look();
  await asks.submit({ ...submit(text), id: onward });
  await expect.poll(() => outcomes.kept.get(onward)?.outcome).toBe('sent');
  expect(sends()).toBe(2);
});

test('a draft that could not be dropped is not sent a second time days later', async () => {
  const { asks, speak, submit, outcomes, pass, look, sends, drafts, entries } = makeWorld();
  speak();
  await asks.submit(submit(text));
  drafts.add(id);
  await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('sent');
  pass(3 * 24 * 3_600_000);
  await look();
  expect(await asks.submit(submit(text))).toMatchObject({ ok: true });
  await expect.poll(() => entries.kept.size).toBe(0);
  expect(sends()).toBe(1);
});

test('days later too another text that quotes it is no sign that it arrived', async () => {
  const { asks, takeBack, submit, sends, outcomes, speak, pass, look } = makeWorld();
  const other = 'outbox-id-2' as OutboxId;
  await takeBack();
  speak();
  await asks.submit({ ...submit(`${text} And more.`), id: other });
  await expect.poll(() => outcomes.kept.get(other)?.outcome).toBe('sent');
  pass(3 * 24 * 3_600_000);
  await look();
  await asks.submit(submit(text));
  await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('sent');
  expect(sends()).toBe(3);
});

test('without its draft what was taken back is forgotten after a day', async () => {
  const { takeBack, pass, look, open, drafts } = makeWorld();
  await takeBack();
  drafts.clear();
  pass(25 * 3_600_000);
  await look();
  expect(open()).toBe(0);
});

test('what was left half given back is sent when it is submitted again, once', async () => {
  const { asks, submit, entries, drafts, given, outcomes, sends, speak } = makeWorld();
  speak();
  // As a worker leaves it that dies between giving the text back and removing the entry.
  const held = { ...entryOf(submit(text), 1_000_000, 5_000), toDraft: true };
  entries.kept.set(id, held);
  drafts.add(id);
  expect((await asks.submit(submit(text))).ok).toBe(true);
  await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('sent');
  expect([sends(), given.length, drafts.size, entries.kept.size]).toEqual([1, 1, 0, 0]);
});
