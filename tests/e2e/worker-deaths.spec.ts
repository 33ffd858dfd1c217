/** What deaths cost: of the worker the time to the next answer and no rest, of the browser at most a second of typing. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { launchChromium } from '../support/chromium.ts';
import { connect } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { DESK, driveBy } from '../support/outbox-drive.ts';
import { openComposer, openTicket, ticketOf } from '../support/ticket-panel.ts';
import { until } from '../support/until.ts';

const ID = '11-20-K-R5D';

/** How often a word is typed. */
const WORD_MS = 50;

/** Types numbers, one every 50 ms, in the page itself, so that a busy driver does not make the typing slow; the title tells how far it is. */
function typeInPage(element: HTMLElement | SVGElement): void {
  const area = element as HTMLTextAreaElement;
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  set?.call(area, '');
  let word = 0;
  setInterval(() => {
    set?.call(area, `${area.value}${++word} `);
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    document.title = String(word);
  }, 50);
}

test('a dead worker answers again soon, and keeps the rest that the desk asked for', async ({ deskside, desk }) => {
  await deskside.connect();
  const page = await deskside.openExtensionPage('popup.html');
  const drive = driveBy(page);
  const took: number[] = [];
  for (let death = 0; death < 20; death++) {
    await deskside.killWorker();
    const ask = `(async () => { const begun = performance.now();
      await chrome.runtime.sendMessage({ name: 'draft.discard', input: { origin: '${DESK}', ticketId: '0', kind: 'tag' } });
      return performance.now() - begun; })()`;
    took.push(await page.evaluate<number>(ask));
  }
  took.sort((one, other) => one - other);
  console.log(`answer after a dead worker: median ${took[9]?.toFixed(0)} ms, p95 ${took[18]?.toFixed(0)} ms, of 20`);

  desk.fail({ fault: { kind: 'status', status: 503, retryAfter: '50' }, ticket: ID, times: 1 });
  const code = async (id: string) => (await drive.ask('ticket.refresh', { id, force: true })).failure?.code;
  expect(await code(ID)).toBe('resting');
  desk.calls.length = 0;
  await deskside.killWorker();
  expect(await code('09-13-O-TW4')).toBe('resting');
  expect(desk.calls).toEqual([]);
});

test('a read that a worker did not live to answer is asked once more by itself, and no more', async ({
  deskside,
  desk,
}) => {
  await deskside.connect();
  const page = await openTicket(deskside, ID);
  const wrong = page.getByText('Something went wrong in Deskside');
  const ticket = ticketOf(page, '09-13-O-TW4');
  const readsOf = () => desk.calls.filter((call) => call.ticket === '09-13-O-TW4');
  const killAtRead = async (count: number) => {
    await until(`read ${count}`, () => readsOf().length === count);
    await deskside.killWorker();
  };
  desk.fail({ fault: { kind: 'no-answer' }, ticket: '09-13-O-TW4', times: 3 });
  await page.getByRole('textbox', { name: 'Ticket ID or search' }).fill('09-13-O-TW4');
  await page.keyboard.press('Enter');
  await killAtRead(1);
  await killAtRead(2);
  await expect(wrong).toBeVisible();
  expect(readsOf()).toHaveLength(2);

  await page.getByRole('button', { name: 'Try again' }).click();
  await killAtRead(3);
  await expect(ticket.getByRole('heading', { name: 'Activity' })).toBeVisible();
  await expect(wrong).toHaveCount(0);
  expect(readsOf()).toHaveLength(4);
});

test('a draft loses at most a second of typing, whenever the browser crashes', async ({ desk, deskside }) => {
  test.setTimeout(180_000);
  await deskside.close();
  const userDataDir = await mkdtemp(join(tmpdir(), 'deskside-typing-'));
  const launch = { deskPort: desk.port, spki: desk.spki, userDataDir };
  const lost: number[] = [];
  let browser = await launchChromium({ ...launch, welcome: 'closed' });
  await connect(browser, desk.keys.agent);
  for (const typingMs of [700, 1_300, 2_100]) {
    const page = await openTicket(browser, ID);
    if (lost.length === 0) await openComposer(page, 'Note');
    await page.getByRole('textbox', { name: 'Note' }).evaluate(typeInPage);
    await wait(typingMs);
    const typed = Number(await page.title());
    const session = await page.context().newCDPSession(page);
    const gone = new Promise((resolve) => browser.context.once('close', resolve));
    // Nobody gets a last word: no `pagehide`, no end of the worker.
    void session.send('Browser.crash').catch(() => {});
    await gone;
    await browser.close().catch(() => {});
    browser = await launchChromium({ ...launch, welcome: 'none' });
    const later = await openTicket(browser, ID);
    const field = later.getByRole('textbox', { name: 'Note' });
    await expect(field).toBeVisible();
    const kept = Number((await field.inputValue()).trim().split(' ').at(-1));
    lost.push((typed - kept) * WORD_MS);
    await later.close();
  }
  await browser.close();
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  console.log(`draft lost when the browser crashed while typing: ${lost.map((ms) => `${ms} ms`).join(', ')}`);
  expect(Math.max(...lost)).toBeLessThanOrEqual(1_000);
});
