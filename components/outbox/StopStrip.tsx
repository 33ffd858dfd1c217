/** A write that stands still on a ticket that is not on show: which, how it stands, and a way to it. */
import { Clock, TriangleAlert } from 'lucide';
import type { OutboxEntry } from '../../lib/tickets/outbox-entry.ts';
import { needsAgent } from '../../lib/tickets/outbox-words.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { standWords } from '../../lib/words/outbox-sayings.ts';
import { numberText } from '../../lib/words/times.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Strip } from '../basic/Strip.tsx';
import { leaveFocus } from '../page/focus.ts';
import { KeepWhole } from '../parts/KeepWhole.tsx';

export interface StopStripProps {
  entry: OutboxEntry;
  /** How many others stand still; after `Show` the next of them is named. */
  others: number;
  onOpen: (id: TicketId) => void;
}

export function StopStrip({ entry, others, onOpen }: StopStripProps) {
  const isUrgent = needsAgent(entry);
  const words = standWords(entry);
  return (
    <Strip
      icon={isUrgent ? TriangleAlert : Clock}
      tone={isUrgent ? 'warning' : 'accent'}
      actionsRef={leaveFocus}
      actions={
        <Button title={words} onClick={() => onOpen(entry.ticketId)}>
          {t('pageOfferShow')}
        </Button>
      }
    >
      <KeepWhole id={entry.ticketId}>{words}</KeepWhole>
      {others > 0 && <p class="outbox-strip__more">{t('outboxMore', numberText(others))}</p>}
    </Strip>
  );
}
