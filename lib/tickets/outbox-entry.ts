/** A write on its way to the desk, as it is stored and shown. */
import type { Action, OutboxId, OutboxState, Seen } from './actions.ts';
import type { Failure } from './failure.ts';
import type { MovedField } from './seen.ts';
import type { LogEntry } from './ticket.ts';
import type { TicketId } from './ticket-id.ts';

/** The ticket as read last before the request left; what came after is judged against it. */
export interface Before extends Seen {
  responded: string | null;
  minutes: number | null;
  hasNotes: boolean;
}

/** Several tickets acted on at once. */
export interface Bulk {
  /** Made when the bulk composer opened. */
  id: string;
  /** Tickets in all. */
  size: number;
}

/** What a composer hands to the outbox; of a bulk, one ticket's part. */
export interface Submission {
  id: OutboxId;
  ticketId: TicketId;
  /** The desk it is meant for, such as `https://acme.sympoq.com`; at another it is neither sent nor looked for. */
  origin: string;
  action: Action;
  seen: Seen;
}

export interface OutboxEntry extends Submission {
  state: OutboxState;
  /** Epoch milliseconds, as all times here. */
  createdAt: number;
  /** Until when `Undo` is possible; then, when it was to leave: `Send now`, `Send anyway` and a new try set it anew. */
  heldUntil: number;
  /** When the one request left, or was about to. */
  sentAt: number | null;
  /**
   * Why it is `failed`, null where its time was over; how the write that is `unsure` ended, as far as that is known; in
   * `queued`: why it waits, when not for another write.
   */
  failure: Failure | null;
  /** In `moved`: what others did since the agent read the ticket, newest first. */
  news: LogEntry[];
  /** In `moved` without log news: the field another person changed. */
  movedField: MovedField | null;
  /** In `moved`: the ticket as it was then; `Send anyway` makes this what the agent has seen. */
  movedSeen: Seen | null;
  /** Looks made after an open outcome, and when the next is due; in `queued`: when it is tried again. */
  looks: number;
  nextLookAt: number | null;
  /** When its outcome was first found open; absent before, and in what an older version stored. */
  openSince?: number;
  before: Before | null;
  /** Requests whose outcome is open: they may have arrived, or may yet. */
  openSends: number;
  /** The desk said yes (2xx); the look is still to come. */
  confirmed: boolean;
  /** In `twice`: what the last look that the agent asked for found, and when. */
  lookedAgain?: { at: number; isTwice: boolean };
  /** The agent took it back: it is becoming a draft, whatever happens to the worker. */
  toDraft: boolean;
  /** The same text was taken back while open, with other options: what is found may be that one, closing or not. */
  isRevised?: true;
  /** What was submitted is known by, where other tags leave than were chosen. */
  print?: string;
  /** Absent where it was asked for by itself. */
  bulk?: Bulk;
}

/** How a write that left the outbox ended; the surfaces say it once, and what the agent must see until they have seen it. */
export interface Outcome {
  id: OutboxId;
  ticketId: TicketId;
  /** The desk it was for: at another the same ID is another ticket. */
  origin: string;
  kind: Action['kind'];
  /**
   * `sent`: seen at the desk or confirmed by it. `differs`: done, but the desk shows another value than was asked.
   * `arrived`: the agent saw it at the desk. `already`: the ticket was closed without it. `draft`: not sent within two
   * minutes of its time, so it is a draft again.
   */
  outcome: 'sent' | 'differs' | 'arrived' | 'already' | 'draft';
  /** In `already`: who had closed the ticket, where its log says so. */
  by?: string;
  at: number;
  bulk?: Bulk;
  /** In `differs` and `draft`: the agent had its ticket in front of them since, or put away what said so. */
  isSeen?: true;
}

/** What is remembered for a day of a write that left the outbox. No text: the action is known by its print. */
export interface Settled {
  id: OutboxId;
  ticketId: TicketId;
  /** The desk it was sent to; `''` where version 1 stored it. */
  origin: string;
  at: number;
  print: string;
  /** Of a reply's or note's text alone. */
  textPrint: string | null;
  /** The agent threw it away: the same id again is refused, not taken for sent. */
  isDiscarded: boolean;
  /**
   * The agent took it back as a draft while its outcome was open: the id may be used again, and the same text of that draft
   * (or the same action, where it has none) is judged by this before it leaves once more. Kept as long as the draft.
   */
  takenBack?: Pick<OutboxEntry, 'before' | 'openSends' | 'isRevised'>;
  keys: string[];
  /** Descriptions, hashed, that are its text with nothing before or after it. A copy that comes late has the same. */
  texts?: string[];
  values: Partial<Record<MovedField, string>>;
  /** Looks still to come, for a second copy that a browser may have sent. */
  look: { entry: OutboxEntry; at: number } | null;
}
