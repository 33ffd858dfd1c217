/** What ended otherwise than the agent meant while nobody looked is said until they have seen it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchChromium } from '../support/chromium.ts';
import { connect } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { DESK, driveBy } from '../support/outbox-drive.ts';
import { openComposer, openTicket, setUpAgent, showTicket, ticketOf, writesAt } from '../support/ticket-panel.ts';

const [A, B] = ['11-20-K-R5D', '11-14-3-AS7'];
test.use({ sandbox: { zone: 'UTC' } });

const strips = (page: Page) => page.getByRole('region', { name: 'Just now' }).locator('.strip');
const seenOnes = (page: Page) =>
  page.evaluate<number>(
    "chrome.storage.session.get(null).then((all) => Object.entries(all).filter(([key, { value }]) => key.startsWith('outcome:') && value.isSeen).length)",
  );

/** As if all that is held had been sent ten minutes ago, and nothing had run since. */
const tenMinutesPass = (page: Page) =>
  page.evaluate(`new Promise((done, fail) => {
    const opening = indexedDB.open('deskside');
    opening.onerror = fail;
    opening.onsuccess = () => {
      const writing = opening.result.transaction('kept', 'readwrite');
      writing.oncomplete = () => { opening.result.close(); done(); };
      const all = IDBKeyRange.bound('outbox:', 'outbox:~');
      writing.objectStore('kept').openCursor(all).onsuccess = ({ target: { result: cursor } }) => {
        if (!cursor) return;
        const { v, value } = cursor.value;
        const { createdAt, heldUntil } = value;
        cursor.update({ v, value: { ...value, createdAt: createdAt - 600000, heldUntil: heldUntil - 600000 } });
        cursor.continue();
      };
    };
  })`);

test('a reply that was not sent in time as the browser ended is said at its next start until its ticket was on show', async ({
  desk,
  deskside,
}) => {
  await deskside.close();
  const userDataDir = await mkdtemp(join(tmpdir(), 'deskside-late-'));
  const launch = { deskPort: desk.port, spki: desk.spki, userDataDir };
  const first = await launchChromium({ ...launch, welcome: 'closed' });
  await connect(first, desk.keys.agent);
  await setUpAgent(first, { undoSeconds: 30 });
  const before = await openTicket(first, A);
  const reply = await openComposer(before, 'Reply');
  await reply.getByRole('textbox', { name: 'Reply' }).fill('It is on its way.');
  await reply.getByRole('button', { name: 'Send reply' }).click();
  await expect(strips(before)).toContainText(`Replying to ${A}`);
  await tenMinutesPass(before);
  await first.close();

  const next = await launchChromium(launch);
  try {
    const page = await openTicket(next, B);
    const words = `${A} was not sent in time. It is a draft again.`;
    await expect(strips(page)).toContainText(words);
    await next.killWorker();
    await page.reload();
    await strips(page).filter({ hasText: words }).getByRole('button', { name: 'Show' }).click();
    await expect(ticketOf(page, A).getByRole('textbox', { name: 'Reply' })).toHaveValue('It is on its way.');
    await expect(strips(page)).toContainText(words);
    await expect(strips(page).getByRole('button')).toHaveCount(0);
    expect(await seenOnes(page)).toBe(0);
    await page.mouse.move(100, 300);
    await page.mouse.down();
    await driveBy(page).mustAsk('action.seen', { ids: [] });
    expect(await seenOnes(page)).toBe(0);
    await page.mouse.up();
    await expect.poll(() => seenOnes(page)).toBe(1);
    await showTicket(page, B);
    await expect(strips(page)).toHaveCount(0);
    expect(writesAt(desk)).toEqual([]);
  } finally {
    await next.close();
    await rm(userDataDir, { recursive: true, force: true });
  }
});

test('a bulk that was late behind the closed popup is one line there, and is put away as a whole', async ({
  deskside,
  desk,
}) => {
  await deskside.connect();
  await setUpAgent(deskside, { undoSeconds: 30 });
  const popup = await deskside.openExtensionPage('popup.html');
  const drive = driveBy(popup);
  const ids = [...desk.tickets.keys()].filter((id) => id !== B).slice(0, 12);
  const seen = await drive.seen('none');
  const late = async (words: string) => {
    await tenMinutesPass(popup);
    await deskside.killWorker();
    await popup.reload();
    await expect(strips(popup).filter({ hasText: words })).toBeVisible();
  };
  await drive.submit(B, { kind: 'tag', tags: ['Late'] });
  await late(`${B} was not sent in time.`);
  const parts = ids.map((ticketId) => ({
    id: crypto.randomUUID(),
    ticketId,
    origin: DESK,
    action: { kind: 'tag', tags: ['Export'] },
    seen,
  }));
  await drive.mustAsk('action.submitMany', { bulkId: 'bulk-of-twelve', parts });
  await late('was not sent in time. It is a draft again.12 more to look at.');
  await expect(strips(popup)).toHaveCount(1);
  await popup.getByRole('button', { name: 'Dismiss' }).click();
  await expect(strips(popup)).toHaveText(`${B} was not sent in time. It is a draft again.Show`);
  expect(await seenOnes(popup)).toBe(12);
  await popup.getByRole('button', { name: 'Dismiss' }).click();
  await expect(strips(popup)).toHaveCount(0);
  await expect.poll(() => seenOnes(popup)).toBe(13);
  expect(writesAt(desk)).toEqual([]);
});

test('each ending of the ticket on show is told; one that was seen is not told elsewhere as news', async ({
  deskside,
}) => {
  await deskside.connect();
  const page = await openTicket(deskside, B);
  const end = (id: string, ticketId: string, outcome: 'draft' | 'differs', seen = {}) => {
    const value = { id, ticketId, origin: DESK, kind: 'tag', outcome, ...seen };
    return page.evaluate(
      `chrome.storage.session.set({ 'outcome:${id}': { v: 1, value: { ...${JSON.stringify(value)}, at: Date.now() } } })`,
    );
  };
  await end('here-late', B, 'draft');
  await end('here-other', B, 'differs');
  await expect(strips(page)).toHaveCount(2);
  await end('there', A, 'differs');
  await expect(strips(page)).toHaveCount(3);
  await end('there', A, 'differs', { isSeen: true });
  await expect(strips(page).filter({ hasText: A })).toHaveCount(0, { timeout: 2000 });
});
