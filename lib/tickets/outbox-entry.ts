/** A write on its way to the desk, as it is stored and shown. */
import type { Action, OutboxId, OutboxState, Seen } from './actions.ts';
import type { Failure } from './failure.ts';
import type { LogEntry } from './ticket.ts';
import type { TicketId } from './ticket-id.ts';

export interface OutboxEntry {
  id: OutboxId;
  ticketId: TicketId;
  action: Action;
  seen: Seen;
  state: OutboxState;
  /** Epoch milliseconds, as all times here. */
  createdAt: number;
  /** Until when `Undo` is possible. */
  heldUntil: number;
  /** When the one request left, or was about to. */
  sentAt: number | null;
  /** Why it is `failed` or `unsure`. */
  failure: Failure | null;
  /** In `moved`: what others did since the agent read the ticket, newest first. */
  news: LogEntry[];
  /** In `moved` without log news: the field another person changed. */
  movedField: 'assignee' | 'queue' | 'tags' | 'status' | null;
  /** The agent said `Send anyway`: do not stop for what stands in `seen` again. */
  anyway: boolean;
  /** Looks made after an open outcome, and when the next is due. */
  looks: number;
  nextLookAt: number | null;
}

/** How a write that left the outbox ended; the surfaces say it once. */
export interface Outcome {
  id: OutboxId;
  ticketId: TicketId;
  kind: Action['kind'];
  /** `sent`: seen at the desk or confirmed by it. `differs`: done, but the desk shows another value than was asked (tags). */
  outcome: 'sent' | 'differs' | 'arrived';
  at: number;
}
