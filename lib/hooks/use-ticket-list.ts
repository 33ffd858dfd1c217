/** What the list call answers to a filter, with what was read of single tickets since. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { askWorker } from '../protocol/ask.ts';
import { tickets as stored } from '../state/tickets.ts';
import type { ReadTicket } from '../tickets/bulk.ts';
import type { Failure } from '../tickets/failure.ts';
import type { ListFilter } from '../tickets/list-filter.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { useBackOnline } from './use-back-online.ts';
import { useKeySince } from './use-desk.ts';
import { useAway } from './use-online.ts';
import { useStoredFamily } from './use-stored.ts';

export interface TicketListState {
  /** As the desk listed them last to this filter; null before. */
  found: Ticket[] | null;
  /** Why the latest reading brought no list, or that none would now. Null until the first one ended. */
  failure: Failure | null;
  isReading: boolean;
  /** Each ticket as read last: in the list, or by itself since. */
  readOf: (id: TicketId) => ReadTicket | undefined;
  readAgain: () => void;
}

interface Answered {
  key: string;
  found: Ticket[] | null;
  failure: Failure | null;
  readAt: number;
}

/**
 * Asks anew when the filter or the key changes; a list that is read again stays until the new one is there. Once the browser is back
 * online it is read again, where it is shown.
 */
export function useTicketList(filter: ListFilter, isShown: boolean): TicketListState {
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<Answered | null>(null);
  const [isReading, setReading] = useState(true);
  const key = JSON.stringify([filter, useKeySince()]);
  useEffect(() => {
    let isOver = false;
    setReading(true);
    // Not later than the desk looked: what is read of a ticket meanwhile is newer.
    const readAt = Date.now();
    void askWorker('ticket.list', { filter }).then((result) => {
      if (isOver) return;
      setReading(false);
      if (result.ok) return setAnswer({ key, found: onceEach(result.value), failure: null, readAt });
      const { failure } = result;
      setAnswer((before) => (before?.key === key ? { ...before, failure } : { key, found: null, failure, readAt }));
    });
    return () => {
      isOver = true;
    };
  }, [key, turn]);
  const current = answer?.key === key ? answer : null;
  const records = useStoredFamily(stored);
  const listed = useMemo(() => new Map(current?.found?.map((ticket) => [ticket.id, ticket])), [current?.found]);
  const readAt = current?.readAt ?? 0;
  const readAgain = () => setTurn((count) => count + 1);
  const away = useAway();
  const failure = current && (current.failure ?? away);
  useBackOnline(isShown || failure?.code === 'key-refused' ? failure : null, readAgain);
  useEffect(() => {
    // Nobody heard if the network came back while it was hidden.
    if (isShown && navigator.onLine && current?.failure?.code === 'unreachable') readAgain();
  }, [isShown]);
  return {
    found: current?.found ?? null,
    failure,
    isReading,
    readOf: (id) => {
      const record = records?.get(id);
      const ticket = listed.get(id);
      if (record && record.readAt > readAt) return record;
      return ticket && { ticket, readAt };
    },
    readAgain,
  };
}

function onceEach(list: Ticket[]): Ticket[] {
  return [...new Map(list.map((ticket) => [ticket.id, ticket])).values()];
}
