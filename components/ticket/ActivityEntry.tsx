/** One line of the activity: who, what, when, the text, billable minutes, an attachment. */
import {
  Bell,
  CircleCheck,
  Download,
  type IconNode,
  MessageSquareReply,
  NotebookPen,
  Paperclip,
  Settings2,
  TicketPlus,
  UserRoundCheck,
} from 'lucide';
import { type ActivityKind, activityKind } from '../../lib/tickets/activity.ts';
import { findInstant } from '../../lib/tickets/relative-time.ts';
import { findAttachmentLink } from '../../lib/tickets/text-pieces.ts';
import type { LogEntry } from '../../lib/tickets/ticket.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { clockTime, exactTime, minutesText } from '../../lib/words/times.ts';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../basic/Icon.tsx';
import { LongText } from './LongText.tsx';

const ICONS: Record<ActivityKind, IconNode> = {
  created: TicketPlus,
  reply: MessageSquareReply,
  note: NotebookPen,
  attachment: Paperclip,
  notified: Bell,
  closed: CircleCheck,
  assigned: UserRoundCheck,
  change: Settings2,
};

export interface ActivityEntryProps {
  entry: LogEntry;
  onOpen: (id: TicketId) => void;
  /** Its text stands elsewhere in full. */
  brief?: boolean;
}

export function ActivityEntry({ entry, onOpen, brief }: ActivityEntryProps) {
  const kind = activityKind(entry);
  const at = findInstant(entry.date);
  return (
    <li class={`entry entry--${kind}`}>
      <span class="entry__icon">
        <Icon of={ICONS[kind]} size={13} />
      </span>
      <div class="entry__body">
        <p class="entry__top">
          <span class="entry__who" dir="auto">
            {entry.appliedBy ?? t('ticketByDesk')}
          </span>
          <span class="entry__what">{entry.action ?? '—'}</span>
          {entry.billable !== null && <span class="entry__minutes">{minutesText(entry.billable)}</span>}
          {at !== undefined && (
            <time class="entry__time" dateTime={new Date(at).toISOString()} title={exactTime(at)}>
              {clockTime(at)}
            </time>
          )}
        </p>
        <EntryText entry={entry} onOpen={onOpen} brief={brief} />
      </div>
    </li>
  );
}

function EntryText({ entry, onOpen, brief }: ActivityEntryProps) {
  const address = findAttachmentLink(entry.attachmentUrl);
  const name = entry.description?.trim() || t('ticketAttachment');
  if (address) {
    return (
      <a class="entry__file" href={address} target="_blank" rel="noopener noreferrer">
        <Icon of={Download} size={14} />
        <span dir="auto">{name}</span>
      </a>
    );
  }
  if (!entry.description) return null;
  return (
    <div class="entry__text">
      <LongText text={entry.description} onOpen={onOpen} brief={brief} />
    </div>
  );
}
