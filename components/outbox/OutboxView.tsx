/** Everything on its way to the desk: what, when, why in words, and what can be done. */
import { Send } from 'lucide';
import { useFocusPassed } from '../../lib/hooks/use-focus-passed.ts';
import { useOutbox } from '../../lib/hooks/use-outbox.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { EmptyState } from '../basic/EmptyState.tsx';
import { OutboxCard } from './OutboxCard.tsx';
import './outbox.css';

export function OutboxView({ onOpen }: { onOpen: (id: TicketId) => void }) {
  const entries = useOutbox();
  const focus = useFocusPassed<HTMLElement>();
  if (!entries) return null;
  return (
    <section class="outbox" {...focus} tabIndex={-1} aria-label={t('panelOutbox')}>
      {entries.length === 0 && <EmptyState icon={Send} title={t('outboxEmpty')} text={t('outboxEmptyNext')} />}
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
