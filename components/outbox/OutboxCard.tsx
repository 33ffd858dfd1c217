/** One entry of the outbox: what, when, how it stands and why, and what can be done. */
import { CircleAlert, CircleHelp, Clock, Copy, GitBranch, type IconNode, LoaderCircle } from 'lucide';
import { useDesk } from '../../lib/hooks/use-desk.ts';
import type { OutboxState } from '../../lib/tickets/actions.ts';
import type { OutboxEntry } from '../../lib/tickets/outbox-entry.ts';
import { needsAgent, STATE_WORDS, WHAT } from '../../lib/tickets/outbox-words.ts';
import { hostOf } from '../../lib/tickets/site-pattern.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { Badge, type Tone } from '../basic/Badge.tsx';
import { TimeText } from '../basic/TimeText.tsx';
import { EntryContent } from './EntryContent.tsx';
import { EntryReason } from './EntryReason.tsx';
import { EntrySteps } from './EntrySteps.tsx';
import './outbox.css';

const LOOKS: Record<OutboxState, { icon: IconNode; tone: Tone }> = {
  held: { icon: Clock, tone: 'accent' },
  queued: { icon: Clock, tone: 'grey' },
  moved: { icon: GitBranch, tone: 'amber' },
  sending: { icon: LoaderCircle, tone: 'accent' },
  failed: { icon: CircleAlert, tone: 'red' },
  unsure: { icon: CircleHelp, tone: 'amber' },
  twice: { icon: Copy, tone: 'red' },
};

export interface OutboxCardProps {
  entry: OutboxEntry;
  onOpen: (id: TicketId) => void;
  /** Shown inside its own ticket, whose name then needs no button. */
  inTicket?: boolean;
}

export function OutboxCard({ entry, onOpen, inTicket }: OutboxCardProps) {
  const look = LOOKS[entry.state];
  const desk = useDesk();
  const isElsewhere = desk !== undefined && entry.origin !== desk;
  const what = t(WHAT[entry.action.kind], entry.ticketId);
  return (
    <article class={`outbox-card outbox-card--${entry.state}`} aria-label={what}>
      <header class="outbox-card__top">
        {inTicket || isElsewhere ? (
          <span class="outbox-card__what">{what}</span>
        ) : (
          <button type="button" class="outbox-card__what outbox-card__open" onClick={() => onOpen(entry.ticketId)}>
            {what}
          </button>
        )}
        <Badge tone={look.tone} icon={look.icon}>
          {t(STATE_WORDS[entry.state])}
        </Badge>
        <span class="outbox-card__when">
          <TimeText at={entry.sentAt ?? (entry.state === 'failed' ? entry.heldUntil : entry.createdAt)} />
        </span>
      </header>
      {isElsewhere && <p class="outbox-card__why">{t('outboxForDesk', hostOf(entry.origin))}</p>}
      <EntryReason entry={entry} onOpen={onOpen} isElsewhere={isElsewhere} live={inTicket && needsAgent(entry)} />
      <EntryContent action={entry.action} isBesideOther={entry.state === 'moved' && entry.movedField !== null} />
      <EntrySteps entry={entry} isElsewhere={isElsewhere} onOpen={onOpen} />
    </article>
  );
}
