/** How often a page is asked whether our script stands in it. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tabs } from '../../lib/state/tabs.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { framesOf, recordFrame } from '../../lib/worker/frames.ts';
import { replaceSettings } from '../../lib/worker/settings.ts';
import { startTabs } from '../../lib/worker/tabs.ts';

const ids = [canonicalId('09-13-O-TW4')];

test('a tab that comes to the front is asked once; one that nobody stands in loses its list and is given the script', async () => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async () => true);
  const put = vi.spyOn(browser.scripting, 'executeScript').mockImplementation((async () => []) as never);
  const asked = vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue(undefined as never);
  const { tabs: ofTabs, permissions, action } = browser;
  for (const event of [ofTabs.onReplaced, permissions.onAdded, permissions.onRemoved])
    vi.spyOn(event, 'addListener').mockImplementation(() => undefined);
  for (const name of ['setBadgeBackgroundColor', 'setBadgeTextColor', 'setBadgeText'] as const)
    vi.spyOn(action, name).mockResolvedValue(undefined);
  await replaceSettings({ where: 'every' });
  startTabs();
  const { id: tabId = 0, windowId } = await browser.tabs.create({ url: 'https://mail.example.com/' });
  vi.spyOn(browser.tabs, 'get').mockImplementation((async () => ({
    id: tabId,
    active: true,
    status: 'complete',
    url: 'https://mail.example.com/',
  })) as never);
  const come = async () => {
    asked.mockClear();
    await recordFrame({ tabId, frameId: 0, windowId: 1, documentId: null, url: null }, { ids, scan: 'done' });
    vi.useFakeTimers();
    await fakeBrowser.tabs.onActivated.trigger({ tabId, windowId: windowId ?? 0 });
    await vi.advanceTimersByTimeAsync(1_000);
    vi.useRealTimers();
  };

  await come();
  expect(asked).toHaveBeenCalledTimes(1);
  expect((await framesOf(tabId)).size).toBe(1);
  expect(put).not.toHaveBeenCalled();
  await come();
  expect(asked).toHaveBeenCalledTimes(1);

  asked.mockRejectedValue(new Error('Receiving end does not exist'));
  await come();
  expect((await framesOf(tabId)).size).toBe(0);
  expect(put).toHaveBeenCalledTimes(1);
  expect(await tabs.item(String(tabId)).read()).toMatchObject({ state: 'on' });
});
