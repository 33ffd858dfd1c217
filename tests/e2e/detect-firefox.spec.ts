/** The table of pages in a real Firefox, and some random documents. */
import { expect, test } from '@playwright/test';
import { bundleForPage } from '../detect/bundle-page.ts';
import { domCases } from '../detect/dom-cases.ts';
import { type Firefox, launchFirefox } from '../support/firefox.ts';

let firefox: Firefox;

/** A script of the page itself: what a driver evaluates runs in a world of its own. */
const addScript = `
  const element = document.createElement('script');
  element.textContent = arguments[0];
  document.head.append(element);`;
const inPage = '(window.wrappedJSObject ?? window).inPage';

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  const script = await bundleForPage('in-page.ts');
  firefox = await launchFirefox();
  await firefox.openTab('data:text/html,<!doctype html><title></title><body></body>');
  await firefox.tab.evaluate(addScript, script);
});

test.afterAll(() => firefox.close());

for (const { name, ids } of domCases) {
  test(`page in Firefox: ${name}`, async () => {
    const outcome = await firefox.tab.evaluate(`return await ${inPage}.runDom(arguments[0])`, name);
    expect(outcome).toEqual({ ids, wanted: ids, wrong: [] });
  });
}

test('200 random documents in Firefox: exactly the planted IDs', async () => {
  const failed = await firefox.tab.evaluate<unknown[]>(`return await ${inPage}.runRandom(0, 200)`);
  expect(failed.slice(0, 3)).toEqual([]);
});
