/** The ticket the panel shows, with failures in words. */
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { FailureNote } from '../failure/FailureNote.tsx';
import { TicketView } from '../ticket/TicketView.tsx';

export function ShownTicket({ id, onOpen }: { id: TicketId; onOpen: (id: TicketId) => void }) {
  return (
    <TicketView
      id={id}
      onOpen={onOpen}
      renderFailure={(failure, retry) => <FailureNote failure={failure} onRetry={retry} />}
    />
  );
}
