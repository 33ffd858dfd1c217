/** How near a deadline is, for its colour and words. */
import { STATUS } from './codes.ts';
import { findInstant } from './relative-time.ts';
import type { Ticket } from './ticket.ts';

export type DeadlineState = 'none' | 'unknown' | 'past' | 'overdue' | 'near' | 'far';

const NEAR_MS = 24 * 3_600_000;

/** A closed ticket is never overdue: its deadline is only `past`. `now` in epoch milliseconds. */
export function deadlineState(ticket: Pick<Ticket, 'deadline' | 'status'>, now: number): DeadlineState {
  if (ticket.deadline === null) return 'none';
  const at = findInstant(ticket.deadline);
  if (at === undefined) return 'unknown';
  const isClosed = ticket.status === STATUS.closed;
  if (at < now) return isClosed ? 'past' : 'overdue';
  return at - now < NEAR_MS && !isClosed ? 'near' : 'far';
}
