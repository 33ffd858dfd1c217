/** Opens the panel on a ticket, and shows a ticket's place in its page. */
import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '../protocol/result.ts';
import { openPanel } from '../state/open-panel.ts';
import { openRequests } from '../state/tabs.ts';
import type { LookedUp } from '../tickets/looked-up.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { framesOf } from './frames.ts';
import { createRate } from './page-limits.ts';
import { withRoom } from './room.ts';
import type { PageAsker } from './sender.ts';
import { orderFrame } from './tab-order.ts';

/** A page may ask for the panel once a second. */
const asking = createRate(1, 1_000);

/** True where a panel stands open in the window; Chromium may not say in which window one is (-1): then any counts. */
export async function isPanelOpen(windowId: number): Promise<boolean> {
  const { runtime, sidebarAction } = browser as unknown as {
    runtime: { getContexts?(filter: { contextTypes: string[] }): Promise<{ windowId: number }[]> };
    sidebarAction?: { isOpen(where: { windowId: number }): Promise<boolean> };
  };
  if (sidebarAction) return sidebarAction.isOpen({ windowId });
  const panels = (await runtime.getContexts?.({ contextTypes: ['SIDE_PANEL'] })) ?? [];
  return panels.some((panel) => panel.windowId === windowId || panel.windowId === -1);
}

/** Puts a ticket, or words to search for, before the surfaces of a window. */
export async function askPanel(windowId: number, wanted: LookedUp): Promise<void> {
  await withRoom(() => openRequests.item(String(windowId)).write({ wanted, at: Date.now() }));
}

/**
 * A click on a mark's card. Where the browser opens the panel only for a real click (Chromium), nothing is shown without
 * one: a page can forge the message, not the gesture. In Firefox an open sidebar follows, a closed one stays closed.
 */
export async function openFromPage(asker: PageAsker, id: TicketId): Promise<Result<{ opened: boolean }>> {
  const { windowId } = asker;
  if (windowId === null || !asking.take(asker.tabId, Date.now())) return fail('too-many');
  const canOpen = 'sidePanel' in browser;
  const opened = canOpen && (await openPanel(windowId));
  const isShown = opened || (!canOpen && (await isActive(asker.tabId)));
  if (isShown) await askPanel(windowId, { ticketId: id });
  return ok({ opened: opened || (isShown && (await isPanelOpen(windowId))) });
}

async function isActive(tabId: number): Promise<boolean> {
  return (await browser.tabs.get(tabId).catch(() => null))?.active ?? false;
}

/** Scrolls to a match of an ID, in the first frame of the tab that has it; `gone` when the tab is. */
export async function showMatch(tabId: number, id: TicketId): Promise<Result<{ shown: boolean }>> {
  if (!(await browser.tabs.get(tabId).catch(() => null))) return fail('gone');
  const inOrder = [...(await framesOf(tabId))].sort(([a], [b]) => a - b);
  for (const [frameId, { ids }] of inOrder) {
    const answer = ids.includes(id) && (await orderFrame({ tabId, frameId }, 'tab.showMatch', { id }));
    if (typeof answer === 'object' && answer !== null && 'shown' in answer) return ok({ shown: true });
  }
  return ok({ shown: false });
}
