/** What the list call answers to a filter, with what was read of single tickets since. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { askWorker } from '../protocol/ask.ts';
import type { Result } from '../protocol/result.ts';
import { tickets as stored } from '../state/tickets.ts';
import type { ReadTicket } from '../tickets/bulk.ts';
import type { ListFilter } from '../tickets/list-filter.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { useBackOnline } from './use-back-online.ts';
import { useStoredFamily } from './use-stored.ts';

export interface TicketListState {
  /** Null until the desk answered to this filter. */
  result: Result<Ticket[]> | null;
  isReading: boolean;
  /** Each ticket as read last: in the list, or by itself since. */
  readOf: (id: TicketId) => ReadTicket | undefined;
  readAgain: () => void;
}

interface Answered {
  key: string;
  result: Result<Ticket[]>;
  readAt: number;
}

/** Asks anew when the filter changes; a list that is read again stays until the new one is there. */
export function useTicketList(filter: ListFilter): TicketListState {
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<Answered | null>(null);
  const [isReading, setReading] = useState(true);
  const key = JSON.stringify(filter);
  useEffect(() => {
    let isOver = false;
    setReading(true);
    // Not later than the desk looked: what is read of a ticket meanwhile is newer.
    const readAt = Date.now();
    void askWorker('ticket.list', { filter }).then((result) => {
      if (isOver) return;
      setReading(false);
      setAnswer({ key, result: result.ok ? { ok: true, value: onceEach(result.value) } : result, readAt });
    });
    return () => {
      isOver = true;
    };
  }, [key, turn]);
  const current = answer?.key === key ? answer : null;
  const records = useStoredFamily(stored);
  const listed = useMemo(
    () => new Map(current?.result.ok ? current.result.value.map((ticket) => [ticket.id, ticket]) : []),
    [current],
  );
  const readAt = current?.readAt ?? 0;
  const readAgain = () => setTurn((count) => count + 1);
  useBackOnline(current?.result.ok === false ? current.result.failure : null, readAgain);
  return {
    result: current?.result ?? null,
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
