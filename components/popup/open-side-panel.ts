/** Opens the panel from the popup, on the ticket that it shows. */
import { openPanel } from '../../lib/hooks/open-panel.ts';
import { openRequests } from '../../lib/state/tabs.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';

/** Must be called inside the click, with nothing awaited before it. `id`: the ticket it shows. False where the browser refuses. */
export function openSidePanel(windowId: number, id: TicketId | null): Promise<boolean> {
  if (id !== null) void openRequests.item(String(windowId)).write({ wanted: { ticketId: id }, at: Date.now() });
  return openPanel(windowId);
}
