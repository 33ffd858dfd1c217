/** What the popup shows, kept over its closing: it closes whenever it loses the focus. */
import { useLayoutEffect, useState } from 'preact/hooks';
import { type PopupRecord, popupItem } from '../state/popup.ts';
import type { TicketId } from '../tickets/ticket-id.ts';

/** After this long one comes back for the page, not for what was looked up before. Milliseconds. */
const KEPT_MS = 5 * 60_000;
/** A worker that hears nothing for 30 s is stopped. Milliseconds. */
const HEARTBEAT_MS = 20_000;

/**
 * Where the popup was a moment ago beside this page of this tab; null: it begins with the page. Known without waiting at
 * the first drawing.
 */
export function useLeftPopup(tabId: number | null, ids: readonly TicketId[]): PopupRecord | null {
  const [left] = useState(() => {
    const last = popupItem.peek() ?? null;
    return last && (last.ids === null || isSamePage(last.ids, ids)) ? last : null;
  });
  return left?.tabId === tabId && Date.now() - left.at < KEPT_MS ? left : null;
}

/** A page may have got or lost some meanwhile; where it has none of them, the agent has gone on to another. */
function isSamePage(before: readonly TicketId[], now: readonly TicketId[]): boolean {
  return before.length === 0 ? now.length === 0 : before.some((id) => now.includes(id));
}

/**
 * Keeps where it is now: with the drawing, not after the next frame, for the popup may be gone before that. Again and
 * again, for the worker hears of it and stays: what the popup asks a starting worker is lost with the popup in Chromium.
 */
export function useKeepPopup({
  tabId,
  place,
  chosen,
  text,
  ids,
}: Omit<PopupRecord, 'at' | 'tabId'> & { tabId: number | null }): void {
  useLayoutEffect(() => {
    if (tabId === null) return;
    const keep = () => void popupItem.write({ tabId, place, chosen, text, ids, at: Date.now() });
    keep();
    const heartbeat = setInterval(keep, HEARTBEAT_MS);
    return () => clearInterval(heartbeat);
  }, [tabId, place, chosen, text, ids?.join()]);
}
