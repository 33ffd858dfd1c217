/** What stands in each tab: the IDs per frame, and whether we may look there at all. */
import type { LookedUp } from '../tickets/looked-up.ts';
import type { PageSelection } from '../tickets/page-selection.ts';
import type { FrameIds, TabLook } from '../tickets/page-state.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { storedFamily } from './stored.ts';

export interface FrameRecord extends FrameIds {
  /** The browser's id of the frame's document; null where it gives none. */
  documentId: string | null;
  /** When it was reported, epoch milliseconds. */
  at: number;
}

/** By `tabId:frameId`. */
export const frames = storedFamily<FrameRecord>('frame', 1);

/** The records of a tab by frame id. */
export function framesOfTab(tabId: number, all: ReadonlyMap<string, FrameRecord>): Map<number, FrameRecord> {
  const own = new Map<number, FrameRecord>();
  for (const [name, record] of all) {
    const [owner, frameId] = name.split(':').map(Number);
    if (owner === tabId && frameId !== undefined) own.set(frameId, record);
  }
  return own;
}

/** By tab id. Written by the worker for the active tab of each window. */
export const tabs = storedFamily<TabLook>('tab', 1);

/** What a surface should show next, put there by a mark's card, a menu or a command; by window id. */
export interface OpenRequest {
  wanted: LookedUp;
  at: number;
}
export const openRequests = storedFamily<OpenRequest>('open', 2);

/** The ticket that a window's panel showed last. */
export interface ShownTicket {
  id: TicketId;
  /** Since when, epoch milliseconds. */
  at: number;
}
/** By window id. Written by the panel. */
export const shownTickets = storedFamily<ShownTicket>('shown', 1);

/** What the agent selected to add it to a note, until they say to which ticket; by window id. */
export const selections = storedFamily<PageSelection>('selection', 1);

/** By tab id: the origin of the page that the agent asked us to look at once, where we do not look by ourselves. */
export const askedTabs = storedFamily<string>('asked', 1);
