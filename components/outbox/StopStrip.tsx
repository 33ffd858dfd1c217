/** A write that stands still, was not taken, or ended otherwise than meant, on a ticket that is not on show: which, how it stands, and a way to it. */
import { Clock, TriangleAlert, X } from 'lucide';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { IconButton } from '../basic/IconButton.tsx';
import { Strip } from '../basic/Strip.tsx';
import { leaveFocus } from '../page/focus.ts';
import { KeepWhole } from '../parts/KeepWhole.tsx';

export interface StopStripProps {
  ticketId: TicketId;
  /** What it is and how it stands. */
  words: string;
  /** It needs the agent. */
  isUrgent: boolean;
  /** How many others there are; after `Show` the next of them is named. */
  more?: string | undefined;
  onOpen: (id: TicketId) => void;
  onPutAway?: () => void;
}

export function StopStrip({ ticketId, words, isUrgent, more, onOpen, onPutAway }: StopStripProps) {
  return (
    <Strip
      icon={isUrgent ? TriangleAlert : Clock}
      tone={isUrgent ? 'warning' : 'accent'}
      actionsRef={leaveFocus}
      actions={
        <>
          <Button title={words} onClick={() => onOpen(ticketId)}>
            {t('pageOfferShow')}
          </Button>
          {onPutAway && <IconButton icon={X} label={t('settingsDismiss')} onClick={onPutAway} />}
        </>
      }
    >
      <KeepWhole id={ticketId}>{words}</KeepWhole>
      {more && <p class="outbox-strip__more">{more}</p>}
    </Strip>
  );
}
