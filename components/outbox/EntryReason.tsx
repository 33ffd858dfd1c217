/** Why an entry stands where it stands, in words. */
import { useNow } from '../../lib/hooks/use-now.ts';
import { useOnline } from '../../lib/hooks/use-online.ts';
import { useStored } from '../../lib/hooks/use-stored.ts';
import { connectionItem } from '../../lib/state/connection.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import type { OutboxEntry } from '../../lib/tickets/outbox-entry.ts';
import { HELD, hindranceNow } from '../../lib/tickets/outbox-words.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { failureText } from '../../lib/words/failure-text.ts';
import { numberText } from '../../lib/words/times.ts';
import { t, tn } from '../../lib/words/words.ts';
import { MovedNews } from './MovedNews.tsx';

export interface EntryReasonProps {
  entry: OutboxEntry;
  onOpen: (id: TicketId) => void;
  /** For another desk than the one we are connected to: its time leads to nothing. */
  isElsewhere: boolean;
  /** Said once by screen readers when it appears. */
  live?: boolean;
}

export function EntryReason({ entry, onOpen, isElsewhere, live }: EntryReasonProps) {
  const now = useNow(entry.nextLookAt === null && entry.state !== 'held' ? 30_000 : 1000);
  const online = useOnline();
  const connection = useStored(connectionItem);
  const failure = connection === undefined ? entry.failure : hindranceNow(entry, connection);
  const why = failure && failureText(failure, { online });
  // What it was stopped for is over: only the agent's word is wanted.
  const isFree = entry.state === 'failed' && entry.failure !== null && !failure;
  const isLate = entry.state === 'failed' && entry.failure === null;
  const whyText = why ? [why.body] : [];
  const heldSeconds = Math.ceil((entry.heldUntil - Math.max(now, entry.createdAt)) / 1000);
  const seconds = entry.nextLookAt === null ? null : Math.ceil((entry.nextLookAt - now) / 1000);
  const words = {
    held: isElsewhere
      ? []
      : [heldSeconds > 0 ? t(HELD[entry.action.kind], entry.ticketId, numberText(heldSeconds)) : t('outboxHeldWhy')],
    queued: [t(why ? 'outboxQueuedTrying' : 'outboxQueuedWhy')],
    moved: [],
    sending: entry.confirmed ? [t('outboxConfirmedWhy')] : [],
    failed: isFree ? [t('outboxFreeWhy')] : isLate ? [t('outboxLateWhy')] : whyText,
    unsure: [t(unsureWord(entry))],
    twice: [t('outboxTwiceWhy')],
  }[entry.state];
  return (
    <div class="outbox-card__why" role={live ? 'status' : undefined}>
      {entry.state === 'moved' && <MovedNews entry={entry} onOpen={onOpen} />}
      {why && entry.state !== 'unsure' && <p class="outbox-card__moved">{why.title}</p>}
      {(isFree || isLate) && <p class="outbox-card__moved">{t(isFree ? 'outboxFree' : 'outboxLate')}</p>}
      {words.length > 0 && <p>{words.join(' ')}</p>}
      {entry.state === 'unsure' && (
        <p class="outbox-card__look" aria-live="off">
          {entry.looks > 0 && `${tn('outboxLooks', entry.looks)} `}
          {seconds !== null && (seconds > 0 ? tn('outboxNextLook', seconds) : t('outboxLooking'))}
        </p>
      )}
    </div>
  );
}

function unsureWord({ confirmed, failure }: OutboxEntry): MessageKey {
  if (confirmed) return 'outboxUnsureTakenWhy';
  return failure?.code === 'desk-error' ? 'outboxUnsureErrorWhy' : 'outboxUnsureWhy';
}
