/** Tickets as last read, one key per ticket, oldest out first. */
import type { Ticket } from '../tickets/ticket.ts';
import { storedFamily } from './stored.ts';

export interface TicketRecord {
  ticket: Ticket;
  /** Epoch milliseconds. Older than 60 s is read again when shown or focused. */
  readAt: number;
  /** When the agent last opened it, for recent tickets and for what is kept longest; null for a row. */
  openedAt: number | null;
}

/** By TicketId. */
export const tickets = storedFamily<TicketRecord>('ticket', 1);

/** A record older than this is read again when it is shown, in milliseconds. */
const FRESH_MS = 60_000;

/** Whether it need not be read again. What lies ahead was read before the clock was put back. */
export function isFresh({ readAt }: TicketRecord, now: number): boolean {
  return readAt <= now && now - readAt < FRESH_MS;
}
