/** Which tickets of a list are checked: by ID, so that it outlasts every change of the list. */
import type { TicketId } from './ticket-id.ts';

export interface Selection {
  checked: ReadonlySet<TicketId>;
  /** Where a range begins: what was checked or unchecked last. */
  anchor: TicketId | null;
  /** What was checked before the range: a shorter range gives the rest free again. */
  base: ReadonlySet<TicketId>;
}

export const NONE_SELECTED: Selection = { checked: new Set(), anchor: null, base: new Set() };

/** With one ticket checked or unchecked; it begins the next range. */
export function toggled({ checked }: Selection, id: TicketId): Selection {
  const next = new Set(checked);
  if (!next.delete(id)) next.add(id);
  return { checked: next, anchor: id, base: next };
}

/** With all from the anchor to `id` checked, in list order. `from` begins the range where none was begun. */
export function rangedTo(selection: Selection, ids: readonly TicketId[], id: TicketId, from: TicketId = id): Selection {
  const hasAnchor = selection.anchor !== null && ids.includes(selection.anchor);
  const anchor = hasAnchor ? (selection.anchor as TicketId) : from;
  const base = hasAnchor ? selection.base : selection.checked;
  const [first, last] = [ids.indexOf(anchor), ids.indexOf(id)].sort((a, b) => a - b);
  if (first === undefined || first < 0 || last === undefined) return selection;
  return { checked: new Set([...base, ...ids.slice(first, last + 1)]), anchor, base };
}

/** With all of a list checked; all of it already: none. */
export function allSelected(selection: Selection, ids: readonly TicketId[]): Selection {
  const isWhole = ids.length > 0 && ids.every((id) => selection.checked.has(id));
  if (isWhole) return NONE_SELECTED;
  const checked = new Set([...selection.checked, ...ids]);
  return { checked, anchor: selection.anchor, base: checked };
}

/** The checked tickets that are in the list now, in its order: only they are acted on. */
export function selectedOf({ checked }: Selection, ids: readonly TicketId[]): TicketId[] {
  return checked.size === 0 ? [] : ids.filter((id) => checked.has(id));
}

/** Exactly these checked. */
export function selectionOf(ids: Iterable<TicketId>): Selection {
  const checked = new Set(ids);
  return { checked, anchor: null, base: checked };
}
