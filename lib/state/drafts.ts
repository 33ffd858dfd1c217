/** Drafts, one key per ticket and kind. Mirror; the durable copy is the worker's. */
import type { Draft, DraftKind } from '../tickets/draft.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { storedFamily } from './stored.ts';

export const drafts = storedFamily<Draft>('draft', 1);

/** The name of a draft in its family. */
export function draftName(ticketId: TicketId, kind: DraftKind): string {
  return `${ticketId}:${kind}`;
}
