/** A write that stands still, or was not taken, on a ticket that is not on show: which, how it stands, and a way to it. */
import { Clock, TriangleAlert } from 'lucide';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { numberText } from '../../lib/words/times.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Strip } from '../basic/Strip.tsx';
import { leaveFocus } from '../page/focus.ts';
import { KeepWhole } from '../parts/KeepWhole.tsx';

export interface StopStripProps {
  ticketId: TicketId;
  /** What it is and how it stands. */
  words: string;
  /** It needs the agent. */
  isUrgent: boolean;
  /** How many others stand still; after `Show` the next of them is named. */
  others?: number;
  onOpen: (id: TicketId) => void;
}

export function StopStrip({ ticketId, words, isUrgent, others = 0, onOpen }: StopStripProps) {
  return (
    <Strip
      icon={isUrgent ? TriangleAlert : Clock}
      tone={isUrgent ? 'warning' : 'accent'}
      actionsRef={leaveFocus}
      actions={
        <Button title={words} onClick={() => onOpen(ticketId)}>
          {t('pageOfferShow')}
        </Button>
      }
    >
      <KeepWhole id={ticketId}>{words}</KeepWhole>
      {others > 0 && <p class="outbox-strip__more">{t('outboxMore', numberText(others))}</p>}
    </Strip>
  );
}
