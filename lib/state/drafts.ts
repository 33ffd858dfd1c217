/** Drafts, one key per desk, ticket and kind. Mirror; the durable copy is the worker's. */
import type { Draft, DraftKind } from '../tickets/draft.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { storedFamily } from './stored.ts';

/** Where a draft belongs. */
export interface DraftPlace {
  origin: string;
  ticketId: TicketId;
  kind: DraftKind;
}

export const drafts = storedFamily<Draft>('draft', 2);

/** The name of a draft in its family: at another desk the same ID is another ticket. */
export function draftName({ origin, ticketId, kind }: DraftPlace): string {
  return `${origin} ${ticketId}:${kind}`;
}
