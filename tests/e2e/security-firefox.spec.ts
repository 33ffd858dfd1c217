/** The boundary in real Firefox: its content scripts can read and write `storage.local`, and it must not matter. */
import { expect, test } from '@playwright/test';
import { type Desk, startDesk } from '../sandbox/desk.ts';
import { type SamplePages, startSamplePages } from '../sandbox/sample-pages.ts';
import { type Firefox, launchFirefox } from '../support/firefox.ts';
import { FORGED_ITEMS, FORGED_REQUESTS, forgeAndRead, sendForgeries, sendRandom } from '../support/forgeries.ts';
import { DESK } from '../support/outbox-drive.ts';
import { until } from '../support/until.ts';
import { LOOK_ALIKES } from '../worker/look-alikes.ts';

let desk: Desk;
let pages: SamplePages;
let firefox: Firefox;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  desk = await startDesk();
  pages = await startSamplePages();
  firefox = await launchFirefox({
    deskPort: desk.port,
    certificate: desk.certificate,
    deskHosts: ['acme.sympoq.com', 'other.sympoq.com', 'evil.sympoq.com'],
  });
  const grant = `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const origins = ['https://*/*', 'http://*/*', 'https://*.sympoq.com/*'];
    await ExtensionPermissions.add(arguments[0], { permissions: [], origins }, WebExtensionPolicy.getByID(arguments[0]).extension);`;
  await firefox.evaluateInBrowser(grant, firefox.extensionId);
  await firefox.openExtensionPage('popup.html');
  const address = { address: 'acme', key: desk.keys.agent };
  const connected = await until('a worker that answers', () => ask('connection.connect', address));
  expect(connected).toMatchObject({ ok: true });
});

test.afterAll(async () => {
  await firefox?.close();
  await pages?.close();
  await desk?.close();
});

interface Answer {
  ok: boolean;
  failure?: { code: string };
}

/** Asks the worker from the page of ours that the test is in. */
function ask(name: string, input?: unknown): Promise<Answer> {
  return firefox.tab.evaluate<Answer>('return await browser.runtime.sendMessage(arguments[0])', { name, input });
}

/** Opens a sample page in a tab behind ours and runs an expression in the content script's world there. */
async function inContentScript<T>(expression: string): Promise<T> {
  const open = `
    const tab = await browser.tabs.create({ url: arguments[0], active: false });
    for (;;) {
      const { status, url } = await browser.tabs.get(tab.id);
      if (status === 'complete' && url === arguments[0]) return tab.id;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }`;
  const tabId = await firefox.tab.evaluate<number>(open, pages.url('mail'));
  const inject = `const [{ result, error }] = await browser.scripting.executeScript({
      target: { tabId: arguments[0] },
      func: async () => ${expression},
    });
    return { result, error: error && String(error) };`;
  const result = await firefox.tab.evaluate<{ result: T; error?: string }>(inject, tabId);
  if (result.error) throw new Error(result.error);
  return result.result;
}

test('forged messages: every request, and 20,000 random ones', async () => {
  test.setTimeout(240_000);
  desk.calls.length = 0;
  const accepted = await inContentScript<string[]>(sendForgeries);
  let random = 0;
  for (let sent = 0; sent < 20_000; sent += 4_000) random += await inContentScript<number>(sendRandom(4_000));
  console.log(
    `forged messages in Firefox: ${FORGED_REQUESTS.length} requests, ${accepted.length} accepted; 20000 random ones, ${random} accepted`,
  );
  expect(accepted).toEqual([]);
  expect(random).toBe(0);
  expect(desk.calls).toEqual([]);
});

test('redirects: the key goes to no other origin', async () => {
  test.setTimeout(120_000);
  await ask('settings.change', { changes: { undoSeconds: 0 } });
  const ids = [...desk.tickets.keys()];
  const targets = [
    'https://other.sympoq.com/x',
    'https://evil.sympoq.com/app/desk/api/ticket/1',
    '/app/desk/api/ticket/1',
  ];
  const seen = { readAt: 0, log: null, status: null, assignee: null, deadline: null, queue: null, tags: [] };
  desk.calls.length = 0;
  let cases = 0;
  const written: string[] = [];
  for (const status of [301, 302, 303, 307, 308] as const) {
    for (const to of targets) {
      const [read = '', write = ''] = [ids[cases], ids[cases + 1]];
      cases += 2;
      desk.fail({ fault: { kind: 'redirect', status, to }, ticket: read });
      desk.fail({ fault: { kind: 'redirect', status, to }, ticket: write, method: 'PUT' });
      expect(await ask('ticket.refresh', { id: read, force: true })).toMatchObject({ failure: { code: 'redirected' } });
      const action = { kind: 'note', note: 'x' };
      await ask('action.submit', { id: crypto.randomUUID(), ticketId: write, origin: DESK, action, seen });
      written.push(write);
    }
  }
  const puts = () => desk.calls.filter(({ method }) => method === 'PUT');
  await until('all writes to be sent', () => puts().length >= written.length, 60_000);
  const elsewhere = desk.calls.filter(({ headers }) => headers.host !== 'acme.sympoq.com');
  const followed = desk.calls.filter(({ path }) => path === 'ticket/1' || path.endsWith('/x'));
  console.log(`redirects in Firefox: ${cases} cases, ${elsewhere.length} requests to another origin`);
  expect([elsewhere, followed]).toEqual([[], []]);
  expect(puts()).toHaveLength(written.length);
  desk.clearFaults();
});

test('look-alikes: none is taken for the desk, and none gets its key', async () => {
  test.setTimeout(180_000);
  desk.calls.length = 0;
  const kept: string[] = [];
  for (const [address, is] of LOOK_ALIKES) {
    if (is === 'same') continue;
    const answer = await ask('connection.connect', { address, key: 'another-key' });
    if (answer.ok) kept.push(address);
  }
  const leaked = desk.calls.filter(
    ({ headers }) => headers.apikey === desk.keys.agent && headers.host !== 'acme.sympoq.com',
  );
  console.log(`look-alikes in Firefox: ${LOOK_ALIKES.length} pairs, ${leaked.length} times the desk's key`);
  expect([kept, leaked]).toEqual([[], []]);
  expect((await ask('ticket.refresh', { id: '09-13-O-TW4', force: true })).ok).toBe(true);
});

test('stored items: the key cannot be read, and nothing forged is acted on', async () => {
  test.setTimeout(120_000);
  const before = await ask('data.export');
  const { written, read, databases } = await inContentScript<{ written: string[]; read: string; databases: string[] }>(
    forgeAndRead,
  );
  desk.calls.length = 0;
  await firefox.terminateBackground();
  expect(await ask('data.export')).toEqual(before);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const refreshed = await ask('ticket.refresh', { id: '09-13-O-TW4', force: true });
  const session = await firefox.tab.evaluate<string>('return JSON.stringify(await browser.storage.session.get(null))');
  console.log(
    `stored items in Firefox: ${Object.keys(FORGED_ITEMS).length} forged, written into ${JSON.stringify(written)}, acted on 0, key read 0 times`,
  );
  expect(read).not.toContain(desk.keys.agent);
  expect(read).not.toContain(Buffer.from(desk.keys.agent).toString('base64'));
  expect(databases).not.toContain('deskside');
  expect(session).not.toContain('forged');
  // The sealed record was overwritten: the key is lost and has to be entered again, but no other is taken for it.
  expect(refreshed).toMatchObject({ ok: false, failure: { code: 'no-connection' } });
  expect(desk.calls).toEqual([]);
});
