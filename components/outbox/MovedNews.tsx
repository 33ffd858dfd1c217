/** What others did since the agent read the ticket. */
import { useNow } from '../../lib/hooks/use-now.ts';
import { type ActivityKind, activityKind } from '../../lib/tickets/activity.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import type { OutboxEntry } from '../../lib/tickets/outbox-entry.ts';
import { MOVED_FIELD } from '../../lib/tickets/outbox-words.ts';
import { findInstant } from '../../lib/tickets/relative-time.ts';
import type { LogEntry } from '../../lib/tickets/ticket.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { relativeTime } from '../../lib/words/times.ts';
import { t } from '../../lib/words/words.ts';
import { ActivityEntry } from '../ticket/ActivityEntry.tsx';
import '../ticket/activity.css';

/** News shown at once; the whole is in the ticket's activity. */
const MOST = 4;

const DID: Partial<Record<ActivityKind, MessageKey>> = {
  reply: 'outboxDidReply',
  note: 'outboxDidNote',
  closed: 'outboxDidClose',
  assigned: 'outboxDidAssign',
};

export function MovedNews({ entry, onOpen }: { entry: OutboxEntry; onOpen: (id: TicketId) => void }) {
  const now = useNow();
  const newest = entry.news[0];
  const field = entry.movedField;
  return (
    <>
      <p class="outbox-card__moved">
        {newest && t('outboxSince', whoDidWhat(newest, now))}
        {!newest && t(field ? MOVED_FIELD[field] : 'outboxMovedSomehow')}
      </p>
      {newest && (
        <ol class="outbox-card__news">
          {entry.news.slice(0, MOST).map((news, index) => (
            <ActivityEntry key={entry.news.length - index} entry={news} onOpen={onOpen} />
          ))}
        </ol>
      )}
    </>
  );
}

/** Such as "Joel Mercury replied 2 min. ago". */
function whoDidWhat(news: LogEntry, now: number): string {
  const who = news.appliedBy ?? t('ticketByDesk');
  const at = findInstant(news.date);
  const when = at === undefined ? '' : relativeTime(at, now);
  const did = DID[activityKind(news)];
  return did ? t(did, who, when) : t('outboxDidOther', who, news.action ?? '—', when);
}
