/** Looks up what is selected in a page, and steps to the next ticket on it: what menu and commands share. */
import { browser } from 'wxt/browser';
import { openRequests, shownTickets } from '../state/tabs.ts';
import { compileForms } from '../tickets/compile.ts';
import { neighbour } from '../tickets/follow-page.ts';
import { findLookedUp } from '../tickets/looked-up.ts';
import { type FrameSelection, findSelection } from '../tickets/page-selection.ts';
import { idsOf } from '../tickets/page-state.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { framesOf } from './frames.ts';
import { askPanel, showMatch } from './open-panel.ts';
import { readSettingsInForce } from './settings.ts';

/** Puts what the text means before the surfaces of the window; nothing when it means nothing. */
export async function lookUp(windowId: number, text: string): Promise<void> {
  const { values } = await readSettingsInForce();
  const wanted = findLookedUp(text, compileForms(values.forms));
  if (wanted) await askPanel(windowId, wanted);
}

export interface SelectionPlace {
  /** The frame that it stands in; the one that the agent was in last where it is not known. */
  frameId?: number | undefined;
  /** Cut at so many characters. */
  most: number;
}

/** The text selected in a tab; empty where the browser does not let us read it. */
export async function readSelection(tabId: number, { frameId, most }: SelectionPlace): Promise<string> {
  try {
    const answers = await browser.scripting.executeScript({
      // Not only when the last frame has loaded.
      injectImmediately: true,
      target: frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] },
      func: (length: number): FrameSelection => ({
        text: getSelection()?.toString().slice(0, length) ?? '',
        hasFocus: document.hasFocus(),
        isAround: /^i?frame$/.test(document.activeElement?.localName ?? ''),
      }),
      args: [most],
    });
    return findSelection(answers.flatMap(({ result }) => (result ? [result as FrameSelection] : [])));
  } catch {
    return '';
  }
}

/** Shows the ticket after the one last shown or asked for, and its place in the page; round from the last to the first. */
export async function showNext(tabId: number, windowId: number): Promise<void> {
  const ids = idsOf(await framesOf(tabId));
  const current = await findCurrent(String(windowId));
  const next = (current && neighbour(ids, current, 1)) || ids[0];
  if (next === undefined) return;
  await askPanel(windowId, { ticketId: next });
  await showMatch(tabId, next);
}

/** The ticket where the agent is: shown by the panel, or asked for since, be the panel open or not. */
async function findCurrent(windowName: string): Promise<TicketId | undefined> {
  const asked = await openRequests.item(windowName).read();
  const shown = await shownTickets.item(windowName).read();
  const isAskedSince = asked !== null && asked.at > (shown?.at ?? 0);
  return isAskedSince && 'ticketId' in asked.wanted ? asked.wanted.ticketId : shown?.id;
}
