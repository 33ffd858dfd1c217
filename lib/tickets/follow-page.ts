/** What "On this page" shows, and when what a page shows by now is only offered: never under a person who is typing. */
import { findList, type TabPage } from './page-state.ts';
import type { TicketId } from './ticket-id.ts';

/** What the place shows: a ticket of the page, or the page's state (a list, or words). */
export type PagePlace = { kind: 'ticket'; id: TicketId; page: TabPage } | { kind: 'state'; page: TabPage };

export interface Followed {
  place: PagePlace;
  /** What the page would show if the agent were not typing; null when that is what is shown, or nothing worth a line. */
  offered: PagePlace | null;
}

/** What the page asks for: the chosen ticket while it stands there, else its only one, else its state. */
export function placeOf(page: TabPage, chosen: TicketId | null): PagePlace {
  const ids = page.kind === 'some' ? page.ids : [];
  if (chosen !== null && ids.includes(chosen)) return { kind: 'ticket', id: chosen, page };
  const only = ids.length === 1 ? ids[0] : undefined;
  return only === undefined ? { kind: 'state', page } : { kind: 'ticket', id: only, page };
}

/** Follows the page, unless the agent types in what is shown: in a ticket, in a list, or in the list behind a ticket. */
export function followPage(
  shown: PagePlace | null,
  page: TabPage,
  chosen: TicketId | null,
  isTyping: boolean,
): Followed {
  const wanted = placeOf(page, chosen);
  if (!isTyping || shown === null || !isSwapped(shown, wanted)) return { place: wanted, offered: null };
  return { place: shown, offered: isWorthOffering(wanted) ? wanted : null };
}

/** A list stays the same list while tickets come and go in it; words hold nothing that is typed. */
function isSwapped(shown: PagePlace, wanted: PagePlace): boolean {
  if (shown.kind === 'ticket') return wanted.kind !== 'ticket' || wanted.id !== shown.id;
  const list = findList(shown.page);
  return list !== null && (wanted.kind === 'ticket' || findList(wanted.page)?.list !== list.list);
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
