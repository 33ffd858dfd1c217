/** What a content script may ask of the worker. Nothing here reveals a ticket, a setting beyond the set-up, or the key. */
import type { PageSetup } from '../tickets/page-setup.ts';
import type { FrameIds } from '../tickets/page-state.ts';
import type { TicketId } from '../tickets/ticket-id.ts';

export interface PageRequests {
  /**
   * Asked by each frame's script when it starts, and again when what it was told may have changed. `hasCome`: its document
   * has just come into the frame, anew or from the browser's cache.
   */
  'page.setup'(input: { hasCome: boolean }): PageSetup;
  'page.ticketsSeen'(input: FrameIds): void;
  /** The frame holds IDs: asks for the marks and their sheet to be put into it. */
  'page.show'(): void;
  /** Opens the panel on an ID. The answer says whether the browser let us. */
  'page.openTicket'(input: { id: TicketId }): { opened: boolean };
}
