/** Makes room in `storage.session` (10 MiB): cached tickets go first, so that drafts and outbox always fit (R17). */
import { type TicketRecord, tickets } from '../state/tickets.ts';

/** True for what a browser throws when storage is full: it writes nothing then. */
export function isFullError(error: unknown): boolean {
  if (!(error instanceof Error || error instanceof DOMException)) return false;
  return error.name === 'QuotaExceededError' || /quota/i.test(error.message);
}

/** What became of a request that threw. */
export function faultOf(error: unknown): 'storage-full' | 'internal' {
  return isFullError(error) ? 'storage-full' : 'internal';
}

/** Names of cached tickets in the order they go: the longest unread, or unopened, first. */
function evictionOrder(records: Map<string, TicketRecord>): string[] {
  const age = (record: TicketRecord) => record.openedAt ?? record.readAt;
  return [...records].sort(([, a], [, b]) => age(a) - age(b)).map(([name]) => name);
}

/**
 * Runs a write; when storage is full, cached tickets go (a quarter of the rows each time, and when there are none, of
 * those that were opened) and it is tried again. Rejects with the browser's error when nothing is left to go. A row never
 * pushes out what was opened: for it only `rows` go.
 */
export async function withRoom(write: () => Promise<void>, goes: 'rows' | 'all' = 'all'): Promise<void> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!isFullError(error) || !(await evictSome(goes))) throw error;
    }
  }
}

async function evictSome(goes: 'rows' | 'all'): Promise<boolean> {
  const records = await tickets.readAll();
  const rows = new Map([...records].filter(([, { openedAt }]) => openedAt === null));
  const names = evictionOrder(rows.size > 0 || goes === 'rows' ? rows : records);
  const leaving = names.slice(0, Math.ceil(names.length / 4));
  for (const name of leaving) await tickets.item(name).remove();
  return leaving.length > 0;
}
