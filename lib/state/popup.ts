/** Where the popup was when it lost its focus, and with it itself. Written by the popup. */
import type { TicketId } from '../tickets/ticket-id.ts';
import { storedItem } from './stored.ts';

export type PopupPlace =
  | { view: 'page' }
  | { view: 'search'; words: string }
  | { view: 'ticket'; id: TicketId; from: PopupPlace };

export interface PopupRecord {
  tabId: number;
  place: PopupPlace;
  /** The ticket that was chosen of those of the page. */
  chosen: TicketId | null;
  /** What stood in the search field. */
  text: string;
  /** Those that stood on the page; null while it was looked at. */
  ids: readonly TicketId[] | null;
  /** Epoch milliseconds. */
  at: number;
}

export const popupItem = storedItem<PopupRecord | null>('popup', 2, null);
