/** What stops a reply before it leaves: a placeholder, another's doing; and what is said after a lost answer. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { holding } from '../support/slow-worker.ts';
import { openComposer, openTicket, setUpAgent, showTicket, untilWritten, writesAt } from '../support/ticket-panel.ts';

const ID = '11-20-K-R5D';
const CANNED = [{ id: 'a', title: 'Solved', text: 'Dear {{customer.name}}, {{what}} is done. {{agent.name}}' }];
test.use({ sandbox: { zone: 'UTC' } });

test.beforeEach(async ({ deskside }) => {
  await deskside.connect();
  await setUpAgent(deskside, { undoSeconds: 0, cannedReplies: CANNED });
});

test('an unfilled placeholder stops it; another ticket in the text is pointed out', async ({ deskside, desk }) => {
  const page = await openTicket(deskside, ID);
  const reply = await openComposer(page, 'Reply');
  await reply.getByRole('button', { name: 'Canned replies' }).click();
  await reply.getByRole('button', { name: /^Solved/ }).click();
  const text = reply.getByRole('textbox', { name: 'Reply' });
  await expect(text).toHaveValue(/^Dear (?!\{\{).+, \{\{what\}\} is done\. Joel Mercury$/);
  await reply.getByRole('button', { name: 'Send reply' }).click();
  await expect(reply).toContainText('Fill in {{what}} first.');
  await expect(text).toBeFocused();
  await text.fill('See 11-14-3-AS7.');
  await expect(reply).toContainText(`This names another ticket: 11-14-3-AS7. Is this reply for ${ID}?`);
  expect(writesAt(desk)).toEqual([]);
  await reply.getByRole('button', { name: 'Send reply' }).click();
  expect((await untilWritten(desk)).body).toEqual({ reply: 'See 11-14-3-AS7.' });
});

test('a reply stops when another has answered meanwhile, and goes when told to', async ({ deskside, desk }) => {
  const page = await openTicket(deskside, ID);
  const reply = await openComposer(page, 'Reply');
  await reply.getByRole('textbox', { name: 'Reply' }).fill('My answer');
  desk.act(ID, 'James Conrad', { kind: 'reply', reply: 'I have answered already' });
  await reply.getByRole('button', { name: 'Send reply' }).click();
  const stopped = page.getByRole('article', { name: `Reply to ${ID}` });
  await expect(stopped).toContainText('Ticket changed meanwhile');
  await expect(stopped).toContainText('Since you read this ticket: James Conrad replied');
  await expect(stopped).toContainText('I have answered already');
  await stopped.getByRole('button', { name: 'Back to draft' }).click();
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('My answer');
  expect(writesAt(desk)).toEqual([]);

  desk.act(ID, 'James Conrad', { kind: 'reply', reply: 'And once more' });
  await page.getByRole('button', { name: 'Send reply' }).click();
  await stopped.getByRole('button', { name: 'Send anyway' }).click();
  expect((await untilWritten(desk)).body).toEqual({ reply: 'My answer' });
});

test('a reply begun before the ticket was read stops for what came after its first reading', async ({
  deskside,
  desk,
}) => {
  const page = await deskside.openExtensionPage('sidepanel.html');
  await page.evaluate(holding('ticket.refresh'));
  await page.getByRole('textbox', { name: 'Ticket ID or search' }).fill(ID);
  await page.keyboard.press('Enter');
  const reply = await openComposer(page, 'Reply');
  await reply.getByRole('textbox', { name: 'Reply' }).fill('Typed at once');
  const activity = page.getByRole('heading', { name: 'Activity' });
  await expect(activity).toHaveCount(0);
  await page.evaluate('letGo()');
  await activity.waitFor();
  desk.act(ID, 'James Conrad', { kind: 'reply', reply: 'I have answered already' });
  await reply.getByRole('button', { name: 'Send reply' }).click();
  const stopped = page.getByRole('article', { name: `Reply to ${ID}` });
  await expect(stopped).toContainText('Since you read this ticket: James Conrad replied');
  expect(writesAt(desk)).toEqual([]);
});

test('what the desk refuses stays in the outbox, in words, and can be tried again', async ({ deskside, desk }) => {
  desk.fail({ method: 'PUT', fault: { kind: 'status', status: 403 }, times: 2 });
  const page = await openTicket(deskside, ID);
  const reply = await openComposer(page, 'Reply');
  await reply.getByRole('textbox', { name: 'Reply' }).fill('May I?');
  await reply.getByRole('button', { name: 'Send reply' }).click();
  const card = page.getByRole('article', { name: `Reply to ${ID}` });
  await expect(card).toContainText('Not sent');
  await expect(card).toContainText('The desk does not allow this');
  await page.getByRole('button', { name: /^Outbox/ }).click();
  await expect(card).toContainText('May I?');
  await card.getByRole('button', { name: 'Discard' }).click();
  await expect(card.getByRole('button', { name: 'Cancel' })).toBeFocused();
  const search = page.getByLabel('Ticket ID or search');
  await search.click();
  await page.keyboard.type('abc');
  await expect(search).toHaveValue('abc');
  await card.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(card.getByRole('button', { name: 'Discard' })).toBeFocused();
  const triedAt = await card.getByRole('time').first().getAttribute('datetime');
  await card.getByRole('button', { name: 'Retry' }).press('Enter');
  await expect(card.getByRole('button', { name: `Reply to ${ID}` })).toBeFocused();
  await expect.poll(() => writesAt(desk).length).toBe(2);
  await expect(card).toContainText('Not sent');
  await expect(card.getByRole('time').first(), 'of the last try').not.toHaveAttribute('datetime', triedAt ?? '');
  await card.getByRole('button', { name: 'Retry' }).press('Enter');
  await expect(page.getByText('Nothing is waiting')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Outbox' })).toBeFocused();
  expect(writesAt(desk).map(({ body }) => body)).toEqual(Array(3).fill({ reply: 'May I?' }));
});

test('an answer that is lost is looked for, and never sent again unasked', async ({ deskside, desk }) => {
  desk.keepAlive = false;
  desk.fail({ method: 'PUT', fault: { kind: 'reset-before' } });
  const page = await openTicket(deskside, ID);
  const note = await openComposer(page, 'Note');
  await note.getByRole('textbox', { name: 'Note' }).fill('Did it arrive?');
  await note.getByRole('button', { name: 'Add note' }).click();
  const card = page.getByRole('article', { name: `Note on ${ID}` });
  await expect(card).toContainText('Not confirmed');
  await expect(card.getByRole('button', { name: 'Look again' })).toBeVisible();
  await card.getByRole('button', { name: 'Send again' }).click();
  await expect(card).toContainText('It may arrive twice.');
  await card.getByRole('button', { name: 'Cancel' }).click();
  await card.getByRole('button', { name: 'It arrived' }).click();
  await expect(card).toHaveCount(0);
  expect(writesAt(desk)).toHaveLength(1);
});

test('while a slow desk is looked at again, that is said', async ({ deskside, desk }) => {
  desk.keepAlive = false;
  desk.fail({ method: 'PUT', fault: { kind: 'reset-before' } });
  const page = await openTicket(deskside, ID);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  const card = page.getByRole('article', { name: `Close ${ID}` });
  await expect(card).toContainText('Next look in');
  desk.fail({ method: 'GET', fault: { kind: 'slow-headers', ms: 8000 } });
  await card.getByRole('button', { name: 'Look again' }).click();
  await expect(card.getByText('Looking…')).toBeVisible();
  await expect(card.getByText('Next look in')).toBeVisible();
});

test('in the outbox the focus goes on from a card that is done with', async ({ deskside, desk }) => {
  const other = '11-14-3-AS7';
  desk.keepAlive = false;
  desk.fail({ method: 'PUT', ticket: ID, fault: { kind: 'reset-before' } });
  desk.fail({ method: 'PUT', ticket: other, fault: { kind: 'status', status: 403 } });
  const page = await openTicket(deskside, ID);
  const card = (id: string) => page.getByRole('article', { name: `Close ${id}` });
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(card(ID)).toContainText('Not confirmed');
  await showTicket(page, other);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(card(other)).toContainText('Not sent');
  await page.getByRole('button', { name: /^Outbox/ }).click();
  await card(other).getByRole('button', { name: 'Discard' }).press('Enter');
  await card(other).getByRole('button', { name: 'Discard' }).press('Enter');
  await expect(card(other)).toHaveCount(0);
  await expect(card(ID).getByRole('button', { name: `Close ${ID}` })).toBeFocused();
  await card(ID).getByRole('button', { name: 'It arrived' }).press('Enter');
  await expect(page.getByText('Nothing is waiting')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Outbox' })).toBeFocused();
});

test('what stops is said in popup and panel, on whichever ticket, until it is seen to', async ({ deskside, desk }) => {
  const [other, third] = ['11-14-3-AS7', '11-12-R-Y6J'];
  const panel = await openTicket(deskside, third);
  const popup = await deskside.openExtensionPage('popup.html');
  const lookUp = async (id: string) => {
    await popup.getByLabel('Ticket ID or search').fill(id);
    await popup.keyboard.press('Enter');
    const shown = popup.getByRole('article', { name: id, exact: true });
    await expect(shown.getByRole('button', { name: 'Close', exact: true })).toBeVisible();
  };
  const card = (of: Page, id: string) => of.getByRole('article', { name: `Close ${id}` });
  const strip = (of: Page) => of.getByRole('region', { name: 'Just now' }).locator('.strip');
  const close = () => popup.getByRole('button', { name: 'Close', exact: true }).click();
  desk.fail({ method: 'PUT', ticket: ID, fault: { kind: 'status', status: 403 }, times: 1 });
  await lookUp(ID);
  await close();
  await expect(card(popup, ID)).toContainText('The desk does not allow this');
  await expect(strip(popup)).toHaveCount(0);
  await expect(strip(panel)).toContainText(`Close ${ID}: Not sent`);

  await lookUp(other);
  await expect(strip(popup)).toContainText(`Close ${ID}: Not sent`);
  desk.fail({ ticket: other, fault: { kind: 'reset-before' } });
  await close();
  await expect(card(popup, other)).toContainText('cannot be reached');
  await expect(strip(panel)).toContainText(`Close ${ID}: Not sent1 more in the outbox.`);
  await expect(panel.getByRole('region', { name: 'Just now' }).getByRole('status')).toHaveText(
    `Close ${other}: Waiting`,
  );

  await strip(popup).getByRole('button', { name: 'Show' }).click();
  await expect(strip(popup)).toContainText(`Close ${other}: Waiting`);
  await card(popup, ID).getByRole('button', { name: 'Retry' }).click();
  await expect(card(popup, ID)).toHaveCount(0);
  await expect(strip(panel).filter({ hasText: `Close ${other}: Waiting` })).toBeVisible();
  await strip(panel).getByRole('button', { name: 'Show' }).click();
  await expect(card(panel, other)).toContainText('cannot be reached');
  await expect(strip(panel).filter({ hasText: other })).toHaveCount(0);
});

test('tags that another person set stand beside the agent’s own before they are written over', async ({
  deskside,
  desk,
}) => {
  const page = await openTicket(deskside, ID);
  const tags = await openComposer(page, 'Tag');
  await tags.getByRole('combobox', { name: 'Add a tag' }).fill('Outlook');
  await page.keyboard.press('Enter');
  desk.act(ID, 12, { kind: 'tag', tags: 'Other,Something' });
  await tags.getByRole('button', { name: 'Save tags' }).click();
  const card = page.getByRole('article', { name: `Tags of ${ID}` });
  await expect(card).toContainText('someone changed the tags.Now: Other, SomethingYours: Reports, Export, Outlook');
  expect(writesAt(desk)).toEqual([]);
});

test('in the popup what goes back to a draft is said to be in the side panel', async ({ deskside, desk }) => {
  desk.fail({ method: 'PUT', fault: { kind: 'status', status: 403 }, times: 1 });
  const panel = await openTicket(deskside, ID);
  const reply = await openComposer(panel, 'Reply');
  await reply.getByRole('textbox', { name: 'Reply' }).fill('May I?');
  await reply.getByRole('button', { name: 'Send reply' }).click();
  const stopped = { name: `Reply to ${ID}` };
  await expect(panel.getByRole('article', stopped)).toContainText('Not sent');
  const popup = await deskside.openExtensionPage('popup.html');
  await popup.getByLabel('Ticket ID or search').fill(ID);
  await popup.keyboard.press('Enter');
  await expect(popup.getByText('Draft in the side panel')).toHaveCount(0);
  await popup.getByRole('article', stopped).getByRole('button', { name: 'Back to draft' }).click();
  await expect(popup.getByText('Draft in the side panel: Reply')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Reply', exact: true })).toHaveAttribute('title', 'Reply (draft)');
  await openComposer(panel, 'Reply');
  await expect(panel.getByRole('textbox', { name: 'Reply' })).toHaveValue('May I?');
});

test('what stops comes into view where the agent had scrolled on', async ({ deskside, desk }) => {
  desk.fail({ method: 'PUT', fault: { kind: 'status', status: 403 } });
  const page = await openTicket(deskside, ID);
  await page.setViewportSize({ width: 360, height: 480 });
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  const card = page.getByRole('article', { name: `Close ${ID}` });
  await expect(card.getByText('Not sent')).toBeInViewport();
  // Not below the actions, which stay at the top.
  const actions = await page.getByRole('toolbar', { name: 'Actions' }).boundingBox();
  const shown = await card.boundingBox();
  expect(shown?.y).toBeGreaterThanOrEqual((actions?.y ?? 0) + (actions?.height ?? 0));
});
