/** What was written for one desk never goes to another one, and is there again when its own desk is. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { drafts } from '../../lib/state/drafts.ts';
import type { OutboxId } from '../../lib/tickets/actions.ts';
import type { Draft } from '../../lib/tickets/draft.ts';
import { seenOf } from '../../lib/tickets/seen.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { discardDraft, restoreDrafts, saveDraft } from '../../lib/worker/drafts.ts';
import { writeDurable } from '../../lib/worker/durable.ts';
import { openOutbox } from '../../lib/worker/outbox.ts';
import { makeAsks } from '../../lib/worker/outbox-asks.ts';
import { makeTicket } from '../support/make-ticket.ts';
import { makePorts } from '../support/outbox-world.ts';

const ONE = 'https://acme.sympoq.com';
const OTHER = 'https://other.sympoq.com';
const ticketId = '09-13-O-TW4' as TicketId;

/** An outbox whose agent moves from desk to desk; every desk takes every write, but says nothing while `isMute`. */
function makeWorld() {
  const world = { desk: ONE as string | null, isMute: false, now: 1_000_000 };
  const sent: string[] = [];
  const { ports, entries, outcomes } = makePorts({
    now: () => world.now,
    origin: async () => world.desk,
    read: async () => ({
      ok: true,
      ticket: makeTicket({ log: [], status: sent.some((line) => line.startsWith(`close to ${world.desk},`)) ? 4 : 1 }),
      readAt: world.now,
    }),
    send: async (_id, action, origin) => {
      sent.push(`${action.kind} to ${origin}, connected to ${world.desk}`);
      return world.isMute ? { ok: false, failure: { code: 'timeout' }, outcome: 'open' } : { ok: true };
    },
    rules: async () => ({ undoMs: 5_000, allowed: ['close', 'note'], allowBulk: true }),
  });
  const outbox = openOutbox(ports);
  const asks = makeAsks(outbox);
  const submit = (id: string, origin: string, kind: 'close' | 'note' = 'close') =>
    asks.submit({
      id: id as OutboxId,
      ticketId,
      origin,
      action: kind === 'close' ? { kind } : { kind, note: 'A note for one desk.' },
      seen: seenOf(null),
    });
  const stateOf = (id: string) => entries.kept.get(id)?.state ?? outcomes.kept.get(id)?.outcome;
  return { world, outbox, asks, entries, sent, submit, stateOf };
}

test('an entry is not sent to another desk, and says so; at its own one it can be sent', async () => {
  const { world, outbox, asks, entries, sent, submit, stateOf } = makeWorld();
  await submit('entry-0001', ONE);
  world.desk = OTHER;
  world.now += 5_000;
  await outbox.look();
  await expect.poll(() => stateOf('entry-0001')).toBe('failed');
  expect(entries.kept.get('entry-0001')?.failure).toEqual({ code: 'other-desk' });
  await asks.sendAgain('entry-0001' as OutboxId);
  await expect.poll(() => stateOf('entry-0001')).toBe('failed');
  expect(sent).toEqual([]);
  world.desk = ONE;
  await asks.sendAgain('entry-0001' as OutboxId);
  await expect.poll(() => stateOf('entry-0001')).toBe('sent');
  expect(sent).toEqual([`close to ${ONE}, connected to ${ONE}`]);
});

test('what was written for another desk than the one connected is not taken on', async () => {
  const { world, entries, submit } = makeWorld();
  world.desk = OTHER;
  expect(await submit('entry-0001', ONE)).toEqual({ ok: false, failure: { code: 'other-desk' } });
  expect(entries.kept.size).toBe(0);
});

test('an open outcome at one desk keeps nothing waiting at another, whose ticket has the same ID', async () => {
  const { world, outbox, sent, submit, stateOf } = makeWorld();
  world.isMute = true;
  await submit('entry-0001', ONE, 'note');
  world.now += 5_000;
  await outbox.look();
  await expect.poll(() => stateOf('entry-0001')).toBe('unsure');
  Object.assign(world, { desk: OTHER, isMute: false });
  await submit('entry-0002', OTHER);
  world.now += 5_000;
  await outbox.look();
  await expect.poll(() => stateOf('entry-0002')).toBe('sent');
  expect(stateOf('entry-0001')).toBe('unsure');
  expect(sent).toEqual([`note to ${ONE}, connected to ${ONE}`, `close to ${OTHER}, connected to ${OTHER}`]);
});

const draftFor = (origin: string, text: string): Draft => ({
  ticketId,
  kind: 'note',
  origin,
  id: `draft-${text}` as OutboxId,
  seen: seenOf(null),
  fields: { text, status: null, minutes: '' },
  changedAt: 1,
});
const textsNow = async () =>
  new Map(
    [...(await drafts.readAll()).values()].map(({ origin, fields }) => [origin, 'text' in fields && fields.text]),
  );

beforeEach(() => fakeBrowser.reset());

test('drafts of two desks for tickets of one ID do not meet', async () => {
  await saveDraft(draftFor(ONE, 'one'), async () => 'none');
  await saveDraft(draftFor(OTHER, 'other'), async () => 'none');
  expect(await textsNow()).toEqual(
    new Map([
      [ONE, 'one'],
      [OTHER, 'other'],
    ]),
  );
  await discardDraft({ origin: ONE, ticketId, kind: 'note' });
  expect(await textsNow()).toEqual(new Map([[OTHER, 'other']]));
  await discardDraft({ origin: OTHER, ticketId, kind: 'note' });
});

test('drafts that version 1 stored are taken in by the desk that is connected then, and none is lost', async () => {
  const { origin: _none, ...old } = draftFor('', 'from before');
  await writeDurable(`draft:${ticketId}:note`, { v: 1, value: old });
  await restoreDrafts(null);
  await restoreDrafts(ONE);
  await restoreDrafts(OTHER);
  expect(await textsNow()).toEqual(new Map([[ONE, 'from before']]));
});
