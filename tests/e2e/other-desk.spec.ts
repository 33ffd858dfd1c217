/** After the address has changed: nothing that was written for one desk goes to the other, and all of it is there again later. */
import type { Page } from '@playwright/test';
import { connect } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { openComposer, openTicket, setUpAgent, showTicket } from '../support/ticket-panel.ts';

const ID = '11-20-K-R5D';
test.use({ sandbox: { zone: 'UTC' } });

const outbox = (page: Page) =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: /^Outbox/ })
    .click();

test('what was written for one desk is not sent to another', async ({ deskside, desk }) => {
  await deskside.connect();
  await setUpAgent(deskside, { undoSeconds: 10 });
  const page = await openTicket(deskside, ID);
  const note = await openComposer(page, 'Note');
  await note.getByRole('textbox', { name: 'Note' }).fill('Half a note for acme');
  await note.getByRole('button', { name: 'Put aside' }).click();
  const reply = await openComposer(page, 'Reply');
  await reply.getByRole('textbox', { name: 'Reply' }).fill('A reply for acme');
  await reply.getByRole('button', { name: 'Send reply' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();

  desk.calls.length = 0;
  await connect(deskside, desk.keys.other, 'other');
  await outbox(page);
  const card = page.getByRole('article', { name: `Reply to ${ID}` });
  await expect(card.getByText('For acme.sympoq.com')).toBeVisible();
  await expect(card.getByText('Not sent')).toBeVisible();
  await expect(card.getByRole('button')).toHaveText(['Discard']);
  await showTicket(page, ID);
  await expect(page.getByRole('article', { name: ID, exact: true }).getByText('Description')).toBeVisible();
  await expect(page.getByText('A reply for acme')).toHaveCount(0);
  await expect(page.getByRole('form')).toHaveCount(0);
  await openComposer(page, 'Note');
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('');
  const other = desk.calls.filter(({ headers }) => headers.host === 'other.sympoq.com');
  expect([...new Set(other.map(({ headers }) => headers.apikey))]).toEqual([desk.keys.other]);
  expect(desk.calls.filter(({ method }) => method === 'PUT')).toEqual([]);

  await connect(deskside, desk.keys.agent);
  await showTicket(page, ID);
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('Half a note for acme');
  await expect(card).toContainText('It can be sent now');
  await expect(card.getByText('For another desk')).toHaveCount(0);
  await card.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByText('Reply sent').first()).toBeVisible();
  const writes = desk.calls.filter(({ method }) => method === 'PUT');
  expect(writes.map(({ headers, body }) => [headers.host, body])).toEqual([
    ['acme.sympoq.com', { reply: 'A reply for acme' }],
  ]);
});
