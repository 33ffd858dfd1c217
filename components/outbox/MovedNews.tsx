/** What others did since the agent read the ticket. */
import { useNames } from '../../lib/hooks/use-names.ts';
import { useNow } from '../../lib/hooks/use-now.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import type { Seen } from '../../lib/tickets/actions.ts';
import { type ActivityKind, activityKind } from '../../lib/tickets/activity.ts';
import { deskZone } from '../../lib/tickets/desk-dates.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import type { OutboxEntry } from '../../lib/tickets/outbox-entry.ts';
import { MOVED_FIELD } from '../../lib/tickets/outbox-words.ts';
import { findInstant } from '../../lib/tickets/relative-time.ts';
import type { MovedField } from '../../lib/tickets/seen.ts';
import type { LogEntry } from '../../lib/tickets/ticket.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { codeWord } from '../../lib/words/code-word.ts';
import { pastTime, shortDateTime } from '../../lib/words/times.ts';
import { t } from '../../lib/words/words.ts';
import { ActivityEntry } from '../ticket/ActivityEntry.tsx';
import '../ticket/activity.css';

type NameOf = ReturnType<typeof useNames>['nameOf'];

/** News shown at once; the whole is in the ticket's activity. */
const MOST = 4;

const DID: Partial<Record<ActivityKind, MessageKey>> = {
  reply: 'outboxDidReply',
  note: 'outboxDidNote',
  closed: 'outboxDidClose',
  assigned: 'outboxDidAssign',
};

export function MovedNews({ entry, onOpen }: { entry: OutboxEntry; onOpen: (id: TicketId) => void }) {
  const { nameOf } = useNames();
  const { zone } = useSettings().settings;
  const newest = entry.news[0];
  const field = entry.movedField;
  return (
    <>
      <p class="outbox-card__moved">
        {newest && <Since news={newest} />}
        {!newest && t(field ? MOVED_FIELD[field] : 'outboxMovedSomehow')}
      </p>
      {!newest && field && entry.movedSeen && (
        <p>{t('outboxMovedNow', fieldWords(field, entry.movedSeen, nameOf, deskZone(zone)))}</p>
      )}
      {newest && (
        <ol>
          {entry.news.slice(0, MOST).map((news, index) => (
            <ActivityEntry key={entry.news.length - index} entry={news} onOpen={onOpen} />
          ))}
        </ol>
      )}
    </>
  );
}

/** Such as "Since you read this ticket: Joel Mercury replied 2 min. ago". As time goes on it is not said anew. */
function Since({ news }: { news: LogEntry }) {
  const now = useNow();
  const at = findInstant(news.date);
  const when = at === undefined ? '' : pastTime(at, now);
  const words = t('outboxSince', whoDidWhat(news, when));
  const start = words.lastIndexOf(when);
  return (
    <>
      {words.slice(0, start)}
      <span aria-live="off">{when}</span>
      {words.slice(start + when.length)}
    </>
  );
}

/** `when`: such as "2 min. ago". */
function whoDidWhat(news: LogEntry, when: string): string {
  const who = news.appliedBy ?? t('ticketByDesk');
  const did = DID[activityKind(news)];
  return did ? t(did, who, when) : t('outboxDidOther', who, news.action ?? '—', when);
}

/** What stands in the field now: sending anyway writes over it. */
function fieldWords(field: MovedField, seen: Seen, nameOf: NameOf, zone: string): string {
  switch (field) {
    case 'tags':
      return seen.tags.join(', ') || t('composerNoTags');
    case 'assignee':
      return seen.assignee === null ? t('rowUnassigned') : nameOf('agents', seen.assignee);
    case 'queue':
      return nameOf('queues', seen.queue);
    case 'status':
      return seen.status === null ? '—' : codeWord('status', seen.status);
    case 'deadline': {
      const at = findInstant(seen.deadline);
      return at === undefined ? (seen.deadline ?? '—') : shortDateTime(at, Date.now(), zone);
    }
  }
}
