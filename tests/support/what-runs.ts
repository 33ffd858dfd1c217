/** What of an extension runs where, as the browser says it: DevTools for the worlds, the extension's own API for the rest. */
import type { Page } from '@playwright/test';
import type { Chromium } from './chromium.ts';

/**
 * True when a script of the extension runs in a page of this address. Looked at in a new tab: Chromium makes a world
 * anew, empty, in the tab in which there was one before.
 */
export async function runsAt(chromium: Chromium, url: string): Promise<boolean> {
  const page = await chromium.context.newPage();
  await page.goto(url);
  // The registered script runs when the page is idle.
  await page.waitForTimeout(500);
  const runs = await hasOwnWorld(page, chromium.origin);
  await page.close();
  return runs;
}

/** True when a script of the extension has a world of its own in the page's main frame. */
async function hasOwnWorld(page: Page, origin: string): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  const origins: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => origins.push(context.origin));
  // Answers only after it has told of every world that is there.
  await session.send('Runtime.enable');
  await session.detach();
  return origins.includes(origin);
}

/** How many highlights stand in the page: they are ours, the sample pages make none. */
export function countMarks(page: Page): Promise<number> {
  return page.evaluate<number>('[...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)');
}

export interface Registered {
  matches: string[];
  excludeMatches?: string[];
}

/** The content scripts that the browser would run by itself. */
export async function readRegistered(chromium: Chromium): Promise<Registered[]> {
  const worker = await chromium.worker();
  return worker.evaluate<Registered[]>('chrome.scripting.getRegisteredContentScripts()');
}
