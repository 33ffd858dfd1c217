/** The tickets the agent opened last. */
import { type TicketRecord, tickets } from '../state/tickets.ts';
import { useStoredFamily } from './use-stored.ts';

const MOST_RECENT = 8;

/** Newest first, at most eight; null until storage was read. */
export function useRecent(): TicketRecord[] | null {
  const records = useStoredFamily(tickets);
  if (!records) return null;
  const opened = [...records.values()].filter((record) => record.openedAt !== null);
  return opened.sort((a, b) => (b.openedAt ?? 0) - (a.openedAt ?? 0)).slice(0, MOST_RECENT);
}
