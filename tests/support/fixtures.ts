/** What every browser test starts with: its own sandbox desk, sample pages and Chromium with the built extension. */
import { test as base, expect, type Page } from '@playwright/test';
import { type Desk, startDesk } from '../sandbox/desk.ts';
import type { DeskOptions } from '../sandbox/desk-types.ts';
import { type SamplePage, type SamplePages, startSamplePages } from '../sandbox/sample-pages.ts';
import { type Chromium, type ChromiumOptions, launchChromium } from './chromium.ts';
import { connect, lookEverywhere } from './connect.ts';
import { type Firefox, launchFirefox } from './firefox.ts';

export interface Deskside extends Chromium {
  /** Enters the desk's address and a key on the settings page, as a person does; the agent's key unless told. */
  connect(key?: string): Promise<void>;
  /** Lets Deskside look at every site, as the click on `Every site` with a granted permission does. */
  lookEverywhere(): Promise<void>;
  /** Opens a sample page in the first tab and, beside it, the real side panel. */
  openBeside(sample: SamplePage): Promise<Page>;
}

interface Fixtures {
  /** What the browser is started with; change it by `test.use({ launch: { … } })`. */
  launch: ChromiumOptions;
  /** What the desk is like; change it by `test.use({ sandbox: { … } })`. */
  sandbox: DeskOptions;
  desk: Desk;
  pages: SamplePages;
  /** Chromium with Deskside installed, not connected yet. */
  deskside: Deskside;
  /** The same, connected, and looking at every site. */
  connected: Deskside;
  /** Firefox with Deskside installed, not connected yet. */
  firefox: Firefox;
}

export const test = base.extend<Fixtures>({
  launch: [{}, { option: true }],
  sandbox: [{}, { option: true }],
  desk: async ({ sandbox }, use) => {
    const desk = await startDesk(sandbox);
    await use(desk);
    await desk.close();
  },
  pages: async ({ desk: _startedBefore }, use) => {
    const pages = await startSamplePages();
    await use(pages);
    await pages.close();
  },
  deskside: async ({ launch, desk, pages }, use, testInfo) => {
    const chromium = await launchChromium({ deskPort: desk.port, spki: desk.spki, ...launch });
    const deskside: Deskside = {
      ...chromium,
      connect: (key = desk.keys.agent) => connect(chromium, key),
      lookEverywhere: () => lookEverywhere(chromium),
      openBeside: async (sample) => {
        await chromium.page.goto(pages.url(sample));
        return chromium.openSidePanel(chromium.page);
      },
    };
    await use(deskside);
    if (testInfo.status !== testInfo.expectedStatus) await describeSurfaces(chromium);
    await chromium.close();
  },
  connected: async ({ deskside }, use) => {
    await deskside.connect();
    await deskside.lookEverywhere();
    await use(deskside);
  },
  firefox: async ({ desk, pages: _startedBefore }, use) => {
    const firefox = await launchFirefox({ deskPort: desk.port, certificate: desk.certificate });
    await use(firefox);
    await firefox.close();
  },
});

/** Playwright shows the first tab of a failed test; what matters here is mostly in the panel or the popup. */
async function describeSurfaces({ context, origin, worker }: Chromium): Promise<void> {
  for (const surface of context.pages().filter((page) => page.url().startsWith(origin))) {
    const shown = await surface.ariaSnapshot({ timeout: 5000 }).catch(() => '(cannot be read)');
    console.log(`${new URL(surface.url()).pathname} showed:\n${shown}\n`);
  }
  const asked = `Promise.all([chrome.storage.session.get(null), chrome.windows.getAll()]).then(([all, windows]) =>
    JSON.stringify([Object.entries(all).filter(([key]) => key.startsWith('open:')), windows, Date.now()]))`;
  const known = worker().then((running) => running.evaluate<string>(asked));
  console.log(`What the panel was asked to show, and the windows: ${await known.catch(() => '(the worker is gone)')}`);
}

export { expect };
