/** The canary: the agent's key is looked for everywhere it must not be, after it was entered, used, refused and forgotten. */
import type { Page } from '@playwright/test';
import { hasKey, WHOLE_PAGE } from '../support/canary.ts';
import { askWorker } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { forgeAndRead } from '../support/forgeries.ts';
import { DESK } from '../support/outbox-drive.ts';

const wholePage = (page: Page) => page.evaluate<string>(WHOLE_PAGE);

test('the key is nowhere but where it belongs', async ({ deskside, desk, pages }) => {
  test.setTimeout(120_000);
  const { context } = deskside;
  const said: string[] = [];
  context.on('console', (message) => said.push(message.text()));
  context.on('weberror', (error) => said.push(String(error.error())));
  const worker = await deskside.worker();
  worker.on('console', (message) => said.push(message.text()));
  const seen: Record<string, string> = {};

  const options = await deskside.openExtensionPage('options.html');
  await options.getByLabel('Desk address').fill('acme');
  await options.getByLabel('API key').fill(desk.keys.agent);
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect.poll(() => desk.calls.length).toBeGreaterThan(0);
  await expect.poll(() => wholePage(options)).not.toContain(desk.keys.agent);
  seen['settings page'] = await wholePage(options);
  await deskside.lookEverywhere();

  await deskside.page.goto(pages.url('mail'));
  const panel = await deskside.openExtensionPage('sidepanel.html');
  const note = { kind: 'note', note: 'seen' };
  const before = { readAt: 0, log: null, status: null, assignee: null, deadline: null, queue: null, tags: [] };
  for (const status of [0, 401, 403, 500, 302]) {
    desk.clearFaults();
    if (status === 302) desk.fail({ fault: { kind: 'redirect', status, to: 'https://evil.sympoq.com/' } });
    else if (status > 0) desk.fail({ fault: { kind: 'status', status } });
    const asks: [string, unknown][] = [
      ['ticket.refresh', { id: '09-13-O-TW4', force: true }],
      ['action.submit', { id: crypto.randomUUID(), ticketId: '09-13-O-TW4', origin: DESK, action: note, seen: before }],
    ];
    for (const [name, input] of asks) {
      const message = JSON.stringify({ name, input });
      seen[`${name} at ${status}`] = JSON.stringify(await panel.evaluate(`chrome.runtime.sendMessage(${message})`));
    }
  }
  desk.clearFaults();
  seen.panel = await wholePage(panel);
  seen.export = JSON.stringify(await askWorker(deskside, 'data.export'));
  seen['extension storage'] = JSON.stringify(
    await panel.evaluate(
      'Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null), chrome.storage.sync.get(null)])',
    ),
  );
  await deskside.page.bringToFront();
  const script = await deskside.evaluateInContentScript<{ read: string }>(deskside.page, forgeAndRead);
  seen['content script'] = script.read;
  const setup = `chrome.runtime.sendMessage({ name: 'page.setup', input: { hasCome: false } })`;
  seen['set-up of a page'] = JSON.stringify(await deskside.evaluateInContentScript(deskside.page, setup));
  seen['web page'] = await wholePage(deskside.page);
  seen.console = said.join('\n');
  const elsewhere = desk.calls.filter(({ headers }) => headers.host !== 'acme.sympoq.com');
  seen['other hosts'] = JSON.stringify(elsewhere);
  seen['addresses and bodies'] = JSON.stringify(desk.calls.map(({ url, rawBody }) => [url, rawBody]));

  const hits = Object.entries(seen).filter(([, text]) => hasKey(text));
  console.log(`canary key: looked for in ${Object.keys(seen).length} places in 5 spellings, ${hits.length} hits`);
  expect(hits.map(([place]) => place)).toEqual([]);
  expect(elsewhere).toEqual([]);
});
