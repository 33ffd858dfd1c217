/** The eight filters of the list call (API page: "Filter and list tickets"); null is "any". */

export interface ListFilter {
  queue: number | null;
  /** 1 to 4, or 0 for "not closed". */
  status: number | null;
  topic: number | null;
  group: number | null;
  /** `none`: nobody. The API page documents no value for it: the desk is asked for any, and the others are left out. */
  assignee: number | 'none' | null;
  /** Days as `YYYY-MM-DD`; written in the desk's date form. */
  from: string | null;
  to: string | null;
  search: string | null;
}

export const ANY_TICKET: ListFilter = {
  queue: null,
  status: null,
  topic: null,
  group: null,
  assignee: null,
  from: null,
  to: null,
  search: null,
};
