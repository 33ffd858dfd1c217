/** What keys and presses do in a composer: what sends and what does not, where the focus goes, what is left when it was sent. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { REFUSED, refusingLate } from '../support/slow-worker.ts';
import {
  openComposer,
  openTicket,
  setUpAgent,
  showTicket,
  ticketOf,
  untilWritten,
  writesAt,
} from '../support/ticket-panel.ts';

const ID = '11-20-K-R5D';
const CANNED = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'].map((title) => ({
  id: title,
  title,
  text: `The answer is ${title}.`,
}));
test.use({ sandbox: { zone: 'UTC' } });

const actionOf = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('Enter takes a canned reply, and sends no reply or note from the fields beside the text', async ({
  deskside,
  desk,
}) => {
  await deskside.connect();
  await setUpAgent(deskside, { undoSeconds: 0, cannedReplies: CANNED });
  const page = await openTicket(deskside, ID);
  const reply = await openComposer(page, 'Reply');
  const text = reply.getByRole('textbox', { name: 'Reply', exact: true });
  await text.fill('Half an answer. ');
  await reply.getByRole('button', { name: 'Canned replies' }).click();
  const filter = reply.getByRole('textbox', { name: 'Filter replies' });
  await filter.fill('nothing like it');
  await filter.press('Enter');
  await filter.fill('seven');
  await filter.press('Enter');
  await expect(text).toHaveValue('Half an answer. The answer is Seven.');
  await expect(text).toBeFocused();
  const minutes = reply.getByRole('spinbutton', { name: 'Minutes' });
  await minutes.fill('3');
  await minutes.press('Enter');
  await reply.getByRole('checkbox', { name: 'Close the ticket' }).press('Enter');
  await page.keyboard.press('Escape');
  const note = await openComposer(page, 'Note');
  await note.getByRole('textbox', { name: 'Note' }).fill('Half a note');
  await note.getByRole('spinbutton', { name: 'Minutes' }).press('Enter');
  await expect(note).toBeVisible();
  await note.getByRole('spinbutton', { name: 'Minutes' }).press('Control+Enter');
  await untilWritten(desk);
  expect(writesAt(desk)).toEqual([{ path: `ticket/note/${ID}`, body: { note: 'Half a note' } }]);
});

test('what is corrected and sent at once leaves no draft behind', async ({ deskside, desk }) => {
  await deskside.connect();
  await setUpAgent(deskside);
  const page = await openTicket(deskside, ID);
  for (const [count, kind] of (['Reply', 'Note'] as const).entries()) {
    const composer = await openComposer(page, kind);
    const text = composer.getByRole('textbox', { name: kind, exact: true });
    await text.fill('Helllo');
    await expect(actionOf(page, kind)).toHaveAttribute('title', `${kind} (draft)`);
    await text.press('Backspace');
    await text.press('Control+Enter');
    await untilWritten(desk, count + 1);
    await expect(page.getByRole('form')).toHaveCount(0);
    await expect(actionOf(page, kind)).not.toHaveAttribute('title', `${kind} (draft)`);
  }
  expect(writesAt(desk).map(({ body }) => body)).toEqual([{ reply: 'Helll' }, { note: 'Helll' }]);
});

test('an action that is pressed takes the keys, whatever field had the focus', async ({ deskside }) => {
  await deskside.connect();
  const page = await openTicket(deskside, ID);
  const search = page.getByRole('textbox', { name: 'Ticket ID or search' });
  await search.focus();
  // As browsers do it that give a button no focus when it is pressed.
  await actionOf(page, 'Note').evaluate((button) => (button as HTMLElement).click());
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
});

test('a reply that was put aside and is refused then is said, and kept', async ({ deskside }) => {
  await deskside.connect();
  const page = await openTicket(deskside, ID);
  await page.evaluate(refusingLate('action.submit'));
  const reply = await openComposer(page, 'Reply');
  await reply.getByRole('textbox', { name: 'Reply', exact: true }).fill('Not to be lost');
  await page.keyboard.press('Control+Enter');
  await openComposer(page, 'Note');
  const note = page.getByRole('textbox', { name: 'Note' });
  await expect(note).toBeFocused();
  await page.evaluate('refuse()');
  const why = page.getByRole('status').getByText(REFUSED);
  await expect(why).toBeVisible();
  await expect(note).toBeFocused();
  await expect(page.getByRole('form').getByText(REFUSED)).toHaveCount(0);
  await openComposer(page, 'Reply');
  await expect(page.getByRole('textbox', { name: 'Reply', exact: true })).toHaveValue('Not to be lost');
  await expect(why).toHaveCount(0);
});

test('a reply that is refused when the agent is at another ticket is said there once, with a way back', async ({
  deskside,
}) => {
  await deskside.connect();
  const page = await openTicket(deskside, ID);
  await page.evaluate(refusingLate('action.submit'));
  const reply = await openComposer(page, 'Reply');
  await reply.getByRole('textbox', { name: 'Reply', exact: true }).fill('Not to be lost');
  await page.keyboard.press('Control+Enter');
  await showTicket(page, '09-13-O-TW4');
  await openComposer(page, 'Note');
  const note = page.getByRole('textbox', { name: 'Note' });
  await expect(note).toBeFocused();
  const words = `Reply to ${ID}: ${REFUSED}`;
  await page.evaluate('refuse()');
  const strip = page.locator('.strip');
  await expect(strip).toHaveText([`${words}Show`]);
  await expect(page.getByRole('status').filter({ hasText: words })).toHaveCount(1);
  await expect(note).toBeFocused();

  await strip.getByRole('button', { name: 'Show' }).click();
  await expect(ticketOf(page, ID).getByRole('textbox', { name: 'Reply', exact: true })).toHaveValue('Not to be lost');
  await expect(strip).toHaveCount(0);
  await showTicket(page, '09-13-O-TW4');
  await expect(strip).toHaveCount(0);
});

/** To be run in the panel: what is submitted for a ticket is refused once `refuse(id)` is called there. */
const refusingEach = `{
  const send = chrome.runtime.sendMessage.bind(chrome.runtime);
  const waiting = new Map();
  globalThis.refuse = (id) => waiting.get(id)?.();
  chrome.runtime.sendMessage = async (message) => {
    if (message.name !== 'action.submit') return send(message);
    await new Promise((go) => waiting.set(message.input.ticketId, go));
    return { ok: false, failure: { code: 'storage-full' } };
  };
}`;

test('what is refused after the agent came back to its ticket is said there too, once', async ({ deskside }) => {
  await deskside.connect();
  const page = await openTicket(deskside, ID);
  await page.evaluate(refusingLate('action.submit'));
  await actionOf(page, 'Close').click();
  await showTicket(page, '09-13-O-TW4');
  await showTicket(page, ID);
  await page.evaluate('refuse()');
  const strip = page.locator('.strip');
  await expect(strip).toHaveText([`Close ${ID}: ${REFUSED}Show`]);
  await showTicket(page, '09-13-O-TW4');
  await expect(strip).toHaveCount(1);
  await showTicket(page, ID);
  await expect(strip).toHaveCount(0);
  // Who asked still stands here, and says so itself.
  await actionOf(page, 'Close').click();
  await expect(page.getByRole('status').getByText(REFUSED)).toBeVisible();
  await expect(strip).toHaveCount(0);
});

test('of two that are refused in one frame the one of the ticket that was left is said', async ({ deskside }) => {
  await deskside.connect();
  const page = await openTicket(deskside, ID);
  await page.evaluate(refusingEach);
  await actionOf(page, 'Close').click();
  await showTicket(page, '09-13-O-TW4');
  await actionOf(page, 'Close').click();
  await page.evaluate(`refuse('09-13-O-TW4'); new Promise((go) => setTimeout(go)).then(() => refuse('${ID}'))`);
  await expect(page.locator('.strip')).toHaveText([`Close ${ID}: ${REFUSED}Show`]);
});

test('minutes that were sent are counted no further while another ticket is in front', async ({ deskside }) => {
  await deskside.connect();
  await setUpAgent(deskside, { undoSeconds: 30 });
  const page = await openTicket(deskside, ID);
  await page.evaluate(`{
    const now = Date.now;
    globalThis.later = 0;
    Date.now = () => now() + later;
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    const asked = new Promise((go) => { globalThis.letGo = go; });
    chrome.runtime.sendMessage = async (message) => {
      if (message.name === 'action.submit') await asked;
      return send(message);
    };
  }`);
  const reply = await openComposer(page, 'Reply');
  await reply.getByRole('textbox', { name: 'Reply', exact: true }).fill('Done.');
  await reply.getByRole('spinbutton', { name: 'Minutes' }).fill('5');
  await page.keyboard.press('Control+Enter');
  await showTicket(page, '09-13-O-TW4');
  await page.evaluate('letGo()');
  await expect(page.getByText(`Replying to ${ID} in`)).toBeVisible();
  await page.evaluate('later = 100_000');
  await showTicket(page, ID);
  const note = await openComposer(page, 'Note');
  await expect(note.getByRole('button', { name: /^\d+ min/ })).toHaveText('1 min');
});
