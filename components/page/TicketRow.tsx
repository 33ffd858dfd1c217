/** One ticket as a row of a list: ID, first line, status, priority, assignee, deadline. */
import { Clock, UserRound } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useNames } from '../../lib/hooks/use-names.ts';
import { useNow } from '../../lib/hooks/use-now.ts';
import { deadlineState } from '../../lib/tickets/deadline.ts';
import { firstLine } from '../../lib/tickets/first-line.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../basic/Icon.tsx';
import { PriorityMark } from '../basic/PriorityMark.tsx';
import { StatusMark } from '../basic/StatusMark.tsx';
import { TimeText } from '../basic/TimeText.tsx';
import './ticket-row.css';

export interface TicketRowProps {
  id: TicketId;
  /** Undefined while it is not read. */
  ticket: Ticket | undefined;
  onOpen: (id: TicketId) => void;
  rowRef?: (element: Element | null) => void;
  /** Stands before the row: its checkbox. */
  before?: ComponentChildren;
  /** In the place of the facts, so that the row stays as high: how an action on it went, or why it could not be read. */
  result?: ComponentChildren;
  /** Among the facts: what the list is sorted by, where a row does not show it anyway. */
  fact?: ComponentChildren;
  /** In a list of which not all rows are drawn: which it is, from 1, of how many, and how far down, in pixels. */
  place?: { at: number; of: number; top: number };
  tabIndex?: number;
}

export function TicketRow({ id, ticket, onOpen, rowRef, before, result, fact, ...rest }: TicketRowProps) {
  const { place, tabIndex } = rest;
  return (
    <li
      class="row"
      ref={rowRef}
      data-id={id}
      aria-posinset={place?.at}
      aria-setsize={place?.of}
      style={place && { insetBlockStart: `${place.top}px` }}
    >
      {before && <div class="row__before">{before}</div>}
      <button type="button" class="row__open" tabIndex={tabIndex} onClick={() => onOpen(id)}>
        <span class="row__top">
          <span class="row__id">{id}</span>
          {ticket && <StatusMark status={ticket.status} />}
        </span>
        {ticket ? <RowFacts ticket={ticket} result={result} fact={fact} /> : <RowBlank result={result} />}
      </button>
    </li>
  );
}

interface RowFactsProps extends Pick<TicketRowProps, 'result' | 'fact'> {
  ticket: Ticket;
}

function RowFacts({ ticket, result, fact }: RowFactsProps) {
  const { nameOf } = useNames();
  const text = (
    <span class="row__text" dir="auto">
      {firstLine(ticket.description) ?? t('rowNoText')}
    </span>
  );
  if (result) {
    return (
      <>
        {text}
        <span class="row__facts">{result}</span>
      </>
    );
  }
  return (
    <>
      {text}
      <span class="row__facts">
        <PriorityMark priority={ticket.priority} />
        <span class="row__fact">
          <Icon of={UserRound} size={13} />
          <span class="row__name">
            {ticket.assignee === null ? t('rowUnassigned') : nameOf('agents', ticket.assignee)}
          </span>
        </span>
        {fact ?? <RowDeadline ticket={ticket} />}
      </span>
    </>
  );
}

function RowDeadline({ ticket }: { ticket: Ticket }) {
  const state = deadlineState(ticket, useNow());
  if (state === 'none' || state === 'past') return null;
  return (
    <span class={`row__fact row__deadline row__deadline--${state}`}>
      <Icon of={Clock} size={13} />
      {state === 'overdue' && <span>{t('ticketOverdue')}</span>}
      <TimeText at={ticket.deadline} />
    </span>
  );
}

/** As high as a read row, so that nothing jumps when it is. */
function RowBlank({ result }: Pick<TicketRowProps, 'result'>) {
  if (result) {
    return (
      <>
        <span class="row__facts">{result}</span>
        <span class="row__text row__text--none" />
      </>
    );
  }
  return (
    <>
      <span class="row__text row__text--blank" aria-hidden="true" />
      <span class="row__facts row__facts--blank" aria-hidden="true" />
    </>
  );
}
