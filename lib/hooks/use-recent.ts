/** The tickets the agent opened last. */
import { useEffect, useState } from 'preact/hooks';
import { type TicketRecord, tickets } from '../state/tickets.ts';

const MOST_RECENT = 8;

/** Newest first, at most eight; null until storage was read. */
export function useRecent(): TicketRecord[] | null {
  const [recent, setRecent] = useState<TicketRecord[] | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    const read = () => void tickets.readAll().then((all) => ending.signal.aborted || setRecent(latestOpened(all)));
    tickets.watchAll((_, record) => (record === null || record.openedAt !== null) && read(), ending.signal);
    read();
    return () => ending.abort();
  }, []);
  return recent;
}

function latestOpened(all: Map<string, TicketRecord>): TicketRecord[] {
  const opened = [...all.values()].filter((record) => record.openedAt !== null);
  return opened.sort((a, b) => (b.openedAt ?? 0) - (a.openedAt ?? 0)).slice(0, MOST_RECENT);
}
