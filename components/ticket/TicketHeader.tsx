/** The head of a ticket: its ID, marks, age, and what can be done with it as a whole. */
import { ExternalLink, Mail, NotebookPen, Paperclip, Phone, RefreshCw, Rows3, SquarePen, Waypoints } from 'lucide';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import type { TicketState } from '../../lib/hooks/use-ticket.ts';
import type { TicketRecord } from '../../lib/state/tickets.ts';
import { findCodeWord } from '../../lib/tickets/codes.ts';
import { findDeskLink } from '../../lib/tickets/desk-link.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { Badge } from '../basic/Badge.tsx';
import { Icon } from '../basic/Icon.tsx';
import { IconButton } from '../basic/IconButton.tsx';
import { PriorityMark } from '../basic/PriorityMark.tsx';
import { StatusMark } from '../basic/StatusMark.tsx';
import { TimeText } from '../basic/TimeText.tsx';
import { CopyIdButton } from './CopyIdButton.tsx';
import './ticket-header.css';

const CHANNEL_ICONS = [Waypoints, SquarePen, Mail, Phone, Rows3];

export interface TicketHeaderProps {
  id: TicketId;
  record: TicketRecord | null;
  state: Pick<TicketState, 'busy' | 'refresh'>;
}

export function TicketHeader({ id, record, state }: TicketHeaderProps) {
  const deskLink = findDeskLink(useSettings().settings.openInDesk, id);
  return (
    <header class="ticket-header">
      <div class="ticket-header__name">
        <h2 class="ticket-header__id" tabIndex={-1}>
          {id}
        </h2>
        <CopyIdButton id={id} />
      </div>
      {record && <Marks ticket={record.ticket} />}
      <span class="ticket-header__age">{record && <TimeText at={record.readAt} />}</span>
      <div class="ticket-header__tools">
        <IconButton icon={RefreshCw} label={t('ticketRefresh')} busy={state.busy} onClick={state.refresh} />
        {deskLink && (
          <a
            class="icon-button"
            href={deskLink}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('ticketOpenInDesk')}
            title={t('ticketOpenInDesk')}
          >
            <Icon of={ExternalLink} />
          </a>
        )}
      </div>
    </header>
  );
}

function Marks({ ticket }: { ticket: Ticket }) {
  return (
    <div class="ticket-header__marks">
      <StatusMark status={ticket.status} />
      <PriorityMark priority={ticket.priority} />
      <ChannelMark channel={ticket.channel} />
      {ticket.hasAttachments && (
        <span class="mark" title={t('ticketHasAttachments')}>
          <Icon of={Paperclip} size={14} label={t('ticketHasAttachments')} />
        </span>
      )}
      {ticket.hasNotes && (
        <span class="mark" title={t('ticketHasNotes')}>
          <Icon of={NotebookPen} size={14} label={t('ticketHasNotes')} />
        </span>
      )}
    </div>
  );
}

function ChannelMark({ channel }: { channel: number | null }) {
  if (channel === null) return null;
  const word = findCodeWord('channel', channel);
  return (
    <span class="mark" title={t('ticketChannel')}>
      <Icon of={CHANNEL_ICONS[channel] ?? Waypoints} size={14} />
      {word ? t(word) : <Badge>{channel}</Badge>}
    </span>
  );
}
