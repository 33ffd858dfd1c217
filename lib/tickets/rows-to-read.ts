/** Which rows of a list are read next (only those seen, not fresh, within what one page may cause), and which were not. */
import type { Failure } from './failure.ts';
import type { TicketId } from './ticket-id.ts';

/** One request of rows carries at most this many, and a page shown may cause as many before `Load more`. */
export const ROWS_AT_ONCE = 20;

export interface RowsWanted {
  /** Rows in view, in list order. */
  seen: TicketId[];
  /** Rows already asked for on this page. */
  asked: ReadonlySet<TicketId>;
  /** How many this page may cause in all: 20, and 20 more by each `Load more`. */
  budget: number;
  isFresh(id: TicketId): boolean;
}

/** The rows to ask for now, at most 20. */
export function rowsToRead({ seen, asked, budget, isFresh }: RowsWanted): TicketId[] {
  const left = Math.max(0, budget - asked.size);
  const wanted = seen.filter((id) => !asked.has(id) && !isFresh(id));
  return wanted.slice(0, Math.min(left, ROWS_AT_ONCE));
}

/** Whether `Load more` is to be offered: rows are in no record and the budget is spent, or their record was here and went. */
export function needsMore(
  ids: TicketId[],
  asked: ReadonlySet<TicketId>,
  budget: number,
  isKnown: (id: TicketId) => boolean,
  isGone: (id: TicketId) => boolean,
) {
  return ids.some((id) => !isKnown(id) && (isGone(id) || (asked.size >= budget && !asked.has(id))));
}

/** A row that could not be read, and why. */
export interface UnreadRow {
  id: TicketId;
  failure: Failure;
}

/** Why rows could not be read, after these were asked for once more. */
export function unreadAfter(
  before: ReadonlyMap<TicketId, Failure>,
  asked: readonly TicketId[],
  unread: readonly UnreadRow[],
): ReadonlyMap<TicketId, Failure> {
  const after = new Map(before);
  for (const id of asked) after.delete(id);
  for (const { id, failure } of unread) after.set(id, failure);
  return after;
}
