/** The ticket a surface shows. */
import type { TicketId } from '../../lib/tickets/ticket-id.ts';

export function ShownTicket({ id }: { id: TicketId }) {
  return <h2>{id}</h2>;
}
