/** Which rows of a list are read next: only those seen, not fresh, and within what one page may cause. */
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

/** Whether `Load more` is to be offered: rows are in no record and the budget is spent. */
export function needsMore(
  ids: TicketId[],
  asked: ReadonlySet<TicketId>,
  budget: number,
  isKnown: (id: TicketId) => boolean,
) {
  return asked.size >= budget && ids.some((id) => !asked.has(id) && !isKnown(id));
}
