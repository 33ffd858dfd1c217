/** Outbox entries and how the latest of them ended, one key each. Mirrors; durable copies, but of how they ended, are the worker's. */
import type { OutboxEntry, Outcome, Settled } from '../tickets/outbox-entry.ts';
import { storedFamily } from './stored.ts';

/** By OutboxId. */
export const outbox = storedFamily<OutboxEntry>('outbox', 1);

/** By OutboxId; removed by the worker after a minute. */
export const outcomes = storedFamily<Outcome>('outcome', 1);

/** By OutboxId: ids that are used up and what in the ticket was our doing; only the worker reads it. */
export const settled = storedFamily<Settled>('settled', 2);
