/** A ticket's stored record, read again when it is shown or focused and old. */
import { useEffect } from 'preact/hooks';
import { FRESH_MS, type TicketRecord, tickets } from '../state/tickets.ts';
import type { Failure } from '../tickets/failure.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { useRequest } from './use-request.ts';
import { useStoredMember } from './use-stored.ts';

export interface FreshRecord {
  /** What is stored, shown at once; null where nothing is, undefined until storage was read. */
  record: TicketRecord | null | undefined;
  /** Of the latest read. */
  failure: Failure | null;
  busy: boolean;
  readAgain(): void;
}

export function useFreshRecord(id: TicketId): FreshRecord {
  const record = useStoredMember(tickets, id);
  const { ask, busy, failure } = useRequest('ticket.refresh');
  const readAt = record?.readAt ?? 0;
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible' && Date.now() - readAt > FRESH_MS) void ask({ id, force: false });
    };
    if (record !== undefined) look();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [id, readAt, record === undefined]);
  return { record, failure, busy, readAgain: () => void ask({ id, force: true }) };
}
