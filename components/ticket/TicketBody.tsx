/** All that a ticket says, from its description to its activity. */
import type { Ticket } from '../../lib/tickets/ticket.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { Chip } from '../basic/Chip.tsx';
import { Activity } from './Activity.tsx';
import { CustomerCard } from './CustomerCard.tsx';
import { CustomFields } from './CustomFields.tsx';
import { Facts } from './Facts.tsx';
import { LongText } from './LongText.tsx';
import { Section } from './Section.tsx';

export function TicketBody({ ticket, onOpen }: { ticket: Ticket; onOpen: (id: TicketId) => void }) {
  return (
    <>
      <Section title={t('ticketDescription')}>
        {ticket.description ? <LongText text={ticket.description} onOpen={onOpen} /> : <p>—</p>}
      </Section>
      <CustomerCard customer={ticket.customer} />
      <Facts ticket={ticket} />
      <Section title={t('ticketTags')}>
        <ul class="chips">
          {ticket.tags.length === 0 && <li>—</li>}
          {ticket.tags.map((tag) => (
            <li key={tag}>
              <Chip title={tag}>{tag}</Chip>
            </li>
          ))}
        </ul>
      </Section>
      <CustomFields fields={ticket.customFields} />
      {ticket.solution && (
        <Section title={t('ticketSolution')}>
          <div class="solution">
            <LongText text={ticket.solution} onOpen={onOpen} />
          </div>
        </Section>
      )}
      <Activity key={ticket.id} log={ticket.log} description={ticket.description} onOpen={onOpen} />
    </>
  );
}
