/** Which grant of the browser puts a site on the list, and which does not. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Settings } from '../../lib/tickets/settings.ts';
import { readAgentSettings, replaceSettings } from '../../lib/worker/settings.ts';
import { addWantedSite, wantSite } from '../../lib/worker/wanted-site.ts';

const [site, pattern] = ['https://mail.example.com', 'https://mail.example.com/*'];

const readSites = async () => (await readAgentSettings()).sites;

beforeEach(async () => {
  vi.useRealTimers();
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  await replaceSettings({ where: 'these', sites: [] });
});

test('the site that was asked for, once', async () => {
  await wantSite(site);
  await addWantedSite([pattern]);
  await addWantedSite([pattern]);
  expect(await readSites()).toEqual([pattern]);
  await replaceSettings({ where: 'these', sites: [] });
  await addWantedSite([pattern]);
  expect(await readSites()).toEqual([]);
});

test('not where another thing was allowed, it was refused, or it was given up long ago', async () => {
  await wantSite(site);
  await addWantedSite(['https://desk.example.com/*', 'https://*/*']);
  expect(await readSites()).toEqual([]);
  await wantSite(null);
  await addWantedSite([pattern]);
  expect(await readSites()).toEqual([]);
  vi.useFakeTimers({ now: Date.now() - 200_000, toFake: ['Date'] });
  await wantSite(site);
  vi.useRealTimers();
  await addWantedSite([pattern]);
  expect(await readSites()).toEqual([]);
});

test.each<Partial<Settings>>([{ where: 'every' }, { where: 'asked' }])(
  'not where %j is the choice',
  async (settings) => {
    await replaceSettings({ ...settings, sites: [] });
    await wantSite(site);
    await addWantedSite([pattern]);
    expect(await readSites()).toEqual([]);
  },
);
