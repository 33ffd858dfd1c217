/** The built extension in a real Chromium, connected to a sandbox desk and looking at every site, for figures of the whole. */
import { execFileSync } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import type { CDPSession, Page } from '@playwright/test';
import { startDesk } from '../sandbox/desk.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { askWorker, connect, lookEverywhere } from '../support/connect.ts';

let isBuilt = false;

/** Builds once a run, so that the figures are of the code at hand. */
export function buildExtension(): void {
  if (isBuilt) return;
  for (const browser of ['chrome', 'firefox']) execFileSync('wxt', ['build', '--browser', browser]);
  isBuilt = true;
}

export const ON = 'https://on.example';
/** A site on which Deskside is switched off: nothing of it runs there. */
export const OFF = 'https://off.example';

export interface Shipped {
  chromium: Chromium;
  close(): Promise<void>;
}

/** `pages`: HTML by path, the same on both sites. `beside`: the folder of another extension in the same browser. */
export async function startShipped(pages: Record<string, string>, beside?: string): Promise<Shipped> {
  buildExtension();
  const desk = await startDesk();
  const both = [await realpath('.output/chrome-mv3'), ...(beside === undefined ? [] : [beside])].join();
  const args = [`--disable-extensions-except=${both}`, `--load-extension=${both}`];
  const chromium = await launchChromium({ deskPort: desk.port, spki: desk.spki, args });
  await connect(chromium, desk.keys.agent);
  await lookEverywhere(chromium);
  await askWorker(chromium, 'settings.change', { changes: { offSites: [OFF] } });
  await serve(chromium, pages);
  const close = async () => {
    await chromium.close();
    await desk.close();
  };
  return { chromium, close };
}

async function serve({ context }: Chromium, pages: Record<string, string>): Promise<void> {
  for (const site of [ON, OFF]) {
    await context.route(`${site}/**`, (route) => {
      const body = pages[new URL(route.request().url()).pathname] ?? '';
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html>${body}` });
    });
  }
}

/** A session that tells the processor time of a page's main thread. */
export async function watchTasks(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** Processor time of the page's main thread so far, in milliseconds. */
export async function readTaskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}
