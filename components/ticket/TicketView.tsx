/** One ticket: its head, its actions, and all it says. */
import type { ComponentChildren } from 'preact';
import { useTicket } from '../../lib/hooks/use-ticket.ts';
import type { Failure } from '../../lib/tickets/failure.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { Skeleton } from '../basic/Skeleton.tsx';
import { TicketBody } from './TicketBody.tsx';
import { TicketHeader } from './TicketHeader.tsx';
import './ticket.css';

export interface TicketViewProps {
  id: TicketId;
  /** Another ticket's ID in a text was clicked. */
  onOpen: (id: TicketId) => void;
  /** A failure to read it, in words, with the next step. */
  renderFailure: (failure: Failure, retry: () => void) => ComponentChildren;
}

export function TicketView({ id, onOpen, renderFailure }: TicketViewProps) {
  const state = useTicket(id);
  const { record } = state;
  const isWaiting = !record && !state.failure;
  return (
    <article class="ticket" aria-label={id}>
      <TicketHeader id={id} record={record ?? null} state={state} />
      {state.failure && <div class="ticket__failure">{renderFailure(state.failure, state.refresh)}</div>}
      {isWaiting && record === null && (
        <div class="ticket__waiting">
          <Skeleton lines={9} />
        </div>
      )}
      {record && <TicketBody ticket={record.ticket} onOpen={onOpen} />}
    </article>
  );
}
