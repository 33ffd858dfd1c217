/** Opens the browser's side panel from a click in one of our pages; each browser has its own way. */
import { browser } from 'wxt/browser';
import { openRequests } from '../../lib/state/tabs.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';

interface FirefoxSidebar {
  open(): Promise<void>;
}

/** Must be called inside the click, with nothing awaited before it. `id`: the ticket it shows. Throws where the browser refuses. */
export function openSidePanel(windowId: number, id: TicketId | null): Promise<void> {
  if (id !== null) void openRequests.item(String(windowId)).write({ wanted: { ticketId: id }, at: Date.now() });
  const { sidebarAction } = browser as unknown as { sidebarAction?: FirefoxSidebar };
  return sidebarAction ? sidebarAction.open() : browser.sidePanel.open({ windowId });
}
