/** The saved views, the counts of the pinned ones, and changing them. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { askWorker } from '../protocol/ask.ts';
import { connectionItem } from '../state/connection.ts';
import { oneAtATime } from '../state/one-at-a-time.ts';
import { viewCountsItem, viewsItem } from '../state/views.ts';
import type { Failure } from '../tickets/failure.ts';
import { COUNT_EVERY_MS, countKey, listFilterOf, MOST_PINNED, type SavedView, START_VIEWS } from '../tickets/views.ts';
import { useRequest } from './use-request.ts';
import { useSettings } from './use-settings.ts';
import { useStored } from './use-stored.ts';

export interface ViewsState {
  views: readonly SavedView[];
  /** Of a pinned view, when it was counted as it is now. */
  countOf: (view: SavedView) => number | null;
  canPin: boolean;
  /** `make` gets the views that stand once it is this change's turn. False where they could not be kept: `failure` says why. */
  change: (make: (now: readonly SavedView[]) => SavedView[]) => Promise<boolean>;
  failure: Failure | null;
}

/** All views are sent at once, so each change waits for the one before it: the worker may take its time. */
const inTurn = oneAtATime();

export function useViews(): ViewsState {
  const views = useStored(viewsItem) ?? START_VIEWS;
  const counts = useStored(viewCountsItem);
  const { agentNumber } = useSettings().settings;
  const request = useRequest('views.change');
  // The worker has yet to say what the views are.
  const [isUnknown, setUnknown] = useState(false);
  return {
    views,
    countOf: (view) => {
      const filter = listFilterOf(view.filter, agentNumber);
      const known = view.pinned && filter ? counts?.[view.id] : undefined;
      return known && filter && known.of === countKey(filter) ? known.count : null;
    },
    canPin: views.filter(({ pinned }) => pinned).length < MOST_PINNED,
    change: (make) =>
      inTurn(async () => {
        const now = await viewsItem.find();
        setUnknown(now === undefined);
        const isKept = now !== undefined && (await request.ask({ views: make(now) })).ok;
        if (isKept) void askWorker('views.count');
        return isKept;
      }),
    failure: isUnknown ? { code: 'internal' } : request.failure,
  };
}

function count(): void {
  if (document.visibilityState === 'visible') void askWorker('views.count');
}

/**
 * Has the pinned views counted when the surface opens and every five minutes while it is seen; sooner where the counts were
 * forgotten for another key, the desk takes the key again, or the browser is back online. The worker reads only those that
 * are due.
 */
export function useViewCounts(): void {
  const connection = useStored(connectionItem);
  const isConnected = connection?.hasKey === true && !connection.refused;
  const counts = useStored(viewCountsItem);
  const isForgotten = counts && Object.keys(counts).length === 0;
  const wasForgotten = useRef(true);
  useEffect(() => {
    if (isForgotten === undefined) return;
    if (isConnected && isForgotten && !wasForgotten.current) count();
    wasForgotten.current = isForgotten;
  }, [isForgotten]);
  useEffect(() => {
    if (!isConnected) return;
    count();
    // A little later than a count is due: it is of when its list came.
    const timer = setInterval(count, COUNT_EVERY_MS + 30_000);
    document.addEventListener('visibilitychange', count);
    addEventListener('online', count);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', count);
      removeEventListener('online', count);
    };
  }, [isConnected]);
}
