/** The checked tickets of a list. */
import { useState } from 'preact/hooks';
import {
  allSelected,
  NONE_SELECTED,
  rangedTo,
  type Selection,
  selectedOf,
  selectionOf,
  toggled,
} from '../tickets/selection.ts';
import type { TicketId } from '../tickets/ticket-id.ts';

export interface SelectionState {
  /** Those in the list now, in its order. */
  selected: TicketId[];
  isSelected: (id: TicketId) => boolean;
  toggle: (id: TicketId) => void;
  /** All from where the latest change was to `id`; without one, from `from`. */
  rangeTo: (id: TicketId, from?: TicketId) => void;
  /** All of the list; when all are checked: none. */
  all: () => void;
  only: (ids: Iterable<TicketId>) => void;
  clear: () => void;
}

export function useSelection(ids: TicketId[]): SelectionState {
  const [selection, select] = useState<Selection>(NONE_SELECTED);
  return {
    selected: selectedOf(selection, ids),
    isSelected: (id) => selection.checked.has(id),
    toggle: (id) => select((now) => toggled(now, id)),
    rangeTo: (id, from) => select((now) => rangedTo(now, ids, id, from)),
    all: () => select((now) => allSelected(now, ids)),
    only: (some) => select(selectionOf(some)),
    clear: () => select(NONE_SELECTED),
  };
}
