/** Where the focus goes when what had it is no longer shown: from a row to its ticket, and back to the row. */
import type { TicketId } from '../../lib/tickets/ticket-id.ts';

/** Of a ticket in the panel, and of one in short. */
const HEAD = '.ticket-header__id, .card__id';

/** The row of a ticket that was just gone back from. */
export function focusRow(within: HTMLElement | null, id: TicketId): void {
  const rows = [...(within?.querySelectorAll<HTMLElement>(`[data-id="${CSS.escape(id)}"] .row__open`) ?? [])];
  rows.find((row) => row.checkVisibility())?.focus({ preventScroll: true });
}

/** The head of a ticket that was just opened, unless what opened it still stands there, as the search field does. */
export function focusTicket(within: HTMLElement | null): void {
  const at = document.activeElement;
  if (at && at !== document.body && at.checkVisibility()) return;
  within?.querySelector<HTMLElement>(HEAD)?.focus({ preventScroll: true });
}
