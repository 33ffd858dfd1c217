/** One ticket: its head, its actions, and all it says. */
import { useTicket } from '../../lib/hooks/use-ticket.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { Skeleton } from '../basic/Skeleton.tsx';
import { TicketActions } from '../composer/TicketActions.tsx';
import { FailureNote } from '../failure/FailureNote.tsx';
import { TicketEntries } from '../outbox/TicketEntries.tsx';
import { leaveFocus } from '../page/focus.ts';
import { TicketBody } from './TicketBody.tsx';
import { TicketHeader } from './TicketHeader.tsx';
import './ticket.css';

export interface TicketViewProps {
  id: TicketId;
  /** Another ticket's ID in a text was clicked. */
  onOpen: (id: TicketId) => void;
  /** A quote that its note is to take up; `onQuoted` says that it did. */
  quoted?: string;
  onQuoted?: () => void;
}

export function TicketView({ id, onOpen, quoted, onQuoted }: TicketViewProps) {
  const state = useTicket(id);
  const { record } = state;
  const isWaiting = !record && !state.failure;
  const isMissing = !record && state.failure?.code === 'not-found';
  return (
    <article class="ticket" aria-label={id} ref={leaveFocus}>
      <TicketHeader id={id} record={record ?? null} state={state} />
      {record !== undefined && (
        <TicketActions id={id} record={record} isMissing={isMissing} quoted={quoted} onQuoted={onQuoted} />
      )}
      <TicketEntries id={id} onOpen={onOpen} />
      {state.failure && (
        <div class="ticket__failure">
          <FailureNote
            failure={state.failure}
            onRetry={state.refresh}
            retrying={state.busy}
            hasRead={Boolean(record)}
            actionsRef={leaveFocus}
          />
        </div>
      )}
      {isWaiting && record === null && (
        <div class="ticket__waiting">
          <Skeleton lines={9} />
        </div>
      )}
      {record && <TicketBody ticket={record.ticket} onOpen={onOpen} />}
    </article>
  );
}
