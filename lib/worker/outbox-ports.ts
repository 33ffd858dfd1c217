/** All that the outbox needs of the outside: tests hand in a world of their own. */
import type { Action, ActionKind, OutboxId } from '../tickets/actions.ts';
import type { OutboxEntry, Outcome, Settled } from '../tickets/outbox-entry.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import type { WriteResult } from './desk-verdict.ts';
import type { Reading } from './outbox-decide.ts';
import type { Us } from './outbox-evidence.ts';

/** A family of stored things by name. A write that has returned outlives the worker. */
export interface Shelf<T> {
  read(name: string): Promise<T | null>;
  readAll(): Promise<Map<string, T>>;
  write(name: string, value: T): Promise<void>;
  remove(name: string): Promise<void>;
}

/** What is learned from a write that was found in the log. */
export interface Learned {
  name: string | null;
  /** Our number, where a reply made us the assignee. */
  number: number | null;
  /** When it left, in epoch milliseconds: with another key we were someone else, perhaps. */
  sentAt: number;
}

/** What holds for every entry now. */
export interface OutboxRules {
  undoMs: number;
  allowed: readonly ActionKind[];
  allowBulk: boolean;
}

export interface OutboxPorts {
  /** Epoch milliseconds. */
  now(): number;
  entries: Shelf<OutboxEntry>;
  settled: Shelf<Settled>;
  outcomes: Shelf<Outcome>;
  /** Stores an entry's fields as a draft, one that was typed meanwhile with it; answers its id, none for closing. */
  giveDraft(entry: OutboxEntry): Promise<OutboxId | undefined>;
  /** Removes the draft that became this entry. */
  dropDraft(entry: OutboxEntry): Promise<void>;
  /** Whether there is a draft that has this id, or had it, or went on from the same one. */
  hasDraft(id: OutboxId): Promise<boolean>;
  /** The desk we are connected to; null without one. */
  origin(): Promise<string | null>;
  /** Reads a ticket and stores the record for the surfaces. Never rejects; ends at once when aborted. */
  read(ticketId: TicketId, signal: AbortSignal): Promise<Reading>;
  /** Exactly one request, none at another desk than `origin`, none after `leaveBy` (epoch milliseconds). Never rejects. */
  send(ticketId: TicketId, action: Action, origin: string, leaveBy: number): Promise<WriteResult>;
  us(): Promise<Us>;
  learn(learned: Learned): Promise<void>;
  rules(): Promise<OutboxRules>;
  /** Called when what is next has changed: be awake while something runs, and call `look` at that time. */
  wake(nextAt: number | null, isRunning: boolean): void;
}
