/** Outbox entries and how the latest of them ended, one key each. Mirrors; the durable copies are the worker's. */
import type { OutboxEntry, Outcome, Settled } from '../tickets/outbox-entry.ts';
import { storedFamily } from './stored.ts';

/** By OutboxId. */
export const outbox = storedFamily<OutboxEntry>('outbox', 1);

/** By OutboxId; removed by the worker a minute after, but what the agent must see not before they have. */
export const outcomes = storedFamily<Outcome>('outcome', 1);

/** By OutboxId: ids that are used up and what in the ticket was our doing; only the worker reads it. */
export const settled = storedFamily<Settled>('settled', 2);
