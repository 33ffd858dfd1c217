/** What can be done in the popup itself: tags and closing. */
import type { Ticket } from '../../lib/tickets/ticket.ts';

export function PopupActions({ ticket }: { ticket: Ticket }) {
  return <div hidden>{ticket.id}</div>;
}
