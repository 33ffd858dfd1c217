/** Reading tickets into the records that the surfaces watch. */
import { fail, ok, type Result } from '../protocol/result.ts';
import { oneAtATime } from '../state/one-at-a-time.ts';
import { rowReadsItem } from '../state/row-reads.ts';
import { isFresh, tickets } from '../state/tickets.ts';
import { firstLine } from '../tickets/first-line.ts';
import { ROWS_AT_ONCE, type UnreadRow } from '../tickets/rows-to-read.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { originNow, readerNow } from './connection-kept.ts';
import { viewTicket } from './desk.ts';
import { learnNames } from './names.ts';
import { withRoom } from './room.ts';

/** How many tickets a page may make us read in a minute, as rows or because the surfaces follow it. */
export const MAX_READS_A_MINUTE = 60;
/** Of these rows leave some, so that a ticket can be opened while long lists are looked through. */
const MAX_ROWS_A_MINUTE = 48;

export interface RefreshOptions {
  /** Read even when the record is fresh. */
  force: boolean;
  /** The agent opened it: it becomes a recent ticket and is kept longest. */
  opened?: boolean;
  /** For a row: it waits for what was opened, and is asked for once. */
  isRow?: boolean;
  signal?: AbortSignal;
}

const never = new AbortController().signal;

/**
 * Reads a ticket with its log and stores the record. A record under 60 s old that has its log is not read again, unless
 * forced. A ticket that is not found loses its record. `too-many` when a minute's reads are used up: a page may change its
 * one ID at will, and the surfaces follow it. `storage-full` when even an empty cache has no room.
 */
export async function refreshTicket(id: TicketId, options: RefreshOptions): Promise<Result<Ticket>> {
  const item = tickets.item(id);
  const now = Date.now();
  const known = await item.read();
  if (known?.ticket.log && isFresh(known, now) && !options.force) {
    if (options.opened) await withRoom(() => item.write({ ...known, openedAt: now }));
    return ok(known.ticket);
  }
  const mayRead = options.force || (await takeReads([id], now, MAX_READS_A_MINUTE)).length > 0;
  if (!mayRead) return fail('too-many');
  const [origin, reader] = [await originNow(), await readerNow()];
  const found = await viewTicket(id, options.signal ?? never, true, options.isRow);
  // With another key it is read as that one sees it; at another desk it is another ticket.
  if ((await readerNow()) !== reader)
    return (await originNow()) === origin ? refreshTicket(id, { ...options, force: true }) : fail('no-connection');
  if (found.ok) {
    await storeRecord(id, found.value, options.opened ? now : null);
    if (await isStillOf(reader, id)) await learnNames(found.value);
  } else if (found.failure.code === 'not-found') await item.remove();
  return found;
}

/** Desk or key may have changed while a record was stored, after all tickets were taken away: then this goes too. */
async function isStillOf(reader: string | null, id: TicketId): Promise<boolean> {
  const isSame = (await readerNow()) === reader;
  if (!isSame) await tickets.item(id).remove();
  return isSame;
}

/** Stores what was read now; when it was last opened is kept. */
async function storeRecord(id: TicketId, ticket: Ticket, openedAt: number | null): Promise<void> {
  const item = tickets.item(id);
  const before = (await item.read())?.openedAt ?? null;
  await withRoom(() => item.write({ ticket, readAt: Date.now(), openedAt: openedAt ?? before }));
}

/**
 * Reads rows in view: at most 20 at a request and 48 a minute, fresh ones not at all. Answers those that could not be read,
 * each with its reason. When none could be, for whatever reason but that they are not there: that failure. `too-many` when
 * the minute is full; what could be read has been.
 */
export async function readRows(ids: TicketId[]): Promise<Result<{ unread: UnreadRow[] }>> {
  const now = Date.now();
  const wanted = await staleOf([...new Set(ids)].slice(0, ROWS_AT_ONCE), now);
  const allowed = await takeReads(wanted, now, MAX_ROWS_A_MINUTE);
  const ends = await Promise.all(allowed.map(async (id) => ({ id, end: await readRow(id) })));
  const unread = ends.flatMap(({ id, end }) => (end.ok ? [] : [{ id, failure: end.failure }]));
  const other = unread.find(({ failure }) => failure.code !== 'not-found');
  if (other && unread.length === ends.length) return { ok: false, failure: other.failure };
  return allowed.length < wanted.length ? fail('too-many') : ok({ unread });
}

async function staleOf(ids: TicketId[], now: number): Promise<TicketId[]> {
  const records = await Promise.all(ids.map((id) => tickets.item(id).read()));
  return ids.filter((_id, index) => {
    const record = records[index];
    return !record || !isFresh(record, now);
  });
}

/** What was read whole before is read whole again: a row never takes the place of more. */
async function readRow(id: TicketId): Promise<Result<unknown>> {
  if ((await tickets.item(id).read())?.ticket.log) return refreshTicket(id, { force: true, isRow: true });
  const reader = await readerNow();
  const found = await viewTicket(id, never, false);
  if ((await readerNow()) !== reader) return found;
  if (found.ok) {
    await storeRow(id, found.value);
    await isStillOf(reader, id);
  } else if (found.failure.code === 'not-found') await tickets.item(id).remove();
  return found;
}

/** A row that was opened while it was read is whole by now. Where no room is left, no opened ticket goes for a row. */
async function storeRow(id: TicketId, ticket: Ticket): Promise<void> {
  const item = tickets.item(id);
  const before = await item.read();
  if (before?.ticket.log) return;
  const record = { ticket: rowOf(ticket), readAt: Date.now(), openedAt: before?.openedAt ?? null };
  await withRoom(() => item.write(record), 'rows');
}

/** Rows keep only what a row shows, so that thousands fit. */
export function rowOf(ticket: Ticket): Ticket {
  const description = firstLine(ticket.description);
  return { ...ticket, description, solution: null, customFields: {}, other: {}, log: null };
}

const inTurn = oneAtATime();

/** Takes places for reads in this minute, one taker at a time; they outlive the worker. Answers those that got one. */
function takeReads(ids: TicketId[], now: number, most: number): Promise<TicketId[]> {
  return inTurn(async () => {
    const recent = (await rowReadsItem.read()).filter((at) => at <= now && now - at < 60_000);
    const allowed = ids.slice(0, Math.max(most - recent.length, 0));
    await withRoom(() => rowReadsItem.write([...recent, ...allowed.map(() => now)]));
    return allowed;
  });
}
