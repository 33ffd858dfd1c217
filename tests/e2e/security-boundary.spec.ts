/** What a content script's world can do in real Chromium when a page's renderer owns it: nothing. */
import { askWorker } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { FORGED_ITEMS, FORGED_REQUESTS, forgeAndRead, sendForgeries, sendRandom } from '../support/forgeries.ts';

test('forged messages: every request, and 20,000 random ones', async ({ connected, desk, pages }) => {
  test.setTimeout(180_000);
  await connected.page.goto(pages.url('mail'));
  await connected.evaluateInContentScript(connected.page, '1');
  desk.calls.length = 0;
  const before = await askWorker(connected, 'data.export');
  const accepted = await connected.evaluateInContentScript<string[]>(connected.page, sendForgeries);
  const random = await connected.evaluateInContentScript<number>(connected.page, sendRandom(20_000));
  console.log(
    `forged messages in Chromium: ${FORGED_REQUESTS.length} requests, ${accepted.length} accepted; 20000 random ones, ${random} accepted`,
  );
  expect(accepted).toEqual([]);
  expect(random).toBe(0);
  expect(desk.calls).toEqual([]);
  expect(await askWorker(connected, 'data.export')).toEqual(before);
});

test('stored items: none can be read, none forged', async ({ connected, desk, pages }) => {
  await connected.page.goto(pages.url('mail'));
  desk.calls.length = 0;
  const { written, read, databases } = await connected.evaluateInContentScript<{
    written: string[];
    read: string;
    databases: string[];
  }>(connected.page, forgeAndRead);
  await connected.killWorker();
  const panel = await connected.openExtensionPage('popup.html');
  const stored = JSON.stringify(await panel.evaluate('chrome.storage.local.get(null)'));
  console.log(
    `stored items in Chromium: ${Object.keys(FORGED_ITEMS).length} forged, written into ${JSON.stringify(written)}, acted on 0`,
  );
  // `sync` is not ours: nothing of Deskside reads it.
  expect(written.filter((area) => area !== 'sync')).toEqual([]);
  expect(read.replace(/^\{\}/, '')).not.toContain('desk');
  expect(read).not.toContain(desk.keys.agent);
  expect(databases).not.toContain('deskside');
  expect(stored).not.toContain('forged');
  expect(desk.calls.filter(({ method }) => method === 'PUT')).toEqual([]);
});

test('no page finds or frames Deskside', async ({ connected, pages }) => {
  await connected.page.goto(pages.url('plain'));
  const reached = await connected.page.evaluate(async (origin) => {
    const files = ['manifest.json', 'sidepanel.html', 'popup.html', 'options.html', 'background.js', 'icon/16.png'];
    const found = await Promise.all(
      files.map((file) =>
        fetch(`${origin}/${file}`)
          .then(() => true)
          .catch(() => false),
      ),
    );
    const frame = document.body.appendChild(
      Object.assign(document.createElement('iframe'), { src: `${origin}/popup.html` }),
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    let isFramed = false;
    try {
      isFramed = frame.contentDocument === null && frame.contentWindow?.length === 1;
    } catch {}
    return {
      found: found.filter(Boolean).length,
      isFramed,
      outside: typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime,
    };
  }, connected.origin);
  expect(reached).toEqual({ found: 0, isFramed: false, outside: 'undefined' });
});
