/** Saved views of the list call, and what the pinned ones counted. The views are a mirror; the durable copy is the worker's. */
import { type SavedView, START_VIEWS, type ViewCount } from '../tickets/views.ts';
import { mirrorItem, storedItem } from './stored.ts';

export const viewsItem = mirrorItem<readonly SavedView[]>('views', 1, START_VIEWS);

/** By the id of the view; gone with the browser. */
export const viewCountsItem = storedItem<Record<string, ViewCount>>('viewCounts', 1, {});
