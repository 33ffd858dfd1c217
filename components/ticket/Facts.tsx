/** The facts of a ticket, each in its place; what is missing is "—", what is unknown its number. */
import { Star } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useNames } from '../../lib/hooks/use-names.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import { minutesText, numberText } from '../../lib/words/times.ts';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../basic/Icon.tsx';
import { TimeText } from '../basic/TimeText.tsx';
import { Deadline } from './Deadline.tsx';
import { Section } from './Section.tsx';
import { TimeMeter } from './TimeMeter.tsx';
import './facts.css';

export function Facts({ ticket }: { ticket: Ticket }) {
  const { nameOf } = useNames();
  return (
    <Section title={t('ticketFacts')}>
      <dl class="facts">
        <Fact label={t('ticketDeadline')} wide={ticket.deadline !== null}>
          <Deadline ticket={ticket} />
        </Fact>
        <Fact label={t('ticketQueue')}>{nameOf('queues', ticket.queue)}</Fact>
        <Fact label={t('ticketTopic')}>{nameOf('topics', ticket.topic)}</Fact>
        <Fact label={t('ticketAssignee')}>
          {ticket.assignee === null ? t('rowUnassigned') : nameOf('agents', ticket.assignee)}
          {ticket.assignedOn !== null && (
            <span class="facts__more">
              {t('ticketSince')} <TimeText at={ticket.assignedOn} as="date" />
            </span>
          )}
        </Fact>
        <Fact label={t('ticketReportedBy')}>{ticket.reportedBy ?? '—'}</Fact>
        <Fact label={t('ticketCreated')}>
          <TimeText at={ticket.created} />
        </Fact>
        <Fact label={t('ticketUpdated')}>
          <TimeText at={ticket.updated} />
        </Fact>
        <Fact label={t('ticketResponded')}>
          <TimeText at={ticket.responded} />
        </Fact>
        <Fact label={t('ticketClosedOn')}>
          <TimeText at={ticket.closedOn} />
        </Fact>
        <Fact label={t('ticketMinutes')}>{ticket.minutes === null ? '—' : minutesText(ticket.minutes)}</Fact>
        <Fact label={t('ticketRating')}>{ticket.rating === null ? '—' : <Rating rating={ticket.rating} />}</Fact>
        {Object.entries(ticket.other).map(([name, value]) => (
          <Fact key={name} label={name}>
            {value}
          </Fact>
        ))}
      </dl>
      <TimeMeter ticket={ticket} />
    </Section>
  );
}

export function Fact({ label, wide, children }: { label: string; wide?: boolean; children: ComponentChildren }) {
  return (
    <div class={wide ? 'facts__fact facts__fact--wide' : 'facts__fact'}>
      <dt class="facts__label">{label}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}

function Rating({ rating }: { rating: number | string }) {
  return (
    <span class="facts__rating">
      <Icon of={Star} size={14} />
      {typeof rating === 'number' ? numberText(rating) : rating}
    </span>
  );
}
