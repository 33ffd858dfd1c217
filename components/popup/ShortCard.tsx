/** A ticket in short: what a quick look needs. */

import type { IconNode } from 'lucide';
import { Contact, Inbox, PencilLine, UserRound } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useDesk } from '../../lib/hooks/use-desk.ts';
import { useDraftsOf } from '../../lib/hooks/use-drafts-of.ts';
import { useNames } from '../../lib/hooks/use-names.ts';
import { useTicket } from '../../lib/hooks/use-ticket.ts';
import type { ActionKind } from '../../lib/tickets/actions.ts';
import { startOfText } from '../../lib/tickets/long-text.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { Chip } from '../basic/Chip.tsx';
import { Icon } from '../basic/Icon.tsx';
import { PriorityMark } from '../basic/PriorityMark.tsx';
import { Skeleton } from '../basic/Skeleton.tsx';
import { StatusMark } from '../basic/StatusMark.tsx';
import { COMPOSER_LOOKS } from '../composer/composer-looks.ts';
import { TicketActions } from '../composer/TicketActions.tsx';
import { FailureNote } from '../failure/FailureNote.tsx';
import { TicketEntries } from '../outbox/TicketEntries.tsx';
import { leaveFocus } from '../page/focus.ts';
import { Deadline } from '../ticket/Deadline.tsx';
import './short-card.css';

/** What can be done in place; all else is the panel's. */
const IN_PLACE: readonly ActionKind[] = ['tag', 'close'];

export interface ShortCardProps {
  id: TicketId;
  /** Shows a ticket: one that is named in what others wrote, or this one with the draft that came back. */
  onOpen: (id: TicketId) => void;
}

export function ShortCard({ id, onOpen }: ShortCardProps) {
  const { record, failure, busy, refresh } = useTicket(id);
  const ticket = record?.ticket;
  return (
    <article class="card" aria-label={id} ref={leaveFocus}>
      <header class="card__top">
        <h2 class="card__id" tabIndex={-1}>
          {id}
        </h2>
        {ticket && <StatusMark status={ticket.status} />}
        {ticket && <PriorityMark priority={ticket.priority} />}
      </header>
      <div class="card__body">
        {failure && (
          <FailureNote
            failure={failure}
            onRetry={refresh}
            retrying={busy}
            hasRead={Boolean(ticket)}
            actionsRef={leaveFocus}
          />
        )}
        {ticket && <CardFacts ticket={ticket} />}
        {record === null && !failure && <Skeleton lines={4} />}
      </div>
      {ticket && <TicketActions id={id} record={record} kinds={IN_PLACE} />}
      <TicketEntries id={id} onOpen={onOpen} />
      <KeptDrafts id={id} />
    </article>
  );
}

/** Drafts that only the panel has a composer for: else what went back to one would be out of sight. */
function KeptDrafts({ id }: { id: TicketId }) {
  const kept = useDraftsOf(id, useDesk())?.filter(({ kind }) => !IN_PLACE.includes(kind)) ?? [];
  const words = kept.map(({ kind }) => t(COMPOSER_LOOKS[kind].word)).join(', ');
  return (
    <div role="status">
      {words && (
        <p class="card__drafts">
          <Icon of={PencilLine} size={14} />
          {t('cardDrafts', words)}
        </p>
      )}
    </div>
  );
}

function CardFacts({ ticket }: { ticket: Ticket }) {
  const { nameOf } = useNames();
  const text = useMemo(() => startOfText(ticket.description ?? ''), [ticket.description]);
  const customer = [ticket.customer?.name ?? ticket.reportedBy, ticket.customer?.group].filter(Boolean).join(' · ');
  return (
    <>
      <p class="card__text" dir="auto">
        {text || t('rowNoText')}
      </p>
      <dl class="card__facts">
        <Fact icon={Contact} name={t('ticketCustomer')}>
          {customer || '—'}
        </Fact>
        <Fact icon={UserRound} name={t('ticketAssignee')}>
          {ticket.assignee === null ? t('rowUnassigned') : nameOf('agents', ticket.assignee)}
        </Fact>
        <Fact icon={Inbox} name={t('ticketQueue')}>
          {nameOf('queues', ticket.queue)}
        </Fact>
      </dl>
      {ticket.deadline !== null && <Deadline ticket={ticket} />}
      {ticket.tags.length > 0 && (
        <ul class="card__tags chips" aria-label={t('ticketTags')}>
          {ticket.tags.map((tag) => (
            <li key={tag}>
              <Chip>{tag}</Chip>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Fact({ icon, name, children }: { icon: IconNode; name: string; children: ComponentChildren }) {
  return (
    <div class="card__fact">
      <dt>
        <Icon of={icon} size={14} label={name} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
