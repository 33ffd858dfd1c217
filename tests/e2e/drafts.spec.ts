/** What an agent typed survives the panel's end, the worker's and the browser's, and `Undo` gives it back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { launchChromium } from '../support/chromium.ts';
import { connect } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { REFUSED, refusingLate, slowWorker } from '../support/slow-worker.ts';
import { openComposer, openTicket, setUpAgent, showTicket, untilWritten, writesAt } from '../support/ticket-panel.ts';

const ID = '11-20-K-R5D';
test.use({ sandbox: { zone: 'UTC' } });

/** Waits until a draft with these words is kept: its mirror is written when it is on the disk. */
async function untilKept(page: Page, words: string): Promise<void> {
  const stored = () => page.evaluate<string>('chrome.storage.session.get(null).then(JSON.stringify)');
  await expect.poll(stored).toContain(words);
}

test('a draft survives the real panel and the worker, and is discarded when asked', async ({ deskside }) => {
  await deskside.connect();
  await setUpAgent(deskside);
  const panel = await deskside.openSidePanel(deskside.page);
  await showTicket(panel, ID);
  const reply = await openComposer(panel, 'Reply');
  await reply.getByRole('textbox', { name: 'Reply' }).fill('Half a sentence');
  await reply.getByRole('checkbox', { name: 'Close the ticket' }).check();
  await reply.getByRole('spinbutton', { name: 'Minutes' }).fill('9');
  await untilKept(panel, '"minutes":"9"');
  await panel.close();
  await deskside.killWorker();

  const page = await openTicket(deskside, ID);
  const again = page.getByRole('form', { name: `Reply to ${ID}` });
  await expect(again.getByRole('textbox', { name: 'Reply' })).toHaveValue('Half a sentence');
  await expect(again.getByRole('checkbox', { name: 'Close the ticket' })).toBeChecked();
  await expect(again.getByRole('spinbutton', { name: 'Minutes' })).toHaveValue('9');

  await deskside.killWorker();
  await again.getByRole('textbox', { name: 'Reply' }).press('End');
  await page.keyboard.type(', and the rest');
  await untilKept(page, ', and the rest');
  await page.reload();
  await showTicket(page, ID);
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('Half a sentence, and the rest');

  await page.getByRole('button', { name: 'Discard draft' }).click();
  await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeFocused();
  await page.getByRole('textbox', { name: 'Reply' }).press('End');
  await page.keyboard.type(' of it');
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('Half a sentence, and the rest of it');
  await page.getByRole('button', { name: 'Keep', exact: true }).press('Enter');
  await expect(page.getByRole('button', { name: 'Discard draft' })).toBeFocused();
  await page.getByRole('button', { name: 'Discard draft' }).click();
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(page.getByRole('form')).toHaveCount(0);
  await openComposer(page, 'Reply');
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('');
});

test('a draft survives the end of the browser', async ({ desk, deskside }) => {
  await deskside.close();
  const userDataDir = await mkdtemp(join(tmpdir(), 'deskside-drafts-'));
  const launch = { deskPort: desk.port, spki: desk.spki, userDataDir };
  const first = await launchChromium({ ...launch, welcome: 'closed' });
  await connect(first, desk.keys.agent);
  const page = await openTicket(first, ID);
  const note = await openComposer(page, 'Note');
  await note.getByRole('textbox', { name: 'Note' }).fill('Kept over the night');
  await untilKept(page, 'Kept over the night');
  await first.close();

  const second = await launchChromium({ ...launch, welcome: 'none' });
  const later = await openTicket(second, ID);
  await expect(later.getByRole('textbox', { name: 'Note' })).toHaveValue('Kept over the night');
  await second.close();
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
});

test('what is sent or discarded on one surface does not stay on another', async ({ deskside, desk }) => {
  await deskside.connect();
  await setUpAgent(deskside);
  const first = await openTicket(deskside, ID);
  const second = await openTicket(deskside, ID);
  const [text, there] = [first, second].map((page) => page.getByRole('textbox', { name: 'Reply' })) as [
    Locator,
    Locator,
  ];
  await (await openComposer(first, 'Reply')).waitFor();
  await text.fill('Discarded');
  await openComposer(second, 'Reply');
  await expect(there).toHaveValue('Discarded');
  await first.getByRole('button', { name: 'Discard draft' }).click();
  await first.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(there).toHaveCount(0);

  await openComposer(first, 'Reply');
  await text.fill('Sent');
  await openComposer(second, 'Reply');
  await expect(there).toHaveValue('Sent');
  await first.getByRole('button', { name: 'Send reply' }).click();
  await untilWritten(desk);
  await expect(there).toHaveCount(0);
});

test('a draft begun or taken back in one window opens nothing in another until it is asked for', async ({
  deskside,
}) => {
  await deskside.connect();
  await setUpAgent(deskside, { undoSeconds: 30 });
  const first = await openTicket(deskside, ID);
  const second = await openTicket(deskside, ID);
  const reply = second.getByRole('button', { name: 'Reply', exact: true });
  const isWaiting = () => expect(reply).toHaveAttribute('title', 'Reply (draft)');
  await second.getByRole('button', { name: 'Refresh' }).focus();
  const isUnmoved = async () => {
    await expect(second.getByRole('form')).toHaveCount(0);
    await expect(second.getByRole('button', { name: 'Refresh' })).toBeFocused();
  };
  const typed = await openComposer(first, 'Reply');
  await typed.getByRole('textbox', { name: 'Reply' }).fill('Begun elsewhere');
  await isWaiting();
  await isUnmoved();

  await typed.getByRole('button', { name: 'Send reply' }).click();
  await expect(reply).not.toHaveAttribute('title', 'Reply (draft)');
  await first.getByRole('button', { name: 'Undo' }).click();
  await expect(first.getByRole('textbox', { name: 'Reply' })).toHaveValue('Begun elsewhere');
  await isWaiting();
  await isUnmoved();

  await reply.click();
  const there = second.getByRole('textbox', { name: 'Reply' });
  await expect(there).toHaveValue('Begun elsewhere');
  await there.press('End');
  await second.keyboard.type(', and gone on with here');
  await expect(first.getByRole('textbox', { name: 'Reply' })).toHaveValue('Begun elsewhere, and gone on with here');
});

test('a composer put aside right after typing stays aside, and keeps its draft', async ({ deskside }) => {
  await deskside.connect();
  const page = await openTicket(deskside, ID);
  const note = await openComposer(page, 'Note');
  await note.getByRole('textbox', { name: 'Note' }).fill('Later');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('form')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Note', exact: true })).toHaveAttribute('title', 'Note (draft)');
  await expect(page.getByRole('form')).toHaveCount(0);
  await openComposer(page, 'Note');
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('Later');
});

test('what is typed last, put aside and opened again at once, stands there and is gone on with', async ({
  deskside,
}) => {
  await deskside.connect();
  const page = await openTicket(deskside, ID);
  const text = page.getByRole('textbox', { name: 'Reply' });
  await openComposer(page, 'Reply');
  await text.fill('Before');
  const reply = page.getByRole('button', { name: 'Reply', exact: true });
  await expect(reply).toHaveAttribute('title', 'Reply (draft)');
  await page.evaluate(slowWorker);
  await text.press('End');
  await page.keyboard.type(', last');
  await page.keyboard.press('Escape');
  await expect(reply).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type(', and after');
  await expect(text).toHaveValue('Before, last, and after');
  await page.keyboard.press('Escape');
  await expect(text).toHaveCount(0);
  const stored = () => page.evaluate<string>('chrome.storage.session.get(null).then((all) => JSON.stringify(all))');
  await expect.poll(stored).toContain('Before, last, and after');
  await page.reload();
  await showTicket(page, ID);
  await expect(text).toHaveValue('Before, last, and after');
});

test('what could not be kept is kept as soon as it can be, also where its composer was put aside', async ({
  deskside,
}) => {
  await deskside.connect();
  const page = await openTicket(deskside, ID);
  await page.evaluate(`{
    globalThis.isFull = true;
    globalThis.tries = 0;
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    chrome.runtime.sendMessage = async (message) => {
      if (message.name !== 'draft.save' || !isFull) return send(message);
      tries += 1;
      return { ok: false, failure: { code: 'storage-full' } };
    };
  }`);
  const tries = () => page.evaluate<number>('tries');
  const text = page.getByRole('textbox', { name: 'Reply' });
  const why = page.getByRole('form').getByText(REFUSED);
  await openComposer(page, 'Reply');
  await text.fill('Not to be lost');
  await expect(why).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(tries).toBeGreaterThan(1);
  const strip = page.locator('.strip');
  const words = `Reply to ${ID}: Draft not saved`;
  await expect(strip).toContainText([words]);
  await openComposer(page, 'Reply');
  await expect(strip).toHaveCount(0);
  await expect(text).toHaveValue('Not to be lost');
  await expect(why).toBeVisible();

  await showTicket(page, '09-13-O-TW4');
  await strip.filter({ hasText: words }).getByRole('button', { name: 'Show' }).click();
  await expect(text).toHaveValue('Not to be lost');
  await expect(why).toBeVisible();
  await showTicket(page, '09-13-O-TW4');
  await expect(strip).toContainText([words]);
  await page.evaluate('isFull = false');
  await expect(strip).toHaveCount(0, { timeout: 20_000 });
  await showTicket(page, ID);
  await expect(page.getByRole('button', { name: 'Reply', exact: true })).toHaveAttribute('title', 'Reply (draft)');
  await page.reload();
  await showTicket(page, ID);
  await expect(text).toHaveValue('Not to be lost');
});

/** Types numbers, one every 40 ms, in the page itself, and in the midst of them clicks `Undo`; the title tells the last. */
function undoWhileTyping(element: HTMLElement | SVGElement): void {
  const area = element as HTMLTextAreaElement;
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  const undo = [...document.querySelectorAll('button')].find((button) => button.textContent?.trim() === 'Undo');
  let word = 0;
  const typing = setInterval(() => {
    set?.call(area, `${area.value} ${++word}`);
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    if (word === 10) undo?.click();
    if (word < 40) return;
    clearInterval(typing);
    document.title = 'typed';
  }, 40);
}

test('a reply that is taken back while another is typed stands with all of it', async ({ deskside }) => {
  await deskside.connect();
  await setUpAgent(deskside, { undoSeconds: 30 });
  const page = await openTicket(deskside, ID);
  const text = page.getByRole('textbox', { name: 'Reply' });
  const words = (count: number) => Array.from({ length: count }, (_, at) => ` ${at + 1}`).join('');
  await openComposer(page, 'Reply');
  await text.fill('First');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(text).toHaveCount(0);
  await openComposer(page, 'Reply');
  await text.fill('Second');
  await expect(page.getByRole('button', { name: 'Reply', exact: true })).toHaveAttribute('title', 'Reply (draft)');
  await text.evaluate(undoWhileTyping);
  await expect(page).toHaveTitle('typed');
  await expect(text).toHaveValue(`First\n\nSecond${words(40)}`);
  await untilKept(page, ' 39 40');
  await page.reload();
  await showTicket(page, ID);
  await expect(text).toHaveValue(`First\n\nSecond${words(40)}`);
});

test('a reply that is taken back comes to what was put aside meanwhile, and stands open', async ({ deskside }) => {
  await deskside.connect();
  await setUpAgent(deskside, { undoSeconds: 30 });
  const page = await openTicket(deskside, ID);
  const text = page.getByRole('textbox', { name: 'Reply' });
  await openComposer(page, 'Reply');
  await text.fill('First');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(text).toHaveCount(0);
  await openComposer(page, 'Reply');
  await text.fill('PS');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Reply', exact: true })).toHaveAttribute('title', 'Reply (draft)');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(text).toHaveValue('First\n\nPS');
});

test('what is refused after it was put aside does not take the place of what was typed since', async ({ deskside }) => {
  await deskside.connect();
  const page = await openTicket(deskside, ID);
  await page.evaluate(refusingLate('action.submit'));
  await page.evaluate(`{
    globalThis.answered = [];
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    chrome.runtime.sendMessage = async (message) => {
      const answer = await send(message);
      if (message.name === 'draft.save') answered.push(message.input.draft.fields.text);
      return answer;
    };
  }`);
  const answered = () => page.evaluate<string[]>('answered');
  const text = page.getByRole('textbox', { name: 'Reply' });
  await openComposer(page, 'Reply');
  await text.fill('First');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Reply', exact: true })).toHaveAttribute('title', 'Reply (draft)');
  await openComposer(page, 'Reply');
  await expect(text).toHaveValue('First');
  await text.press('End');
  await page.keyboard.type(' and more');
  await expect.poll(answered).toContain('First and more');
  await page.evaluate('answered.length = 0; refuse()');
  await expect(page.getByText(REFUSED)).toBeVisible();
  await expect.poll(answered).toContain('First');
  await page.reload();
  await showTicket(page, ID);
  await expect(text).toHaveValue('First and more');
});

test('undo before its time gives all of it back; after it the reply is at the desk', async ({ deskside, desk }) => {
  await deskside.connect();
  await setUpAgent(deskside, { undoSeconds: 30 });
  const page = await openTicket(deskside, ID);
  const reply = await openComposer(page, 'Reply');
  await reply.getByRole('textbox', { name: 'Reply' }).fill('Too early');
  await reply.getByRole('checkbox', { name: 'Mark as solution' }).check();
  await reply.getByRole('button', { name: 'Send reply' }).click();
  await expect(page.getByRole('form')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('Too early');
  await expect(page.getByRole('checkbox', { name: 'Mark as solution' })).toBeChecked();
  await expect(page.getByText(/Replying to/)).toHaveCount(0);
  expect(writesAt(desk)).toEqual([]);

  await page.getByRole('button', { name: 'Send reply' }).click();
  await page.getByRole('button', { name: 'Send now' }).click();
  await untilWritten(desk);
  await expect(page.getByText('Reply sent').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  expect(writesAt(desk)).toEqual([{ path: `ticket/reply/${ID}`, body: { reply: 'Too early', mark_solution: 1 } }]);
});

test('after everything was erased no page saves what it still held', async ({ connected }) => {
  const page = await openTicket(connected, ID);
  await page.evaluate(`{
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    globalThis.saves = [];
    chrome.runtime.sendMessage = async (message) => {
      if (message.name !== 'draft.save') return send(message);
      if (!globalThis.hasRoom) return { ok: false, failure: { code: 'storage-full' } };
      const answer = await send(message);
      saves.push(answer.ok);
      return answer;
    };
  }`);
  const reply = await openComposer(page, 'Reply');
  await reply.getByRole('textbox', { name: 'Reply' }).fill('Of a customer');
  await expect(page.getByText(REFUSED)).toBeVisible();
  await page.evaluate("chrome.runtime.sendMessage({ name: 'data.erase' }).then(() => { globalThis.hasRoom = true })");
  await expect.poll(() => page.evaluate('saves')).toEqual([true]);
  const stored = await page.evaluate<string>('chrome.storage.session.get(null).then(JSON.stringify)');
  expect(stored).not.toContain('Of a customer');
});
