/** Everything on its way to the desk: what, when, why in words, and what can be done. */
import { Send } from 'lucide';
import { useOutbox } from '../../lib/hooks/use-outbox.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../basic/Icon.tsx';
import { OutboxCard } from './OutboxCard.tsx';
import './outbox.css';

export function OutboxView({ onOpen }: { onOpen: (id: TicketId) => void }) {
  const entries = useOutbox();
  if (!entries) return null;
  return (
    <section class="outbox" aria-label={t('outboxTitle')}>
      {entries.length === 0 && (
        <div class="outbox__empty">
          <Icon of={Send} size={28} />
          <p class="outbox__empty-title">{t('outboxEmpty')}</p>
          <p>{t('outboxEmptyNext')}</p>
        </div>
      )}
      <ul class="outbox__entries">
        {entries.map((entry) => (
          <li key={entry.id}>
            <OutboxCard entry={entry} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}
