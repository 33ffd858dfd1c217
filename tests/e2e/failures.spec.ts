/** What people see when the desk does not answer as hoped: words, a next step, and nothing lost. */
import type { Page } from '@playwright/test';
import { COMPOSE_IDS, INBOX_IDS } from '../sandbox/sample-ids.ts';
import { askWorker, connect } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { openTicket } from '../support/ticket-panel.ts';

const [first = ''] = INBOX_IDS;
/** On no list: nothing reads it but its own view. */
const [unlisted = ''] = COMPOSE_IDS;

async function search(panel: Page, id: string): Promise<void> {
  const field = panel.getByRole('textbox', { name: 'Ticket ID or search' });
  await field.fill(id);
  await field.press('Enter');
}

test('a wrong key is refused in words, and nothing is saved', async ({ deskside, pages }) => {
  const settings = await deskside.openExtensionPage('options.html');
  await settings.getByLabel('Desk address').fill('acme');
  await settings.getByLabel('API key').fill('not-a-key');
  await settings.getByRole('button', { name: 'Connect', exact: true }).click();
  const key = settings.getByLabel('API key');
  await expect(key).toHaveAccessibleDescription(/The desk does not take this key\./);
  await expect(key).toHaveAttribute('aria-invalid', 'true');
  await expect(key).toBeFocused();
  await expect(key).toHaveValue('not-a-key');
  await expect(settings.getByRole('alert'), 'what the focus says is not said twice').toHaveCount(0);

  await deskside.page.goto(pages.url('plain'));
  const panel = await deskside.openSidePanel(deskside.page);
  await expect(panel.getByText('Not connected to a desk yet')).toBeVisible();
});

test('an unknown ID is said to be not found, or not yours to see', async ({ connected }) => {
  const panel = await connected.openBeside('plain');
  await search(panel, '01-01-Z-ZZZ');
  await expect(panel.getByText('Not found, or not yours to see')).toBeVisible();
  await expect(panel.getByRole('toolbar', { name: 'Actions' })).toHaveCount(0);
  await expect(panel.getByText('Check the ID.')).toBeVisible();
});

test('a ticket that is not there any more, as a look elsewhere found, is said to be so', async ({
  connected,
  desk,
}) => {
  const page = await openTicket(connected, first);
  desk.tickets.delete(first);
  await askWorker(connected, 'ticket.refresh', { id: first, force: true }).catch(() => {});
  await expect(page.getByText('Not found, or not yours to see')).toBeVisible();
  await expect(page.getByRole('toolbar')).toHaveCount(0);
});

test('a key that is refused is said once, above all that was read', async ({ connected, desk }) => {
  const panel = await connected.openBeside('plain');
  await search(panel, first);
  const ticket = panel.getByRole('article', { name: first, exact: true });
  await expect(ticket.getByRole('region', { name: 'Description' })).toBeVisible();
  desk.fail({ fault: { kind: 'status', status: 401 } });
  await ticket.getByRole('button', { name: 'Refresh' }).click();
  await expect(panel.getByText('The desk does not take your key')).toBeVisible();
  await expect(ticket.getByRole('button', { name: 'Refresh' })).toBeEnabled();
  await expect(panel.getByText('The desk does not take your key')).toHaveCount(1);
  await expect(panel.getByRole('button', { name: 'Open settings' })).toHaveCount(1);
  await expect(ticket.getByRole('region', { name: 'Description' })).toBeVisible();
  desk.clearFaults();
  await ticket.getByRole('button', { name: 'Refresh' }).click();
  await expect(panel.getByText('The desk does not take your key')).toHaveCount(0);
});

for (const key of ['admin', 'agent'] as const)
  test(`a list that was refused with the key is read anew with the ${key}’s`, async ({ connected, desk }) => {
    const panel = await connected.openBeside('plain');
    desk.fail({ fault: { kind: 'status', status: 401 } });
    await search(panel, 'printer');
    await expect(panel.getByText('The desk does not take your key')).toHaveCount(1);
    desk.clearFaults();
    await connect(connected, desk.keys[key]);
    await expect(panel.getByText('The desk does not take your key')).toHaveCount(0);
    await expect(panel.getByText(/tickets? found$|^Nothing found/).first()).toBeVisible();
  });

test('another key at the same desk is shown what it may see, and what was typed stays', async ({ connected, desk }) => {
  const unseen = [...desk.tickets.values()].find(({ queue }) => queue === 2);
  if (!unseen) throw new Error('no ticket in the queue');
  const panel = await connected.openBeside('plain');
  await search(
    panel,
    (unseen.description ?? '').split(/[^a-z]+/i).reduce((a, b) => (b.length > a.length ? b : a), ''),
  );
  const row = panel.getByRole('listitem').filter({ hasText: unseen.id });
  await expect(row).toBeVisible();
  await connect(connected, desk.keys.restricted);
  await expect(row).toHaveCount(0);
  await expect(panel.getByText(/tickets? found$|^Nothing found/).first()).toBeVisible();

  await search(panel, first);
  await panel.getByRole('toolbar').getByRole('button', { name: 'Note', exact: true }).click();
  await panel.getByRole('textbox', { name: 'Note' }).fill('Called back, no answer.');
  await connect(connected, desk.keys.agent);
  await expect
    .poll(() => desk.calls.filter(({ path }) => path.endsWith(first)).at(-1)?.headers.apikey)
    .toBe(desk.keys.agent);
  await expect(panel.getByRole('textbox', { name: 'Note' })).toHaveValue('Called back, no answer.');
});

test('with the desk down a ticket that was read stays, and a draft too', async ({ connected, desk }) => {
  const panel = await connected.openBeside('plain');
  await search(panel, first);
  const ticket = panel.getByRole('article', { name: first, exact: true });
  await expect(ticket.getByRole('region', { name: 'Description' })).toBeVisible();
  await ticket.getByRole('button', { name: 'Note', exact: true }).click();
  await panel.getByRole('textbox', { name: 'Note' }).fill('Called back, no answer.');

  await desk.down();
  await ticket.getByRole('button', { name: 'Refresh' }).click();
  await expect(panel.getByText('The desk cannot be reached')).toBeVisible();
  await expect(ticket.getByRole('region', { name: 'Description' })).toBeVisible();
  await expect(panel.getByRole('textbox', { name: 'Note' })).toHaveValue('Called back, no answer.');

  await desk.up();
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(panel.getByText('The desk cannot be reached')).toBeHidden();
});

test('of a ticket that could not be read, only what can be written ahead is offered', async ({ connected, desk }) => {
  await desk.down();
  const panel = await connected.openBeside('plain');
  await panel.context().setOffline(true);
  await search(panel, first);
  await expect(panel.getByText('You are offline')).toBeVisible();
  await expect(panel.getByText('What you see')).toBeHidden();
  const bar = panel.getByRole('toolbar', { name: 'Actions' });
  for (const [name, isOffered] of [
    ['Reply', true],
    ['Note', true],
    ['Assign', true],
    ['Move', true],
    ['Tag', false],
    ['Close', false],
  ] as const)
    await expect(bar.getByRole('button', { name, exact: true })).toBeEnabled({ enabled: isOffered });
});

test('what the network kept from being read is read once when the browser is online again', async ({
  connected,
  desk,
}) => {
  const away = async () => {
    await desk.down();
    await connected.context.setOffline(true);
    desk.calls.length = 0;
  };
  const back = async () => {
    await desk.up();
    await connected.context.setOffline(false);
  };
  const offline = () => panel.getByText('You are offline').filter({ visible: true });
  await desk.down();
  const panel = await connected.openBeside('mail');
  await expect(panel.getByText('The desk cannot be reached')).toBeVisible();
  await connected.context.setOffline(true);
  await expect(offline()).toBeVisible();
  await back();
  await expect(panel.getByRole('listitem').first()).toContainText('High');
  await expect(offline()).toHaveCount(0);

  await away();
  await search(panel, unlisted);
  await expect(offline()).toBeVisible();
  await back();
  await expect(panel.getByRole('region', { name: 'Description' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Close', exact: true })).toBeEnabled();
  expect(desk.calls.filter(({ ticket }) => ticket === unlisted)).toHaveLength(1);

  await away();
  await search(panel, 'export');
  await expect(offline()).toBeVisible();
  await back();
  await expect(panel.getByText(/^\d+ tickets? found$/)).toBeVisible();
  expect(desk.calls.filter(({ path }) => path.startsWith('tickets/'))).toHaveLength(1);

  // The network comes back while another ticket is on show.
  const found = panel.getByText(/^\d+ tickets? found$/);
  await away();
  await search(panel, 'invoice');
  await expect(offline()).toBeVisible();
  await search(panel, first);
  await expect(panel.getByRole('article', { name: first, exact: true })).toBeVisible();
  await back();
  await expect(offline()).toHaveCount(0);
  await panel.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(found).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Try again' }).filter({ visible: true })).toHaveCount(0);
});

test('back online in the moment that a list is drawn, nothing says that the desk cannot be reached', async ({
  connected,
}) => {
  const panel = await connected.openBeside('plain');
  await expect(panel.getByLabel('Ticket ID or search')).toBeVisible();
  await panel.evaluate(`{
    let isOnline = false;
    Object.defineProperty(navigator, 'onLine', { get: () => isOnline });
    dispatchEvent(new Event('offline'));
    const drawn = new MutationObserver(() => {
      if (!document.querySelector('.list-wait')) return;
      drawn.disconnect();
      isOnline = true;
      dispatchEvent(new Event('online'));
    });
    drawn.observe(document.body, { childList: true, subtree: true });
  }`);
  await search(panel, 'export');
  await expect(panel.getByText(/^\d+ tickets? found$/)).toBeVisible();
  await expect(panel.getByText('The desk cannot be reached')).toHaveCount(0);
});

test('offline a list says once that it is what was read last, where no row moves, and is read again once online', async ({
  connected,
  desk,
}) => {
  const panel = await connected.openBeside('mail');
  const shown = panel.getByRole('listitem').filter({ visible: true }).first();
  const offline = () => panel.getByText('You are offline').filter({ visible: true });
  await expect(shown).toContainText('High');
  const goAway = async () => {
    const before = await shown.boundingBox();
    await connected.context.setOffline(true);
    await expect(offline()).toHaveCount(1);
    await expect(offline()).toBeInViewport();
    await expect(panel.getByText('What you see is what was read last').filter({ visible: true })).toHaveCount(1);
    expect(await shown.boundingBox()).toEqual(before);
  };
  const back = async () => {
    await connected.context.setOffline(false);
    await expect(offline()).toHaveCount(0);
  };
  await goAway();
  await back();

  await search(panel, 'export');
  const found = panel.getByText(/^\d+ tickets? found$/);
  await expect(found).toBeVisible();
  await goAway();
  await desk.down();
  await panel.getByRole('button', { name: 'Read the list again' }).click();
  await expect(panel.getByRole('button', { name: 'Try again' }).filter({ visible: true })).toHaveCount(1);
  await expect(found).toBeVisible();
  await expect(offline()).toHaveCount(1);
  await desk.up();
  desk.calls.length = 0;
  await back();
  const lists = () => desk.calls.filter(({ path }) => path.startsWith('tickets/'));
  await expect.poll(() => lists().length).toBe(1);
  await expect(panel.getByRole('button', { name: 'Read the list again' })).not.toHaveAttribute('aria-busy');

  await panel.getByRole('button', { name: /^On this page/ }).click();
  await goAway();
  await back();
  expect(lists()).toHaveLength(1);
});

test('a write that cannot leave waits in the outbox, and goes out once when the desk is back', async ({
  connected,
  desk,
}) => {
  await askWorker(connected, 'settings.change', { changes: { undoSeconds: 30 } });
  const panel = await connected.openBeside('plain');
  await search(panel, first);
  const ticket = panel.getByRole('article', { name: first, exact: true });
  await expect(ticket.getByRole('region', { name: 'Description' })).toBeVisible();
  await desk.down();
  await ticket.getByRole('button', { name: 'Close', exact: true }).click();
  await panel.getByRole('button', { name: 'Send now' }).click();

  await panel.getByRole('button', { name: /^Outbox/ }).click();
  const entry = panel.getByRole('article', { name: `Close ${first}` });
  await expect(entry).toContainText('Waiting');
  await expect(entry).toContainText('The desk cannot be reached');

  // Whatever starts looks at the outbox; here the worker does, which the browser may end at any moment.
  await connected.killWorker();
  await desk.up();
  await connected.worker();
  await expect(entry).toBeHidden();
  expect(desk.tickets.get(first)?.status).toBe(4);
  expect(desk.calls.filter(({ method }) => method === 'PUT').map(({ path }) => path)).toEqual([
    `ticket/close/${first}`,
  ]);
});

test('a desk that answers with a web page is not understood, and says so', async ({ connected, desk }) => {
  desk.fail({ fault: { kind: 'html' }, ticket: first });
  const panel = await connected.openBeside('plain');
  await search(panel, first);
  await expect(panel.getByText('The desk answered something we do not understand')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Copy details' })).toBeVisible();

  desk.clearFaults();
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(
    panel.getByRole('article', { name: first, exact: true }).getByRole('region', { name: 'Description' }),
  ).toBeVisible();
});
