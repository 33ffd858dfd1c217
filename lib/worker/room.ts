/** Makes room in `storage.session` (10 MiB): cached tickets go first, so that drafts and outbox always fit (R17). */
import { type TicketRecord, tickets } from '../state/tickets.ts';

/** True for what a browser throws when storage is full: it writes nothing then. */
export function isFullError(error: unknown): boolean {
  if (!(error instanceof Error || error instanceof DOMException)) return false;
  return error.name === 'QuotaExceededError' || /quota/i.test(error.message);
}

/** Names of cached tickets in the order they go: rows first, then what was opened, each the longest unread first. */
export function evictionOrder(records: Map<string, TicketRecord>): string[] {
  const age = (record: TicketRecord) => record.openedAt ?? record.readAt;
  const isOpened = (record: TicketRecord) => (record.openedAt === null ? 0 : 1);
  return [...records].sort(([, a], [, b]) => isOpened(a) - isOpened(b) || age(a) - age(b)).map(([name]) => name);
}

/**
 * Runs a write; when storage is full, cached tickets go (at least a quarter of them each time) and it is tried again.
 * Rejects with the browser's error when nothing is left to go.
 */
export async function withRoom(write: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!isFullError(error) || !(await evictSome())) throw error;
    }
  }
}

async function evictSome(): Promise<boolean> {
  const names = evictionOrder(await tickets.readAll());
  const leaving = names.slice(0, Math.ceil(names.length / 4));
  for (const name of leaving) await tickets.item(name).remove();
  return leaving.length > 0;
}
