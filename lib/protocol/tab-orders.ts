/** What the worker may tell a content script: its only listener. */
import type { TicketId } from '../tickets/ticket-id.ts';

export interface TabOrders {
  /** Settings changed, or the site was switched on or off: each frame asks for its set-up again, as they may differ. */
  'tab.setup'(): void;
  /** Scroll to a match of the ID and light it up for a moment. */
  'tab.showMatch'(input: { id: TicketId }): { shown: boolean };
  /** Asked whether the page that reported something still stands: that somebody hears it is the answer. */
  'tab.isThere'(): void;
  /** End: take off marks and listeners. */
  'tab.stop'(): void;
}
