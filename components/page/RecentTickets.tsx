/** The tickets the agent opened last, where there is nothing else to show. */
import { useId } from 'preact/hooks';
import { useRecent } from '../../lib/hooks/use-recent.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { TicketRow } from './TicketRow.tsx';
import './page.css';

export function RecentTickets({ onOpen }: { onOpen: (id: TicketId) => void }) {
  const headingId = useId();
  const recent = useRecent();
  if (!recent || recent.length === 0) return null;
  return (
    <section class="recent">
      <h2 class="recent__title" id={headingId}>
        {t('pageRecent')}
      </h2>
      <ul class="rows" aria-labelledby={headingId}>
        {recent.map(({ ticket }) => (
          <TicketRow key={ticket.id} id={ticket.id} ticket={ticket} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}
