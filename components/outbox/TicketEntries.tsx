/** What of one ticket is on its way or was stopped, inside the ticket itself. */
import { useOutboxOf } from '../../lib/hooks/use-outbox.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { OutboxCard } from './OutboxCard.tsx';

export interface TicketEntriesProps {
  id: TicketId;
  onOpen: (id: TicketId) => void;
}

export function TicketEntries({ id, onOpen }: TicketEntriesProps) {
  const entries = useOutboxOf(id)?.filter(({ state }) => state !== 'held') ?? [];
  if (entries.length === 0) return null;
  return (
    <div class="ticket-entries">
      {entries.map((entry) => (
        <OutboxCard key={entry.id} entry={entry} onOpen={onOpen} inTicket />
      ))}
    </div>
  );
}
