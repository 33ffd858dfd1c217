/** A small world around the outbox for unit tests: shelves in memory, a clock that stands, a desk that takes everything. */
import type { OutboxEntry, Outcome, Settled } from '../../lib/tickets/outbox-entry.ts';
import type { OutboxPorts, Shelf } from '../../lib/worker/outbox-ports.ts';
import { makeTicket } from './make-ticket.ts';

export interface MemoryShelf<T> extends Shelf<T> {
  kept: Map<string, T>;
}

export function makeShelf<T>(): MemoryShelf<T> {
  const kept = new Map<string, T>();
  return {
    kept,
    read: async (name) => kept.get(name) ?? null,
    readAll: async () => new Map(kept),
    write: async (name, value) => void kept.set(name, value),
    remove: async (name) => void kept.delete(name),
  };
}

export const DESK = 'https://acme.sympoq.com';

/** Ports with everything harmless; a test brings what matters to it. */
export function makePorts(changes: Partial<OutboxPorts> = {}) {
  const entries = makeShelf<OutboxEntry>();
  const settled = makeShelf<Settled>();
  const outcomes = makeShelf<Outcome>();
  const ports: OutboxPorts = {
    now: () => 1_000_000,
    entries,
    settled,
    outcomes,
    giveDraft: async () => undefined,
    dropDraft: async () => undefined,
    hasDraft: async () => false,
    origin: async () => DESK,
    read: async () => ({ ok: true, ticket: makeTicket({ log: [] }), readAt: 1_000_000 }),
    send: async () => ({ ok: true }),
    us: async () => ({ names: ['Joel Mercury'], isSure: true }),
    learn: async () => undefined,
    rules: async () => ({ undoMs: 0, allowed: ['reply', 'note', 'assign', 'move', 'tag', 'close'], allowBulk: true }),
    wake: () => undefined,
    ...changes,
  };
  return { ports, entries, settled, outcomes };
}
