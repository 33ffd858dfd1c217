/** The main job in real Chromium, from the first start to a ticket closed at the desk, in the real panel and popup. */
import { INBOX_IDS } from '../sandbox/sample-ids.ts';
import { askWorker, everySite } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';

const [first = '', second = ''] = INBOX_IDS;

test.describe('first start', () => {
  test.use({ launch: { welcome: 'kept' } });

  test('from the install to the tickets of a page', async ({ deskside, desk, pages }) => {
    await deskside.page.goto(pages.url('inbox'));
    const panel = await deskside.openSidePanel(deskside.page);
    await expect(panel.getByText('Not connected to a desk yet')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Open settings' })).toBeVisible();

    const welcome = deskside.welcome;
    if (!welcome) throw new Error('No first-start page has opened.');
    await deskside.allowHosts(everySite);
    await welcome.bringToFront();
    await welcome.getByLabel('Desk address').fill('acme');
    await welcome.getByLabel('API key').fill(desk.keys.agent);
    await welcome.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(welcome.getByRole('radio', { name: 'Every site' })).toBeChecked();
    await welcome.getByRole('button', { name: 'Allow and finish' }).click();
    await expect(welcome.getByRole('region', { name: 'You are all set' })).toBeVisible();

    // The inbox was open before: it is looked at without a reload.
    await deskside.page.bringToFront();
    const tickets = panel.getByRole('list', { name: 'Tickets on this page' });
    await expect(tickets.getByRole('button').first()).toContainText(first);
  });
});

test('detect, open, show, tag and close, seen at the desk', async ({ connected, desk }) => {
  await askWorker(connected, 'settings.change', { changes: { undoSeconds: 30 } });
  const panel = await connected.openBeside('inbox');
  const atDesk = desk.tickets.get(first);
  if (!atDesk) throw new Error(`The desk has no ${first}.`);
  const tagsBefore = [...atDesk.tags];

  await test.step('the tickets of the page, in its order', async () => {
    const rows = panel.getByRole('list', { name: 'Tickets on this page' }).getByRole('listitem');
    await expect(rows.nth(0)).toContainText(first);
    await expect(rows.nth(1)).toContainText(second);
    await rows.nth(0).getByRole('button').click();
  });

  const ticket = panel.getByRole('article', { name: first, exact: true });
  await test.step('the ticket with its fields and its log', async () => {
    await expect(ticket.getByRole('region', { name: 'Description' })).toContainText(atDesk.description);
    await expect(ticket.getByRole('region', { name: 'Customer' })).toContainText(atDesk.customer.name ?? '');
    await expect(ticket.getByRole('region', { name: 'Activity' })).toContainText('Created');
    await expect(ticket.getByText('Pending')).toBeVisible();
    const reads = desk.calls.filter(({ path }) => path === `ticket/${first}`);
    expect(reads.some(({ headers }) => headers.event_log === '1')).toBe(true);
  });

  await test.step('a tag', async () => {
    await ticket.getByRole('button', { name: 'Tag', exact: true }).click();
    const tag = panel.getByRole('combobox', { name: 'Add a tag' });
    await tag.fill('Escalated');
    await tag.press('Enter');
    await panel.getByRole('button', { name: 'Save tags' }).click();
    await panel.getByRole('button', { name: 'Send now' }).click();
    await expect(ticket.getByRole('region', { name: 'Tags' })).toContainText('Escalated');
    expect(atDesk.tags).toEqual([...tagsBefore, 'Escalated']);
  });

  await test.step('closed', async () => {
    await ticket.getByRole('button', { name: 'Close', exact: true }).click();
    await panel.getByRole('button', { name: 'Send now' }).click();
    await expect(ticket.getByText('Closed').first()).toBeVisible();
    await expect(ticket.getByRole('button', { name: 'Reopen' })).toBeVisible();
    expect(atDesk.status).toBe(4);
  });

  const writes = desk.calls.filter(({ method }) => method === 'PUT');
  expect(writes.map(({ path, body }) => ({ path, body }))).toEqual([
    { path: `ticket/tag/${first}`, body: { tags: [...tagsBefore, 'Escalated'].join(',') } },
    { path: `ticket/close/${first}`, body: undefined },
  ]);
});

test('the popup shows the page, tags and closes, and the panel follows live', async ({ connected, desk }) => {
  const panel = await connected.openBeside('one');
  const id = (await panel.getByRole('article').getAttribute('aria-label')) ?? '';
  const inPanel = panel.getByRole('article', { name: id, exact: true });
  await expect(inPanel.getByRole('region', { name: 'Description' })).toBeVisible();

  const popup = await connected.openPopup();
  const inPopup = popup.getByRole('article', { name: id, exact: true });
  await inPopup.getByRole('button', { name: 'Tag', exact: true }).click();
  const tag = popup.getByRole('combobox', { name: 'Add a tag' });
  await tag.fill('Seen');
  await tag.press('Enter');
  await popup.getByRole('button', { name: 'Save tags' }).click();
  await expect(inPanel.getByRole('region', { name: 'Tags' })).toContainText('Seen');
  expect(desk.tickets.get(id)?.tags).toContain('Seen');

  await inPopup.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(inPanel.getByRole('button', { name: 'Reopen' })).toBeVisible();
  expect(desk.tickets.get(id)?.status).toBe(4);
});

test('the search field opens a ticket by its ID, and searches the desk by words', async ({ connected, desk }) => {
  const panel = await connected.openBeside('plain');
  await expect(panel.getByText('No ticket IDs on this page')).toBeVisible();

  const search = panel.getByRole('textbox', { name: 'Ticket ID or search' });
  await search.fill(second.toLowerCase());
  await search.press('Enter');
  await expect(panel.getByRole('article', { name: second, exact: true })).toContainText(
    desk.tickets.get(second)?.reported_by ?? '',
  );

  await search.fill('Outlook or Gmail');
  await search.press('Enter');
  await expect(panel.getByRole('listitem').filter({ hasText: first })).toBeVisible();
  expect(desk.calls.some(({ path }) => path.endsWith('/Outlook%20or%20Gmail'))).toBe(true);
});
