/** The custom fields of a ticket; null is "—". */
import type { FieldValue, Ticket } from '../../lib/tickets/ticket.ts';
import { t } from '../../lib/words/words.ts';
import { Fact } from './Facts.tsx';
import { Section } from './Section.tsx';

export function CustomFields({ fields }: { fields: Ticket['customFields'] }) {
  const entries = Object.entries(fields);
  if (entries.length === 0) return null;
  return (
    <Section title={t('ticketCustomFields')}>
      <dl class="facts">
        {entries.map(([name, value]) => (
          <Fact key={name} label={name}>
            {valueText(value)}
          </Fact>
        ))}
      </dl>
    </Section>
  );
}

function valueText(value: FieldValue): string {
  if (typeof value === 'boolean') return t(value ? 'ticketYes' : 'ticketNo');
  return value === null || value === '' ? '—' : String(value);
}
