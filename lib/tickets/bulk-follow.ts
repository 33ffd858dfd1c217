/** Bulks as a surface follows them from when it first saw them on their way, so that each end can be told once there. */
import type { BulkKind } from './bulk.ts';
import { type BulkEnd, type BulkEnds, bulksUnderWay, followBulk, tallyOf } from './bulk-result.ts';
import type { OutboxEntry, Outcome } from './outbox-entry.ts';
import type { TicketId } from './ticket-id.ts';

export interface FollowedBulk {
  id: string;
  kind: BulkKind;
  size: number;
  /** Its entries that were seen so far. */
  parts: Pick<OutboxEntry, 'id' | 'ticketId'>[];
  ends: BulkEnds;
  /** Something of it is still to be looked at, there or in the outbox. */
  hasLeft: boolean;
  /** When it was first known to have ended, in epoch milliseconds; null while it is under way, or not known as a whole. */
  endedAt: number | null;
  /** The list with its result was on show since: nothing is new. */
  isSeen: boolean;
}

/** Ends that leave something at the desk, or as a draft, when the outbox has nothing of them any more. */
const STAYS: ReadonlySet<BulkEnd['state'] | undefined> = new Set(['differs', 'draft']);

export type FollowedBulks = ReadonlyMap<string, FollowedBulk>;

/**
 * `shown`: the bulk whose result is on show. Of one that had ended before the surface opened nothing is known, so nothing is
 * told. One that is tried again is under way once more.
 */
export function followBulks(
  before: FollowedBulks,
  entries: ReadonlyMap<string, OutboxEntry>,
  outcomes: ReadonlyMap<string, Outcome>,
  { shown, now }: { shown: string | null; now: number },
): FollowedBulks {
  const underWay = new Map(bulksUnderWay(entries.values()).map((bulk) => [bulk.id, bulk]));
  const known = [...underWay.values()].map(({ id, kind, size }) => before.get(id) ?? fresh(id, kind, size));
  const all = new Map([...before, ...known.map((bulk) => [bulk.id, bulk] as const)]);
  const writes = [...[...entries.values()].filter(({ toDraft }) => !toDraft), ...outcomes.values()];
  const isOpen = (ticketId: TicketId, bulkId: string) =>
    [...entries.values()].some((entry) => entry.bulk?.id === bulkId && entry.ticketId === ticketId && !entry.toDraft);
  const next = [...all.values()].map((bulk): FollowedBulk => {
    const own = writes.filter((write) => write.bulk?.id === bulk.id).map(({ id, ticketId }) => ({ id, ticketId }));
    const parts = [...new Map([...bulk.parts, ...own].map((part) => [part.id, part])).values()];
    const ends = followBulk(bulk.ends, { parts, same: [], unsayable: [], refused: [] }, entries, outcomes);
    const hasEnded = !underWay.has(bulk.id) && parts.length === bulk.size;
    const endedAt = hasEnded ? (bulk.endedAt ?? now) : null;
    const isSeen = hasEnded && (bulk.isSeen || shown === bulk.id);
    const hasLeft = tallyOf(ends).left.some((id) => isOpen(id, bulk.id) || STAYS.has(ends.get(id)?.state));
    return { ...bulk, parts, ends, hasLeft, endedAt, isSeen };
  });
  return new Map(next.map((bulk) => [bulk.id, bulk]));
}

function fresh(id: string, kind: BulkKind, size: number): FollowedBulk {
  return { id, kind, size, parts: [], ends: new Map(), hasLeft: false, endedAt: null, isSeen: false };
}

/** All of it was taken back: whoever did so knows. */
export function isTakenBack({ ends, size }: FollowedBulk): boolean {
  return tallyOf(ends).cancelled === size;
}
