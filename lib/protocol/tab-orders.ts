/** What the worker may tell a content script: its only listener. */
import type { TicketId } from '../tickets/ticket-id.ts';
import type { PageSetup } from './page-requests.ts';

export interface TabOrders {
  /** Settings changed, or the site was switched on or off. */
  'tab.setup'(input: PageSetup): void;
  /** Scroll to a match of the ID and light it up for a moment. */
  'tab.showMatch'(input: { id: TicketId }): { shown: boolean };
  /** End: take off marks and listeners. */
  'tab.stop'(): void;
}
