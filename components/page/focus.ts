/** Where the focus goes when what had it is no longer shown: from a row to its ticket, and back to the row. */
import type { TicketId } from '../../lib/tickets/ticket-id.ts';

/** Of a ticket in the panel, and of one in short. */
const HEAD = '.ticket-header__id, .card__id';

/** How long what is not drawn yet is waited for, in milliseconds. */
const WAIT_MS = 1000;

/**
 * The row of a ticket that was just gone back from. Where its list is read first, it gets the focus if nothing else has by
 * then; where another ticket or the outbox is gone back to, that.
 */
export function focusRow(within: HTMLElement | null, id: TicketId): void {
  const find = () => {
    const rows = [...(within?.querySelectorAll<HTMLElement>(`[data-id="${CSS.escape(id)}"] .row__open`) ?? [])];
    return rows.find((row) => row.checkVisibility());
  };
  const row = find();
  row?.focus({ preventScroll: true });
  if (row || !within) return;
  tryAsDrawn(within, () => find()?.focus());
  focusShown();
}

/** Tries with each drawing, for a moment, until something has the focus. */
function tryAsDrawn(within: HTMLElement, focus: () => void): void {
  const drawn = new MutationObserver(() => {
    if (isLost()) focus();
    if (!isLost()) drawn.disconnect();
  });
  drawn.observe(within, { childList: true, subtree: true });
  setTimeout(() => drawn.disconnect(), WAIT_MS);
}

/**
 * The head of a ticket that was just opened, unless what opened it still stands there, as the search field does: false then,
 * and somebody has to say which ticket it is.
 */
export function focusTicket(within: HTMLElement | null): boolean {
  const head = isLost() ? within?.querySelector<HTMLElement>(HEAD) : null;
  head?.focus({ preventScroll: true });
  return head !== null && head !== undefined;
}

/**
 * Goes as `ref` on what goes away with the buttons in it. Where one of them had the focus then, and nothing else takes it,
 * the head of the ticket on show gets it, or the row of the list that Tab would stop at, or the outbox. Not while the agent is at the page.
 */
export function leaveFocus(element: HTMLElement | null): (() => void) | undefined {
  if (!element) return;
  return () => {
    if (document.hasFocus() && element.contains(document.activeElement)) setTimeout(focusShown);
  };
}

/**
 * Of what is on show, the head of the ticket, the row that Tab would stop at or the outbox; only where nothing has the focus.
 * A list is drawn a moment after it came.
 */
export function focusShown(): void {
  if (!isLost()) return;
  focusPlace();
  if (isLost()) tryAsDrawn(document.body, focusPlace);
}

function focusPlace(): void {
  const places = [...document.querySelectorAll<HTMLElement>(`${HEAD}, .row__open:not([tabindex="-1"]), .outbox`)];
  const shown = places.find((place) => place.checkVisibility());
  // Reading goes on where it was; a row is shown, for the keys act on it.
  shown?.focus({ preventScroll: shown.matches(HEAD) });
}

/** What had the focus is gone or hidden. */
function isLost(): boolean {
  const at = document.activeElement;
  return !at || at === document.body || !at.checkVisibility();
}
