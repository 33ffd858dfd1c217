/** Saved views of the list call: a filter, an order, a name; and whether its count is kept in sight. */
import { ANY_TICKET, type ListFilter } from './list-filter.ts';
import { DESK_ORDER, type Sort } from './sort-tickets.ts';

/** As the list call's, but for "me", who is whoever the settings say. */
export interface ViewFilter extends Omit<ListFilter, 'assignee'> {
  assignee: ListFilter['assignee'] | 'me';
}

export interface SavedView {
  id: string;
  /** Empty for those that are there from the start: their words are ours. */
  name: string;
  filter: ViewFilter;
  sort: Sort;
  /** Its count is read when the panel opens. */
  pinned: boolean;
}

/** How many tickets a view held when it was counted. */
export interface ViewCount {
  /** Null where the desk did not say. */
  count: number | null;
  /** Epoch milliseconds; 0 where it could not be read for want of the network or a key. */
  at: number;
  /** The question that was asked, as `countKey` writes it. */
  of: string;
}

export const MOST_VIEWS = 50;
/** Each count is a whole list that the desk sends. */
export const MOST_PINNED = 5;
/** A count is not read again sooner, in milliseconds. */
export const COUNT_EVERY_MS = 5 * 60_000;

export const ANY_VIEW: ViewFilter = ANY_TICKET;

/** There from the start, and always. */
export const START_VIEWS: readonly SavedView[] = [
  { id: 'mine', name: '', filter: { ...ANY_VIEW, assignee: 'me', status: 0 }, sort: DESK_ORDER, pinned: false },
  { id: 'unassigned', name: '', filter: { ...ANY_VIEW, assignee: 'none', status: 0 }, sort: DESK_ORDER, pinned: false },
];

export function isStartView({ id }: SavedView): boolean {
  return START_VIEWS.some((view) => view.id === id);
}

/** The views with those of the start before them, where they are missing. */
export function withStartViews(views: readonly SavedView[]): SavedView[] {
  const missing = START_VIEWS.filter(({ id }) => !views.some((view) => view.id === id));
  return [...missing, ...views];
}

/** The question for the desk; null while it is not known who "me" is. */
export function listFilterOf(filter: ViewFilter, agentNumber: number | null): ListFilter | null {
  if (filter.assignee !== 'me') return { ...filter, assignee: filter.assignee };
  return agentNumber === null ? null : { ...filter, assignee: agentNumber };
}

/** What is asked, to tell a count of an older filter. */
export function countKey(filter: ListFilter): string {
  return JSON.stringify(Object.entries(filter).sort());
}

/** True when the count has to be read anew. */
export function isCountDue(known: ViewCount | undefined, key: string, now: number): boolean {
  return !known || known.of !== key || known.at > now || now - known.at >= COUNT_EVERY_MS;
}

export function isSameFilter(one: ViewFilter, other: ViewFilter): boolean {
  return (Object.keys(ANY_VIEW) as (keyof ViewFilter)[]).every((name) => one[name] === other[name]);
}
