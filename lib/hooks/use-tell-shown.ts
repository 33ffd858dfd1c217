/** Tells the worker which ticket this window's panel shows: the next one of the page is the one after it. */
import { useLayoutEffect } from 'preact/hooks';
import { shownTickets } from '../state/tabs.ts';
import type { TicketId } from '../tickets/ticket-id.ts';

/** Where no ticket is shown, the one before is where the agent was. */
export function useTellShown(windowId: number | null, id: TicketId | null): void {
  useLayoutEffect(() => {
    if (windowId !== null && id !== null) void shownTickets.item(String(windowId)).write({ id, at: Date.now() });
  }, [windowId, id]);
}
