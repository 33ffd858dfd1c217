/** What was typed for one ticket and not sent. */
import { drafts } from '../state/drafts.ts';
import type { Draft } from '../tickets/draft.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { useStoredFamily } from './use-stored.ts';

/** The drafts of a desk's ticket, the one changed last first; undefined until read. */
export function useDraftsOf(id: TicketId, desk: string | null | undefined): Draft[] | undefined {
  const all = useStoredFamily(drafts);
  if (!all || desk === undefined) return undefined;
  return [...all.values()]
    .filter(({ ticketId, origin }) => ticketId === id && origin === desk)
    .sort((a, b) => b.changedAt - a.changedAt);
}
