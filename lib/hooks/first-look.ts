/** Reads at once what the first paint of panel and popup shows, before anything is drawn. */
import { endFirstLook, lookAlsoAt, lookAtStorage } from '../state/first-look.ts';
import { settingsItem } from '../state/settings.ts';
import { frames, framesOfTab, openRequests } from '../state/tabs.ts';
import { tickets } from '../state/tickets.ts';
import { idsOf } from '../tickets/page-state.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { loadLanguage } from '../words/load-language.ts';
import { type ActiveTab, lookAtActiveTab } from './use-active-tab.ts';

/** Tickets may fill megabytes: only those that may stand in the first paint are read. */
const LEFT_OUT = ['ticket:'];

/** As many rows as a panel shows without scrolling, and some. */
const MOST_ROWS = 12;

/** Resolves when all is known; never rejects: what could not be read is asked for when it is drawn. */
export async function lookFirst(): Promise<void> {
  try {
    const [tab] = await Promise.all([lookAtActiveTab(), lookAtStorage(LEFT_OUT)]);
    const settings = settingsItem.peek();
    await Promise.all([
      settings && loadLanguage(settings.values.language),
      lookAlsoAt(ticketsOf(tab).map((id) => tickets.item(id).key.replace('session:', ''))),
    ]);
  } catch {
    // Said where it is asked for.
  }
}

/** To be called when the surface has been drawn: after its first paint, storage alone is asked. */
export function endWithFirstPaint(): void {
  requestAnimationFrame(() => setTimeout(endFirstLook));
}

/** The ticket that was asked for from elsewhere, and the first ones of the page. */
function ticketsOf(tab: ActiveTab | null): TicketId[] {
  if (!tab) return [];
  const wanted = openRequests.item(String(tab.windowId)).peek()?.wanted;
  const onPage = idsOf(framesOfTab(tab.tabId, frames.peekAll() ?? new Map())).slice(0, MOST_ROWS);
  return wanted && 'ticketId' in wanted ? [wanted.ticketId, ...onPage] : onPage;
}
