/** The tables of pages and changes in a real Chromium, and two thousand random documents. */
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { bundleForPage } from '../detect/bundle-page.ts';
import { changeCases } from '../detect/change-cases.ts';
import { domCases } from '../detect/dom-cases.ts';
import type { inPage } from '../detect/in-page.ts';
import { findChromium } from '../support/find-browsers.ts';

declare const window: { inPage: typeof inPage };

let browser: Browser;
let page: Page;
let script: string;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  script = await bundleForPage('in-page.ts');
  browser = await chromium.launch({ executablePath: findChromium(), chromiumSandbox: false, args: ['--disable-gpu'] });
  page = await openPage();
});

test.afterAll(() => browser.close());

async function openPage(): Promise<Page> {
  const opened = await browser.newPage();
  await opened.setContent('<!doctype html><title></title><body></body>');
  await opened.addScriptTag({ content: script });
  return opened;
}

test('the tables are long enough', () => {
  expect(domCases.length).toBeGreaterThanOrEqual(60);
  expect(changeCases.length).toBeGreaterThanOrEqual(30);
});

for (const { name, ids } of domCases) {
  test(`page: ${name}`, async () => {
    const outcome = await page.evaluate((each) => window.inPage.runDom(each), name);
    expect(outcome).toEqual({ ids, wanted: ids, wrong: [] });
  });
}

for (const { name, ids } of changeCases) {
  test(`change: ${name}`, async () => {
    const outcome = await page.evaluate((each) => window.inPage.runChange(each), name);
    expect(outcome).toEqual({ ids, wanted: ids, wrong: [] });
  });
}

test('a hidden page is read when it is shown, and its changes too', async () => {
  const found = await page.evaluate(() => window.inPage.runHidden());
  expect(found).toEqual([[], ['09-13-O-TW4'], ['09-13-O-TW4'], ['09-13-O-TW4', '11-14-3-AS7']]);
});

test('a root that comes very late is found under the resting pointer', async () => {
  expect(await page.evaluate(() => window.inPage.runPointed())).toEqual([[], ['09-13-O-TW4']]);
});

test('rows that are drawn anew just before the look at them are not told as lost', async () => {
  expect(await page.evaluate(() => window.inPage.runRedrawn())).toEqual([['09-13-O-TW4', '11-14-3-AS7']]);
});

test('a change before the end of the first reading does not hide that a limit ended it', async () => {
  expect(await page.evaluate(() => window.inPage.runCutShort())).toEqual(['stopped', 'stopped']);
});

test('the end of the first reading drops nothing of a reading that began since', async () => {
  expect(await page.evaluate(() => window.inPage.runReadTwice())).toEqual([80, 80]);
});

test('many IDs are dropped, and one long text is read, in short steps', async () => {
  const { dropped, listed, read, found } = await page.evaluate(() => window.inPage.runInSteps());
  expect(dropped).toBeGreaterThanOrEqual(10);
  expect(listed).toEqual(['10-12-K-998', '10-12-K-999']);
  expect(read).toBeGreaterThan(100);
  expect(found).toBe(3000);
});

test('a page that changes while it is read loses no ID, and gains none', async () => {
  const { pauses, missed, wrong } = await page.evaluate(() => window.inPage.runDisturbed());
  expect(pauses).toBeGreaterThan(80);
  expect(missed).toEqual([]);
  expect(wrong).toEqual([]);
});

test('2,000 random documents: exactly the planted IDs', async () => {
  const pages = await Promise.all([page, openPage()]);
  const half = (at: number) => pages[at]?.evaluate((first) => window.inPage.runRandom(first, 1000), at * 1000);
  const failed = (await Promise.all([half(0), half(1)])).flat();
  expect(failed.slice(0, 3)).toEqual([]);
});
