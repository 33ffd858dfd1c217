/** One write that can still be undone, with the time left. */
import { Clock } from 'lucide';
import { useNow } from '../../lib/hooks/use-now.ts';
import { useOutboxSteps } from '../../lib/hooks/use-outbox.ts';
import type { OutboxEntry } from '../../lib/tickets/outbox-entry.ts';
import { HELD, WHAT } from '../../lib/tickets/outbox-words.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { commandKey, undoKey } from '../../lib/words/keys.ts';
import { numberText } from '../../lib/words/times.ts';
import { t, tn } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Strip } from '../basic/Strip.tsx';
import { FailureNote } from '../failure/FailureNote.tsx';
import { leaveFocus } from '../page/focus.ts';
import { KeepWhole } from '../parts/KeepWhole.tsx';

export interface UndoStripProps {
  entry: OutboxEntry;
  /** Shows the ticket whose draft came back. */
  onOpen: (id: TicketId) => void;
  /** How many others can be undone; they are said where `onOutbox` leads to them. */
  others: number;
  onOutbox?: (() => void) | undefined;
}

export function UndoStrip({ entry, onOpen, others, onOutbox }: UndoStripProps) {
  const now = useNow(250);
  const { take, busy, failure } = useOutboxSteps();
  const leftMs = Math.max(0, entry.heldUntil - Math.max(now, entry.createdAt));
  const wholeMs = Math.max(1, entry.heldUntil - entry.createdAt);
  const undo = async () => {
    if (await take(entry, 'undo')) onOpen(entry.ticketId);
  };
  const what = t(WHAT[entry.action.kind], entry.ticketId);
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      <Strip
        icon={Clock}
        left={leftMs / wholeMs}
        actionsRef={leaveFocus}
        actions={
          <>
            <Button
              look="primary"
              busy={busy === 'undo'}
              title={`${what} (${undoKey()})`}
              shortcut={commandKey('Z')}
              onClick={() => void undo()}
            >
              {t('basicUndo')}
            </Button>
            <Button look="quiet" busy={busy === 'sendNow'} title={what} onClick={() => void take(entry, 'sendNow')}>
              {t('outboxSendNow')}
            </Button>
          </>
        }
      >
        <KeepWhole id={entry.ticketId}>
          {leftMs > 0
            ? t(HELD[entry.action.kind], entry.ticketId, numberText(Math.ceil(leftMs / 1000)))
            : // The ticket is read first: at a slow desk that takes its time.
              `${what}: ${t('outboxSending')}`}
        </KeepWhole>
        {others > 0 && onOutbox && (
          <p class="outbox-strip__more" ref={leaveFocus}>
            {tn('outboxMoreHeld', others)}{' '}
            <Button look="quiet" onClick={onOutbox}>
              {t('outboxShow')}
            </Button>
          </p>
        )}
      </Strip>
    </>
  );
}
