/** What "On this page" shows, and when what a page shows by now is only offered: never swapped under a person. */
import { findList, type TabPage } from './page-state.ts';
import type { TicketId } from './ticket-id.ts';

/** What the place shows: a ticket of the page, or the page's state (a list, or words). */
export type PagePlace = { kind: 'ticket'; id: TicketId; page: TabPage } | { kind: 'state'; page: TabPage };

/** What the agent does in what is shown: writes in a composer, has the focus there, or neither. */
export type Doing = 'typing' | 'there' | 'away';

export interface Followed {
  place: PagePlace;
  /** What the page would show if nothing were kept; null when that is what is shown, or nothing worth a line. */
  offered: PagePlace | null;
}

/** What the page asks for: the chosen ticket while it stands there, else its only one, else its state. */
export function placeOf(page: TabPage, chosen: TicketId | null): PagePlace {
  const ids = page.kind === 'some' ? page.ids : [];
  if (chosen !== null && ids.includes(chosen)) return { kind: 'ticket', id: chosen, page };
  const only = ids.length === 1 ? ids[0] : undefined;
  return only === undefined ? { kind: 'state', page } : { kind: 'ticket', id: only, page };
}

/**
 * Follows the page, unless the agent types in what is shown: in a ticket, in a list, or in the list behind a ticket. The
 * ticket that they chose in this tab is kept for as long as the focus is in it.
 */
export function followPage(shown: PagePlace | null, page: TabPage, chosen: TicketId | null, doing: Doing): Followed {
  const wanted = placeOf(page, chosen);
  const isChosen = shown?.kind === 'ticket' && shown.id === chosen;
  const isKept = doing === 'typing' || (doing === 'there' && isChosen);
  if (!isKept || shown === null || !isSwapped(shown, wanted)) return { place: wanted, offered: null };
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

/**
 * The ticket before or after `id` in page order, round the corner; where `id` stands there no longer, the last or the
 * first. Null when there is no other.
 */
export function neighbour(ids: TicketId[], id: TicketId, step: 1 | -1): TicketId | null {
  const at = ids.indexOf(id);
  if (at < 0) return ids.at(step === 1 ? 0 : -1) ?? null;
  if (ids.length < 2) return null;
  return ids[(at + step + ids.length) % ids.length] ?? null;
}
