/** Which list of the panel holds the result of which bulk, and the way to it. */
import { useState } from 'preact/hooks';

export type ListName = 'page' | 'tickets' | 'search';

export interface BulkLists {
  /** To be told by the list of that name which bulk's result stands in it. */
  onBulkIn: (list: ListName) => (bulkId: string | null) => void;
  /** The bulk whose result is on show. */
  shown: string | null;
  /** Shows the list with the result of a bulk; undefined where there is none. */
  wayTo: (bulkId: string) => (() => void) | undefined;
}

/** `onShow`: the list that is on show. `ways`: how each list is shown, for those that there are. */
export function useBulkLists(onShow: ListName | null, ways: Partial<Record<ListName, () => void>>): BulkLists {
  const [held, hold] = useState<Partial<Record<ListName, string | null>>>({});
  const lists = Object.keys(held) as ListName[];
  return {
    onBulkIn: (list) => (bulkId) => hold((now) => ({ ...now, [list]: bulkId })),
    shown: (onShow && held[onShow]) ?? null,
    wayTo: (bulkId) => {
      const list = lists.find((name) => held[name] === bulkId);
      return list && ways[list];
    },
  };
}
