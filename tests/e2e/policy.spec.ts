/** An organisation's policy, tried for real: a policy file in Chromium, managed storage in Firefox. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDesk } from '../sandbox/desk.ts';
import { ONE_ID } from '../sandbox/sample-ids.ts';
import { type FirefoxOptions, launchFirefox } from '../support/firefox.ts';
import { writePoliciesFile } from '../support/firefox-policies.ts';
import { expect, test } from '../support/fixtures.ts';
import { openComposer, openTicket } from '../support/ticket-panel.ts';

const POLICY = {
  deskAddress: 'acme',
  undoSeconds: 12,
  allowedActions: ['note', 'tag'],
  allowBulk: false,
  theme: 'dark',
};

/** As the composer sends it; the worker must refuse what the policy forbids, whatever a surface shows. */
function submitMessage(kind: 'close' | 'note'): string {
  const action = kind === 'close' ? { kind } : { kind, note: 'Seen.' };
  const seen = { readAt: 0, log: null, status: null, assignee: null, deadline: null, queue: null, tags: [] };
  const input = { id: `policy-test-${kind}`, ticketId: ONE_ID, origin: 'https://acme.sympoq.com', action, seen };
  return JSON.stringify({ name: 'action.submit', input });
}

test.describe('in Chromium, by a policy file', () => {
  test.use({ launch: { policies: POLICY } });

  test('locked fields are seen locked, a forbidden action is refused, changes arrive live', async ({
    deskside,
    desk,
  }) => {
    const settings = await deskside.openExtensionPage('options.html');
    await expect(settings.getByText('Your organisation manages some of these settings.')).toBeVisible();
    expect(
      deskside.context.pages().some((page) => page.url().endsWith('#start')),
      'no first-start page',
    ).toBe(false);
    const address = settings.getByRole('textbox', { name: 'Desk address' });
    await expect(address).toBeDisabled();
    await expect(address).toHaveValue('acme');
    const undo = settings.getByRole('spinbutton', { name: 'Seconds to undo' });
    await expect(undo).toBeDisabled();
    await expect(undo).toHaveValue('12');
    await expect(settings.getByRole('combobox', { name: 'Theme' })).toBeDisabled();
    await expect(settings.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(settings.getByText('Not allowed here: replies, assigning, moving, closing.')).toBeVisible();
    await expect(settings.getByText('Set by your organisation.').first()).toBeVisible();

    const ask = (message: string) => settings.evaluate<unknown>(`chrome.runtime.sendMessage(${message})`);
    const change = (changes: object) => ask(JSON.stringify({ name: 'settings.change', input: { changes } }));
    expect(await change({ undoSeconds: 0 })).toMatchObject({ ok: false, failure: { code: 'policy' } });
    expect(await change({ allowedActions: ['close'] })).toMatchObject({ ok: false, failure: { code: 'policy' } });
    const elsewhere = { address: 'https://desk.example.com', key: 'abc' };
    expect(await ask(JSON.stringify({ name: 'connection.connect', input: elsewhere }))).toMatchObject({
      failure: { code: 'policy' },
    });

    await settings.getByLabel('API key').fill(desk.keys.agent);
    await settings.getByRole('button', { name: 'Connect' }).click();
    await expect(settings.getByRole('button', { name: 'Forget key' })).toBeVisible();
    expect(await ask(submitMessage('close'))).toMatchObject({ ok: false, failure: { code: 'policy' } });
    expect(await ask(submitMessage('note'))).toMatchObject({ ok: true });

    await deskside.setPolicies({ deskAddress: 'acme', undoSeconds: 3, zone: 'Mars/Olympus' });
    await expect(undo).toHaveValue('3', { timeout: 20_000 });
    await expect(settings.getByRole('combobox', { name: 'Theme' })).toBeEnabled();
    await expect(settings.getByText('zone', { exact: true })).toBeVisible();
    expect(await ask(submitMessage('close'))).toMatchObject({ ok: true });

    // A slip of the pen reaches us: what is not surely allowed is forbidden, and what cannot be used is named.
    await deskside.setPolicies({ deskAddress: 'acme', undoSeconds: 60, allowedActions: ['note', 'closed'] });
    await expect(settings.getByText(/^undoSeconds, allowedActions$|^allowedActions, undoSeconds$/)).toBeVisible({
      timeout: 20_000,
    });
    expect(await ask(submitMessage('close'))).toMatchObject({ ok: false, failure: { code: 'policy' } });
  });
});

test.describe('in Chromium, where closing and assigning are forbidden', () => {
  test.use({ launch: { policies: { ...POLICY, allowedActions: ['reply', 'note', 'move'] } } });

  test('no other composer offers them', async ({ deskside }) => {
    await deskside.connect();
    const page = await openTicket(deskside, ONE_ID);
    const reply = await openComposer(page, 'Reply');
    await expect(reply.getByRole('checkbox')).toHaveCount(1);
    await expect(reply.getByRole('checkbox', { name: 'Mark as solution' })).toBeVisible();
    const note = await openComposer(page, 'Note');
    const statuses = note.getByRole('combobox', { name: 'Set status' }).getByRole('option');
    await expect(statuses).toHaveText(['Leave as it is', 'New', 'Working', 'Pending']);
    const move = await openComposer(page, 'Move');
    await expect(move.getByRole('combobox', { name: 'Queue' })).toBeVisible();
    await expect(move.getByRole('checkbox')).toHaveCount(0);
  });
});

const FIREFOX_ID = 'deskside@deskside.example';

/** What of Firefox's start carries the policy, and what takes it away again. */
interface Carrier {
  start: Pick<FirefoxOptions, 'env' | 'executable'>;
  remove(): Promise<void>;
}

async function byManagedStorage(): Promise<Carrier> {
  const home = await mkdtemp(join(tmpdir(), 'deskside-home-'));
  const folder = join(home, '.mozilla', 'managed-storage');
  await mkdir(folder, { recursive: true });
  const manifest = { name: FIREFOX_ID, description: 'Deskside for Acme', type: 'storage', data: POLICY };
  await writeFile(join(folder, `${FIREFOX_ID}.json`), JSON.stringify(manifest));
  return { start: { env: { HOME: home } }, remove: () => rm(home, { recursive: true, force: true, maxRetries: 5 }) };
}

async function byPoliciesFile(): Promise<Carrier> {
  const { executable, remove } = await writePoliciesFile({ '3rdparty': { Extensions: { [FIREFOX_ID]: POLICY } } });
  return { start: { executable }, remove };
}

for (const [name, carry] of [
  ['managed storage', byManagedStorage],
  ['policies.json', byPoliciesFile],
] as const)
  test(`in Firefox, by ${name}: locked, refused, and said to apply at the next start`, async () => {
    const carrier = await carry();
    const desk = await startDesk();
    const firefox = await launchFirefox({
      ...carrier.start,
      welcome: 'none',
      deskPort: desk.port,
      certificate: desk.certificate,
    });
    try {
      await firefox.openExtensionPage('options.html');
      await firefox.tab.waitForText('Your organisation manages some of these settings.');
      await firefox.tab.waitForText('changes apply when Firefox starts next');
      await firefox.tab.waitForText('Not allowed here: replies, assigning, moving, closing.');
      const isLocked = await firefox.tab.evaluate<boolean>(
        "return [...document.querySelectorAll('input[type=number]')].some((field) => field.disabled && field.value === '12')",
      );
      expect(isLocked).toBe(true);
      const ask = (message: string) =>
        firefox.tab.evaluate<unknown>('return browser.runtime.sendMessage(JSON.parse(arguments[0]))', message);
      const changes = JSON.stringify({ name: 'settings.change', input: { changes: { undoSeconds: 0 } } });
      expect(await ask(changes)).toMatchObject({ ok: false, failure: { code: 'policy' } });
      const input = { address: 'acme', key: desk.keys.agent };
      expect(await ask(JSON.stringify({ name: 'connection.connect', input }))).toMatchObject({ ok: true });
      expect(await ask(submitMessage('close'))).toMatchObject({ ok: false, failure: { code: 'policy' } });
      expect(await ask(submitMessage('note'))).toMatchObject({ ok: true });
    } finally {
      await firefox.close();
      await desk.close();
      await carrier.remove();
    }
  });
