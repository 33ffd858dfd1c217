/** What a mark's card, a menu or a command asked this window's panel to show. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type OpenRequest, openRequests } from '../state/tabs.ts';
import type { LookedUp } from '../tickets/looked-up.ts';

/** A panel that opens because of a request finds it this long after, in milliseconds; an older one was for another panel. */
const YOUNG_MS = 10_000;

/** Calls back once per request of this window; a null window waits. */
export function useOpenRequests(windowId: number | null, onOpen: (wanted: LookedUp) => void): void {
  const open = useRef(onOpen);
  open.current = onOpen;
  // Before the first paint, where the request is known by then: else the page's tickets would flash up.
  useLayoutEffect(() => {
    if (windowId === null) return;
    const ending = new AbortController();
    let lastAt: number | undefined;
    const item = openRequests.item(String(windowId));
    // Not by what is later: the clock may be set back between two.
    const take = (request: OpenRequest | null) => {
      if (!request || request.at === lastAt || ending.signal.aborted) return;
      lastAt = request.at;
      open.current(request.wanted);
    };
    let isTold = false;
    const takeFirst = (request: OpenRequest | null) => {
      if (!isTold && Date.now() - (request?.at ?? 0) < YOUNG_MS) take(request);
    };
    item.watch((request) => {
      isTold = true;
      take(request);
    }, ending.signal);
    const known = item.peek();
    if (known !== undefined) takeFirst(known);
    // A browser takes a listener and a question in any order: what came just before it listened is asked for once more.
    void item.read().then(takeFirst);
    return () => ending.abort();
  }, [windowId]);
}
