/** Several writes at once: refused where they are forbidden, also while they wait; four at a time; the rest can be cancelled. */
import { expect, test } from 'vitest';
import type { OutboxId } from '../../lib/tickets/actions.ts';
import type { OutboxEntry, Outcome, Settled, Submission } from '../../lib/tickets/outbox-entry.ts';
import { seenOf } from '../../lib/tickets/seen.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { openOutbox } from '../../lib/worker/outbox.ts';
import { makeAsks } from '../../lib/worker/outbox-asks.ts';
import type { OutboxPorts, Shelf } from '../../lib/worker/outbox-ports.ts';
import { makeTicket } from '../support/make-ticket.ts';

function makeShelf<T>(): Shelf<T> & { kept: Map<string, T> } {
  const kept = new Map<string, T>();
  return {
    kept,
    read: async (name) => kept.get(name) ?? null,
    readAll: async () => new Map(kept),
    write: async (name, value) => void kept.set(name, value),
    remove: async (name) => void kept.delete(name),
  };
}

/** A desk whose writes end when the test says so. */
function makeWorld({ undoMs = 0, allowBulk = true } = {}) {
  const rules = { undoMs, allowed: ['close', 'tag'] as const, allowBulk };
  const entries = makeShelf<OutboxEntry>();
  const outcomes = makeShelf<Outcome>();
  const leaving: (() => void)[] = [];
  const sent: string[] = [];
  const ports: OutboxPorts = {
    now: () => 1_000_000,
    entries,
    settled: makeShelf<Settled>(),
    outcomes,
    giveDraft: async () => undefined,
    dropDraft: async () => undefined,
    hasDraft: async () => false,
    origin: async () => 'https://acme.sympoq.com',
    read: async (id) => ({
      ok: true,
      ticket: makeTicket({ id, log: [], status: sent.includes(id) ? 4 : 2 }),
      readAt: 1_000_000,
    }),
    send: async (id) => {
      sent.push(id);
      await new Promise<void>((resolve) => leaving.push(resolve));
      return { ok: true };
    },
    us: async () => ({ names: [], isSure: false }),
    learn: async () => undefined,
    rules: async () => rules,
    wake: () => undefined,
  };
  return { asks: makeAsks(openOutbox(ports)), entries: entries.kept, outcomes: outcomes.kept, leaving, sent, rules };
}

const parts = (count: number, kind: 'close' | 'reply' = 'close'): Submission[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `entry-id-${at}` as OutboxId,
    ticketId: canonicalId(`11-22-A-${100 + at}`),
    origin: 'https://acme.sympoq.com',
    action: kind === 'close' ? { kind } : { kind, reply: 'Hello' },
    seen: seenOf(null),
  }));

test('forbidden: nothing is stored', async () => {
  const world = makeWorld({ allowBulk: false });
  expect(await world.asks.submitMany('bulk-id-1', parts(3))).toEqual({
    ok: false,
    failure: { code: 'policy', field: 'allowBulk' },
  });
  expect(world.entries.size).toBe(0);
});

test('an action that is forbidden is forbidden for several, too', async () => {
  const world = makeWorld();
  expect(await world.asks.submitMany('bulk-id-1', parts(3, 'reply'))).toMatchObject({ failure: { code: 'policy' } });
  expect(world.entries.size).toBe(0);
});

test('forbidden while they are held: none leaves', async () => {
  const world = makeWorld({ undoMs: 5_000 });
  expect(await world.asks.submitMany('bulk-id-1', parts(2))).toEqual({ ok: true, value: { refused: [] } });
  world.rules.allowBulk = false;
  await world.asks.stepMany('bulk-id-1', 'sendNow');
  await expect.poll(() => [...world.entries.values()].map(({ state }) => state)).toEqual(['failed', 'failed']);
  expect([...world.entries.values()].map(({ failure }) => failure?.code)).toEqual(['policy', 'policy']);
  expect(world.sent).toEqual([]);
});

test('four leave at a time; the same bulk again is the same; the rest is cancelled and never leaves', async () => {
  const world = makeWorld();
  const [first, second] = await Promise.all([
    world.asks.submitMany('bulk-id-1', parts(10)),
    world.asks.submitMany('bulk-id-1', parts(10)),
  ]);
  expect([first.ok, second.ok]).toEqual([true, true]);
  await expect.poll(() => world.sent.length).toBe(4);
  world.leaving.shift()?.();
  await expect.poll(() => world.sent.length).toBe(5);
  expect(await world.asks.stepMany('bulk-id-1', 'cancel')).toEqual({ ok: true, value: undefined });
  while (world.entries.size > 0) {
    for (const end of world.leaving.splice(0)) end();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(world.sent).toHaveLength(5);
  expect(new Set(world.sent).size).toBe(5);
  expect([...world.outcomes.values()].map(({ outcome, bulk }) => [outcome, bulk?.id])).toEqual(
    Array.from({ length: 5 }, () => ['sent', 'bulk-id-1']),
  );
});

test('what is sent by itself does not wait for a bulk', async () => {
  const world = makeWorld();
  await world.asks.submitMany('bulk-id-1', parts(10));
  await expect.poll(() => world.sent.length).toBe(4);
  const alone = { ...(parts(11)[10] as Submission) };
  await world.asks.submit(alone);
  await expect.poll(() => world.sent).toContain(alone.ticketId);
});

test('one that cannot be stored is refused by itself: the others leave, and nobody is told that none did', async () => {
  const { asks, entries, sent } = makeWorld();
  const { set } = entries;
  entries.set = (name, entry) => {
    if (name === 'entry-id-2') throw new DOMException('full', 'QuotaExceededError');
    return set.call(entries, name, entry);
  };
  const answer = await asks.submitMany('bulk', parts(4));
  expect(answer).toEqual({
    ok: true,
    value: { refused: [{ id: 'entry-id-2', failure: expect.objectContaining({ code: 'storage-full' }) }] },
  });
  await expect.poll(() => sent).toHaveLength(3);
});
