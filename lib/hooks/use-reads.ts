/** Reads the tickets that nothing is known of yet, twenty at a time, before something is done to all of them. */
import { useEffect, useState } from 'preact/hooks';
import { askWorker } from '../protocol/ask.ts';
import type { Failure } from '../tickets/failure.ts';
import { ROWS_AT_ONCE } from '../tickets/rows-to-read.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { useBackOnline } from './use-back-online.ts';

export interface ReadsState {
  isReading: boolean;
  /** Tickets of which nothing is known. */
  missing: TicketId[];
  /** Why reading stopped: `too-many` when the minute is full; null while it goes on, and when some were not found. */
  failure: Failure | null;
  again: () => void;
}

export function useReads(ids: TicketId[], isKnown: (id: TicketId) => boolean): ReadsState {
  const [isReading, setReading] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tried, setTried] = useState<ReadonlySet<TicketId>>(new Set());
  const missing = ids.filter((id) => !isKnown(id));
  const next = missing.filter((id) => !tried.has(id)).slice(0, ROWS_AT_ONCE);
  const isDue = next.length > 0 && !failure && !isReading;
  useEffect(() => {
    if (!isDue) return;
    setReading(true);
    void askWorker('ticket.readRows', { ids: next }).then((answer) => {
      if (answer.ok) setTried((before) => new Set([...before, ...next]));
      setFailure(answer.ok ? null : answer.failure);
      setReading(false);
    });
  }, [isDue]);
  const again = () => {
    setTried(new Set());
    setFailure(null);
  };
  useBackOnline(failure, again);
  return { isReading: isReading || isDue, missing, failure, again };
}
