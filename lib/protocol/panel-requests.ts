/** What our own pages (panel, popup, settings) may ask of the worker. What changed comes back by storage. */

import type { OutboxId } from '../tickets/actions.ts';
import type { BulkRefusal, BulkStep } from '../tickets/bulk.ts';
import type { Draft, DraftKind } from '../tickets/draft.ts';
import type { ListFilter } from '../tickets/list-filter.ts';
import type { Names } from '../tickets/names.ts';
import type { Submission } from '../tickets/outbox-entry.ts';
import type { UnreadRow } from '../tickets/rows-to-read.ts';
import type { Settings } from '../tickets/settings.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import type { SavedView } from '../tickets/views.ts';

export interface PanelRequests {
  /** Tries the address and key at the desk and saves them only if the desk takes them. The host permission is asked for by the page first. */
  'connection.connect'(input: { address: string; key: string }): { origin: string };
  /** Forgets the key and the address. */
  'connection.forget'(): void;

  /** Reads a ticket with its log; the record changes in storage. Not read again when under 60 s old, unless `force`. */
  'ticket.refresh'(input: { id: TicketId; force: boolean }): void;
  /**
   * Reads the rows in view, at most 20; answers those that could not be read. Limits of threats.md apply (`too-many` when
   * reached).
   */
  'ticket.readRows'(input: { ids: TicketId[] }): { unread: UnreadRow[] };
  /** The list call. At most 32 MiB; what rows show is answered, nothing is stored. */
  'ticket.list'(input: { filter: ListFilter }): Ticket[];

  /**
   * Stores the entry (the composer made the id when it opened); sending twice the same id is one entry. `origin`: the desk
   * it was written for; `other-desk` when we are connected to another one.
   */
  'action.submit'(input: Submission): void;
  /**
   * One entry for each of at most 50 tickets, all or those that could be stored; the bulk composer made the ids when it
   * opened. `policy` where the organisation forbids acting on several at once.
   */
  'action.submitMany'(input: { bulkId: string; parts: Submission[] }): { refused: BulkRefusal[] };
  /** Of a bulk, what has not begun: sent at once, or cancelled. What has begun goes on. */
  'action.stepMany'(input: { bulkId: string; step: BulkStep }): void;
  /** Takes back a held, queued, moved, failed or unsure entry and gives the draft back. */
  'action.backToDraft'(input: { id: OutboxId }): void;
  /** Held → sent at once. */
  'action.sendNow'(input: { id: OutboxId }): void;
  /** Moved → sent though the ticket changed. */
  'action.sendAnyway'(input: { id: OutboxId }): void;
  /** Failed → sent anew (it surely did not arrive). Unsure → sent again after the agent was told what that risks. */
  'action.sendAgain'(input: { id: OutboxId }): void;
  /** Unsure or twice → the log is looked at now. */
  'action.look'(input: { id: OutboxId }): void;
  /** Unsure or twice → the agent saw it at the desk; the entry is done. */
  'action.arrived'(input: { id: OutboxId }): void;
  'action.discard'(input: { id: OutboxId }): void;
  /** Of outcomes that are said until the agent has seen them: these have been. */
  'action.seen'(input: { ids: OutboxId[] }): void;

  /** Saved as typed (debounced by the page by at most 300 ms). */
  'draft.save'(input: { draft: Draft }): void;
  /** `emptied`: what was typed last in it and is worth nothing. Then only that goes, not what came in its place since. */
  'draft.discard'(input: { origin: string; ticketId: TicketId; kind: DraftKind; emptied?: Draft | undefined }): void;

  /** Changes some settings; each value is checked, locked ones are refused with `policy`. */
  'settings.change'(input: { changes: Partial<Settings> }): void;
  'names.change'(input: { names: Names }): void;
  /** All saved views in their order; those of the start stay. */
  'views.change'(input: { views: SavedView[] }): void;
  /** Counts the pinned views, each at most every five minutes; the counts change in storage. */
  'views.count'(): void;
  /** Asks the desk for queues and topics; `not-allowed` for a key that is no administrator's. */
  'names.readFromDesk'(): void;
  /** Settings, canned replies, names and saved views as JSON text; never the key, never tickets. */
  'data.export'(): { json: string };
  /** Checks the whole text first, then changes all or nothing. */
  'data.import'(input: { json: string }): void;
  /** Everything: key, settings, names, saved views, drafts, outbox, tickets, and the permissions the agent gave, who was asked. */
  'data.erase'(): void;

  /** Look again at what may run where (after a permission was given or taken). */
  'sites.apply'(): void;
  /** Switches a site (an origin such as `https://mail.google.com`) off or on. */
  'sites.switch'(input: { origin: string; on: boolean }): void;
  /** The browser is being asked for this site: once it allows it, the site is put on the list. Null: it was refused. */
  'sites.want'(input: { origin: string | null }): void;
  /** "Only when I ask": looks at this tab now (needs activeTab or a host permission). */
  'sites.lookNow'(input: { tabId: number }): void;
  /** The window's selection was added to a note, or is wanted no longer. */
  'selection.drop'(input: { windowId: number }): void;
  /** Scrolls the tab to a match of the ID and lights it up. */
  'tab.showMatch'(input: { tabId: number; id: TicketId }): { shown: boolean };
}
