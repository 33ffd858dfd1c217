/** Which ticket "On this page" shows, and when a page's new ticket is only offered: never under a person who is typing. */
import type { PageState } from './page-state.ts';
import type { TicketId } from './ticket-id.ts';

/** What the place shows: a ticket, or the page's state (a list, or words). */
export type PagePlace = { kind: 'ticket'; id: TicketId } | { kind: 'state'; page: PageState };

export interface Followed {
  place: PagePlace;
  /** What the page would show if the agent were not typing; null when that is what is shown, or nothing worth a line. */
  offered: PagePlace | null;
}

/** What the page asks for: the chosen ticket while it stands there, else its only one, else its state. */
export function placeOf(page: PageState, chosen: TicketId | null): PagePlace {
  const ids = page.kind === 'some' ? page.ids : [];
  if (chosen !== null && ids.includes(chosen)) return { kind: 'ticket', id: chosen };
  const only = ids.length === 1 ? ids[0] : undefined;
  return only === undefined ? { kind: 'state', page } : { kind: 'ticket', id: only };
}

/** Follows the page, unless the agent types in the ticket that is shown. */
export function followPage(
  shown: PagePlace | null,
  page: PageState,
  chosen: TicketId | null,
  isTyping: boolean,
): Followed {
  const wanted = placeOf(page, chosen);
  if (!isTyping || shown?.kind !== 'ticket' || isSameTicket(shown, wanted)) return { place: wanted, offered: null };
  return { place: shown, offered: isWorthOffering(wanted) ? wanted : null };
}

function isSameTicket(a: PagePlace, b: PagePlace): boolean {
  return a.kind === 'ticket' && b.kind === 'ticket' && a.id === b.id;
}

function isWorthOffering(place: PagePlace): boolean {
  return place.kind === 'ticket' || place.page.kind === 'some';
}

/** The ticket before or after `id` in page order, round the corner; null when there is no other. */
export function neighbour(ids: TicketId[], id: TicketId, step: 1 | -1): TicketId | null {
  const at = ids.indexOf(id);
  if (at < 0 || ids.length < 2) return null;
  return ids[(at + step + ids.length) % ids.length] ?? null;
}
