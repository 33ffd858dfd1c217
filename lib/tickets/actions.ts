/** The six agent actions as data (API page: "Agent Actions"), and which of a ticket's fields each one sets. */

import { STATUS } from './codes.ts';

export const ACTION_KINDS = ['reply', 'note', 'assign', 'move', 'tag', 'close'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** Optional members are left out on the wire when undefined; booleans become 1 or 0. */
export type Action =
  | {
      kind: 'reply';
      reply: string;
      andClose?: boolean;
      markSolution?: boolean;
      autoAssign?: boolean;
      /** Whole minutes, 0 and up. */
      minutes?: number;
    }
  | { kind: 'note'; note: string; status?: number; minutes?: number }
  | {
      kind: 'assign';
      assignee: number;
      /** ISO 8601 instant; written in the desk's form and zone when sent. */
      deadline?: string;
      minutes?: number;
    }
  | { kind: 'move'; queue: number; unassign?: boolean; minutes?: number }
  | { kind: 'tag'; tags: string[] }
  | { kind: 'close' };

/** Every kind that must be allowed for this action: a reply may close and take a ticket, a note close it, a move unassign it. */
export function kindsOf(action: Action): ActionKind[] {
  const closes =
    (action.kind === 'reply' && action.andClose) || (action.kind === 'note' && action.status === STATUS.closed);
  const assigns = (action.kind === 'reply' && action.autoAssign) || (action.kind === 'move' && action.unassign);
  return [action.kind, ...(closes ? (['close'] as const) : []), ...(assigns ? (['assign'] as const) : [])];
}

/** What the agent had seen of a ticket when the composer opened. It travels with the action. */
export interface Seen {
  /** Epoch milliseconds of the read the agent looked at; 0 when the ticket was never read. */
  readAt: number;
  /** Keys of the log's entries (event-log.ts `entryKey`), newest first, at most 100; null when no log was read. */
  log: string[] | null;
  /** When the ticket had changed last, by the desk's clock (ISO 8601); absent in what an older version stored. */
  updated?: string | null | undefined;
  status: number | null;
  assignee: number | null;
  deadline: string | null;
  queue: number | null;
  tags: string[];
}

export type OutboxId = string & { readonly outboxId: true };

export const OUTBOX_STATES = ['held', 'queued', 'moved', 'sending', 'failed', 'unsure', 'twice'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];
