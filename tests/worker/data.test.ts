/** All data in: what a file says of the key is done at once, not only at the worker's next start. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keptConnection } from '../../lib/worker/connection-kept.ts';
import { exportData, importData } from '../../lib/worker/data.ts';
import { findKey, saveKey } from '../../lib/worker/key.ts';
import { changeSettings } from '../../lib/worker/settings.ts';

const ORIGIN = 'https://acme.sympoq.com';
const KEY = 'canary-kR7wQz2mVx9LtB';

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  vi.spyOn(browser.scripting, 'getRegisteredContentScripts').mockImplementation(async () => []);
  vi.spyOn(browser.scripting, 'registerContentScripts').mockImplementation(async () => undefined);
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async () => true);
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => ({}));
});

const isOnDisk = async () => 'deskKey' in (await browser.storage.local.get(null));

test('an import says how long the key is kept, and its undo takes that back', async () => {
  await saveKey(ORIGIN, KEY, false);
  await keptConnection.write({ origin: ORIGIN, hasKey: true, forgetsAtExit: false, refused: false });
  const before = await exportData();
  await changeSettings({ askKeyEachStart: true });
  const asking = await exportData();
  expect((await importData(before)).ok).toBe(true);
  expect(await isOnDisk()).toBe(true);

  expect((await importData(asking)).ok).toBe(true);
  expect(await isOnDisk()).toBe(false);
  expect((await importData(before)).ok).toBe(true);
  expect(await isOnDisk()).toBe(true);
  expect(await findKey(ORIGIN)).toBe(KEY);
});
