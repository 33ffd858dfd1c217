/** What the popup shows, kept over its closing: it closes whenever it loses the focus. */
import { useLayoutEffect, useState } from 'preact/hooks';
import { type PopupPlace, type PopupRecord, popupItem } from '../state/popup.ts';
import type { TicketId } from '../tickets/ticket-id.ts';

/** After this long one comes back for the page, not for what was looked up before. Milliseconds. */
const KEPT_MS = 5 * 60_000;

/** Where the popup of this tab was a moment ago; null: it begins with the page. Known without waiting at the first drawing. */
export function useLeftPopup(tabId: number | null): PopupRecord | null {
  const [left] = useState(() => popupItem.peek() ?? null);
  return left?.tabId === tabId && Date.now() - left.at < KEPT_MS ? left : null;
}

/** Keeps where it is now: with the drawing, not after the next frame, for the popup may be gone before that. */
export function useKeepPopup(tabId: number | null, place: PopupPlace, chosen: TicketId | null, text: string): void {
  useLayoutEffect(() => {
    if (tabId !== null) void popupItem.write({ tabId, place, chosen, text, at: Date.now() });
  }, [tabId, place, chosen, text]);
}
