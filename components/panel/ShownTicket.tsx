/** The ticket the panel shows. */
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { TicketView } from '../ticket/TicketView.tsx';

export function ShownTicket({ id, onOpen }: { id: TicketId; onOpen: (id: TicketId) => void }) {
  return <TicketView id={id} onOpen={onOpen} />;
}
