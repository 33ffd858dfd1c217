/** Where the agent's word to look is taken, and where it is not. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askedTabs } from '../../lib/state/tabs.ts';
import type { Settings } from '../../lib/tickets/settings.ts';
import { replaceSettings } from '../../lib/worker/settings.ts';
import { applySites, lookNow } from '../../lib/worker/sites.ts';

const page = 'https://mail.example.com';

/** What comes of asking for a tab of that page, and how often a script was put into it. */
async function lookUnder(settings: Partial<Settings>) {
  const put = vi.spyOn(browser.scripting, 'executeScript').mockImplementation((async () => []) as never);
  vi.spyOn(browser.scripting, 'insertCSS').mockResolvedValue(undefined);
  await replaceSettings(settings);
  const { id = 0 } = await browser.tabs.create({ url: `${page}/inbox` });
  const looked = await lookNow(id);
  const asked = await askedTabs.item(String(id)).read();
  return { code: looked.ok ? 'looked' : looked.failure.code, asked, scripts: put.mock.calls.length };
}

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

test('on a site that is switched off nothing of ours runs, whatever opens the panel', async () => {
  for (const where of ['every', 'these', 'asked'] as const)
    expect(await lookUnder({ where, offSites: [page] })).toEqual({ code: 'not-allowed', asked: null, scripts: 0 });
});

test('a site that is not among the chosen ones is not looked at either', async () => {
  expect(await lookUnder({ where: 'these', sites: ['https://other.example.com/*'] })).toMatchObject({
    code: 'not-allowed',
    scripts: 0,
  });
});

test('where we look only when asked, asking is enough', async () => {
  expect(await lookUnder({ where: 'asked' })).toEqual({ code: 'looked', asked: page, scripts: 1 });
});

test('a tab that is frozen keeps nothing waiting, neither the settings nor other tabs', async () => {
  const forever = new Promise<never>(() => {});
  vi.spyOn(browser.scripting, 'getRegisteredContentScripts').mockImplementation(async () => []);
  vi.spyOn(browser.scripting, 'registerContentScripts').mockImplementation(async () => undefined);
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async () => true);
  await replaceSettings({ where: 'every' });
  const frozen = await browser.tabs.create({ url: `${page}/frozen` });
  const awake = await browser.tabs.create({ url: `${page}/awake` });
  const [put, told] = [[] as unknown[], [] as unknown[]];
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation((async ({
    target,
  }: {
    target: { tabId: number };
  }) => {
    put.push(target.tabId);
    return target.tabId === frozen.id ? forever : [];
  }) as never);
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (tabId: number) => {
    told.push(tabId);
    return tabId === frozen.id ? forever : undefined;
  }) as never);
  await applySites();
  await applySites();
  for (const id of [frozen.id, awake.id]) {
    expect(put.filter((each) => each === id)).toHaveLength(2);
    expect(told.filter((each) => each === id)).toHaveLength(2);
  }
});
