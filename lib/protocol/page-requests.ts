/** What a content script may ask of the worker. Nothing here reveals a ticket, a setting beyond the set-up, or the key. */
import type { FrameIds } from '../tickets/page-state.ts';
import type { PatternSources } from '../tickets/patterns.ts';
import type { Settings } from '../tickets/settings.ts';
import type { TicketId } from '../tickets/ticket-id.ts';

/** All that a content script is told. */
export interface PageSetup {
  /** False where the agent does not want this site looked at: the script then rests. */
  on: boolean;
  /** What the forms of the desk's ticket IDs compile to. */
  patterns: PatternSources;
  markStyle: Settings['markStyle'];
  /** Of what the card says: one of those we ship, or `''` for the browser's own. */
  language: string;
}

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
