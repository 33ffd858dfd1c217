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
  const runs = (await readWorlds(page, chromium.origin)).length > 0;
  await page.close();
  return runs;
}

/**
 * One entry for each world that scripts of the extension have in the page's main frame, those of an older install
 * included: what the expression is there. Chromium makes a world anew, empty, where there was one before.
 */
export async function readWorlds(page: Page, origin: string, expression = 'true'): Promise<unknown[]> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === origin && context.auxData?.frameId === frameTree.frame.id) worlds.push(context.id);
  });
  // Answers only after it has told of every world that is there.
  await session.send('Runtime.enable');
  const values: unknown[] = [];
  for (const contextId of worlds) {
    const { result } = await session.send('Runtime.evaluate', { contextId, expression, returnByValue: true });
    values.push(result.value);
  }
  await session.detach();
  return values;
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
