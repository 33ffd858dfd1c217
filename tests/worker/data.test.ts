/** All data in, out and away. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { namesItem } from '../../lib/state/names.ts';
import { viewsItem } from '../../lib/state/views.ts';
import { keptConnection } from '../../lib/worker/connection-kept.ts';
import { eraseData, exportData, importData } from '../../lib/worker/data.ts';
import { findKey, saveKey } from '../../lib/worker/key.ts';
import { changeSettings, readSettingsInForce } from '../../lib/worker/settings.ts';

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

test('a file does not say who we are, and leaves who that is who takes it', async () => {
  await changeSettings({ agentName: 'Anna', agentNumber: 10, undoSeconds: 9 });
  const ofAnna = await exportData();
  expect(ofAnna).not.toContain('Anna');
  await changeSettings({ agentName: 'Bob', agentNumber: 11, undoSeconds: 3 });
  expect((await importData(ofAnna)).ok).toBe(true);
  expect((await readSettingsInForce()).values).toMatchObject({ agentName: 'Bob', agentNumber: 11, undoSeconds: 9 });
  const older = JSON.stringify({ ...JSON.parse(ofAnna), settings: { agentName: 'Anna', agentNumber: 10 } });
  expect((await importData(older)).ok).toBe(true);
  expect((await readSettingsInForce()).values).toMatchObject({ agentName: 'Bob', agentNumber: 11 });
});

test('after all is erased, names and views can be changed at once', async () => {
  vi.spyOn(browser.permissions, 'getAll').mockImplementation(async () => ({ origins: [] }));
  vi.spyOn(browser.runtime, 'getManifest').mockImplementation(() => ({}) as never);
  vi.spyOn(browser.alarms, 'clearAll').mockImplementation(async () => true);
  await eraseData();
  expect(await namesItem.find()).toBeDefined();
  expect(await viewsItem.find()).toHaveLength(2);
});
