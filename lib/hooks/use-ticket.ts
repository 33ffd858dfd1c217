/** One ticket on show: what is stored at once, read again when it is old, shown anew or focused. */
import { useEffect, useRef } from 'preact/hooks';
import { type TicketRecord, tickets } from '../state/tickets.ts';
import type { Failure } from '../tickets/failure.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { useBackOnline } from './use-back-online.ts';
import { useKeySince } from './use-desk.ts';
import { useRequest } from './use-request.ts';
import { useStoredMember } from './use-stored.ts';

export interface TicketState {
  /** Null: nothing stored. Undefined: not looked yet. */
  record: TicketRecord | null | undefined;
  busy: boolean;
  failure: Failure | null;
  /** Reads it now, however young the record is. */
  refresh: () => void;
}

export function useTicket(id: TicketId): TicketState {
  const record = useStoredMember(tickets, id);
  const request = useRequest('ticket.refresh');
  const since = useKeySince();
  // The worker leaves a record under 60 s old as it is, so asking too often costs nothing.
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void request.ask({ id, force: false });
    };
    look();
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [id, since]);
  // One that goes is not there any more, or not ours to see: the desk says which.
  const shown = useRef<TicketId | null>(null);
  useEffect(() => {
    if (record) shown.current = id;
    else if (record === null && shown.current === id && !request.busy) {
      shown.current = null;
      if (!request.failure) void request.ask({ id, force: false });
    }
  }, [id, record, request.busy]);
  useBackOnline(request.failure, () => void request.ask({ id, force: true }));
  return {
    record,
    busy: request.busy,
    failure: request.failure,
    refresh: () => void request.ask({ id, force: true }),
  };
}
