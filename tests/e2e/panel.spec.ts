/** The real side panel follows the active tab of its own window, and popup and panel follow each other. */
import type { Page } from '@playwright/test';
import { MAIL_IDS } from '../sandbox/sample-ids.ts';
import { askWorker } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';

const ONE = '11-12-R-Y6J';
const FIRST_MAIL_ID = MAIL_IDS[0] ?? '';

const rows = (panel: Page) => panel.getByRole('list', { name: 'Tickets on this page' }).getByRole('listitem');
const ticket = (surface: Page, id: string) => surface.getByRole('article', { name: id, exact: true });

test('follows the active tab from page to page and from tab to tab', async ({ connected, pages }) => {
  const panel = await connected.openBeside('mail');
  await expect(rows(panel)).toHaveCount(MAIL_IDS.length);
  await expect(panel.getByRole('button', { name: 'On this page' })).toContainText(String(MAIL_IDS.length));

  await connected.page.goto(pages.url('one'));
  await expect(ticket(panel, ONE)).toBeVisible();

  await connected.page.goto(pages.url('plain'));
  await expect(panel.getByText('No ticket IDs on this page')).toBeVisible();
  await expect(panel.getByRole('list', { name: 'Recent tickets' })).toContainText(ONE);

  const other = await connected.context.newPage();
  await other.goto(pages.url('one'));
  await expect(ticket(panel, ONE)).toBeVisible();
  await connected.page.bringToFront();
  await expect(panel.getByText('No ticket IDs on this page')).toBeVisible();
});

test('reads only the rows in view, at most 20 for a page', async ({ connected, desk }) => {
  const panel = await connected.openBeside('mail');
  await expect(rows(panel).first()).toContainText('High');
  const asked = new Set(
    desk.calls.filter(({ method, ticket: id }) => method === 'GET' && id).map(({ ticket: id }) => id),
  );
  expect(asked.size).toBeGreaterThan(0);
  expect(asked.size).toBeLessThanOrEqual(20);
});

test('opens a ticket of the list, steps to the next one, and goes back', async ({ connected }) => {
  const panel = await connected.openBeside('mail');
  await rows(panel).getByRole('button').first().click();
  await expect(ticket(panel, FIRST_MAIL_ID)).toBeVisible();
  await panel.getByRole('button', { name: 'Next ticket on this page' }).click();
  await expect(ticket(panel, MAIL_IDS[1] ?? '')).toBeVisible();
  const second = `2 of ${MAIL_IDS.length}`;
  await expect(panel.getByText(second, { exact: true })).toBeVisible();
  await expect(panel.getByRole('status').filter({ hasText: second })).toHaveText(`${MAIL_IDS[1]}, ${second}`);
  await panel.getByRole('button', { name: `All ${MAIL_IDS.length} tickets on this page` }).click();
  await expect(rows(panel)).toHaveCount(MAIL_IDS.length);
});

test('never swaps the ticket under a person who is typing', async ({ connected, pages }) => {
  const panel = await connected.openBeside('mail');
  await rows(panel).getByRole('button').first().click();
  await panel.getByRole('button', { name: 'Reply', exact: true }).click();
  await panel.getByRole('textbox', { name: 'Reply' }).fill('Half a sentence');

  await connected.page.goto(pages.url('one'));
  await expect(panel.getByText(`This page shows ${ONE}`)).toBeVisible();
  await expect(ticket(panel, FIRST_MAIL_ID)).toBeVisible();
  await expect(panel.getByRole('textbox', { name: 'Reply' })).toHaveValue('Half a sentence');

  await panel.getByRole('button', { name: 'Show', exact: true }).press('Enter');
  await expect(ticket(panel, ONE)).toBeVisible();
  await expect(panel.getByRole('heading', { name: ONE, exact: true })).toBeFocused();
  await connected.page.goto(pages.url('mail'));
  await expect(ticket(panel, FIRST_MAIL_ID)).toBeVisible();
  await expect(panel.getByRole('textbox', { name: 'Reply' })).toHaveValue('Half a sentence');

  // Done with the composer, and still in the ticket.
  await connected.page.goto(pages.url('one'));
  await expect(panel.getByText(`This page shows ${ONE}`)).toBeVisible();
  await panel.getByRole('textbox', { name: 'Reply' }).press('Escape');
  await expect(panel.getByRole('button', { name: 'Reply', exact: true })).toBeFocused();
  await expect(panel.getByText(`This page shows ${ONE}`)).toBeVisible();
  await expect(ticket(panel, FIRST_MAIL_ID)).toBeVisible();

  // Nothing is in the way.
  await panel.getByLabel('Ticket ID or search').focus();
  await expect(ticket(panel, ONE)).toBeVisible();
  await expect(panel.getByText(`This page shows ${ONE}`)).toHaveCount(0);
});

test('each of two windows has a panel of its own', async ({ connected, pages }) => {
  const first = await connected.openBeside('mail');
  const opening = connected.context.waitForEvent('page', { predicate: (page) => page.url() !== 'about:blank' });
  const worker = await connected.worker();
  await worker.evaluate(`chrome.windows.create({ url: '${pages.url('one')}', focused: true })`);
  const second = await connected.openSidePanel(await opening);
  await expect(ticket(second, ONE)).toBeVisible();
  await expect(rows(first)).toHaveCount(MAIL_IDS.length);

  await connected.page.goto(pages.url('plain'));
  await expect(first.getByText('No ticket IDs on this page')).toBeVisible();
  await expect(ticket(second, ONE)).toBeVisible();
});

test('searches by ID in any spelling and by words', async ({ connected }) => {
  const panel = await connected.openBeside('plain');
  const field = panel.getByLabel('Ticket ID or search');
  await field.fill(' 09-13-o-tw4 ');
  await field.press('Enter');
  await expect(ticket(panel, '09-13-O-TW4')).toContainText('Houston Brooks');
  await field.fill('refund');
  await field.press('Enter');
  await expect(panel.getByRole('list', { name: 'Search results' }).getByRole('listitem').first()).toBeVisible();
  await panel.getByRole('list', { name: 'Search results' }).getByRole('button').first().click();
  await panel.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(panel.getByRole('list', { name: 'Search results' })).toBeVisible();
});

test('a pasted text with two IDs offers both, one after the other', async ({ connected, desk }) => {
  const panel = await connected.openBeside('plain');
  const popup = await connected.openPopup();
  desk.calls.length = 0;
  for (const surface of [panel, popup]) {
    const field = surface.getByLabel('Ticket ID or search');
    await field.fill('Re: [09-13-O-TW4] as in 11-14-3-AS7');
    await expect(surface.getByRole('search').getByRole('status')).toHaveText('2 tickets in this text:');
    await field.press('Enter');
    const choice = (id: string) => surface.getByRole('search').getByRole('button', { name: id });
    await expect(choice('09-13-O-TW4')).toBeFocused();
    await choice('09-13-O-TW4').press('Enter');
    await expect(ticket(surface, '09-13-O-TW4')).toContainText('Houston Brooks');
    await choice('11-14-3-AS7').click();
    await expect(ticket(surface, '11-14-3-AS7')).toBeVisible();
    await surface.getByRole('button', { name: 'Clear the search' }).click();
    await expect(choice('11-14-3-AS7')).toHaveCount(0);
  }
  expect(desk.calls.filter(({ path }) => path.startsWith('tickets/'))).toEqual([]);
});

test('what is closed in the popup is closed in the panel', async ({ connected, desk }) => {
  await askWorker(connected, 'settings.change', { changes: { undoSeconds: 30 } });
  const panel = await connected.openBeside('one');
  await expect(ticket(panel, ONE)).toContainText('Working');
  const popup = await connected.openPopup();
  await expect(ticket(popup, ONE)).toContainText('Working');
  await popup.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(panel.getByText(`Closing ${ONE}`)).toBeVisible();
  await panel.getByRole('button', { name: 'Send now' }).click();
  // The facts of every ticket say "Closed", with or without a day.
  await expect(ticket(panel, ONE).getByTitle('Resolved')).toBeVisible();
  expect(desk.tickets.get(ONE)?.status).toBe(4);
});

test('the popup shows the tickets of the page, comes back where it was, and switches the site off and on', async ({
  connected,
}) => {
  const panel = await connected.openBeside('mail');
  await expect(rows(panel)).toHaveCount(MAIL_IDS.length);
  let popup = await connected.openPopup();
  await expect(rows(popup)).toHaveCount(MAIL_IDS.length);

  // It closes whenever it loses the focus: opened again, it stands where it was.
  await popup.getByLabel('Ticket ID or search').fill(ONE);
  await popup.keyboard.press('Enter');
  await expect(ticket(popup, ONE)).toContainText('Working');
  // It may close with the very key that was typed last.
  await popup.evaluate(`
    const field = document.querySelector('[aria-label="Ticket ID or search"]');
    field.value = 'half a word';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    setTimeout(close);
  `);
  await expect.poll(() => popup.isClosed()).toBe(true);
  popup = await connected.openPopup();
  await expect(ticket(popup, ONE)).toContainText('Working');
  await expect(popup.getByLabel('Ticket ID or search')).toHaveValue('half a word');
  await popup.getByRole('button', { name: `All ${MAIL_IDS.length} tickets on this page` }).click();
  await expect(rows(popup)).toHaveCount(MAIL_IDS.length);

  await popup.getByRole('button', { name: 'Off on this site' }).click();
  await expect(panel.getByText('Switched off on this site')).toBeVisible();
  await panel.getByRole('button', { name: 'On for this site' }).click();
  await expect(rows(panel)).toHaveCount(MAIL_IDS.length);

  const off = popup.getByRole('button', { name: 'Off on this site' });
  await expect(off).toBeVisible();
  await popup.evaluate("chrome.runtime.sendMessage({ name: 'connection.forget' })");
  await expect(popup.getByRole('button', { name: 'Open settings' })).toBeVisible();
  await expect(off).toHaveCount(0);
});

test('the popup begins with the page where the agent went on to another one meanwhile', async ({
  connected,
  pages,
}) => {
  const panel = await connected.openBeside('mail');
  await expect(rows(panel)).toHaveCount(MAIL_IDS.length);
  const lookUp = async () => {
    const popup = await connected.openPopup();
    await popup.getByLabel('Ticket ID or search').fill(ONE);
    await popup.keyboard.press('Enter');
    await expect(ticket(popup, ONE)).toContainText('Working');
    await popup.evaluate('setTimeout(close)');
    await expect.poll(() => popup.isClosed()).toBe(true);
  };
  await lookUp();
  await connected.page.goto(pages.url('plain'));
  await expect(panel.getByText('No ticket IDs on this page')).toBeVisible();
  let popup = await connected.openPopup();
  await expect(popup.getByText('No ticket IDs on this page')).toBeVisible();
  await expect(ticket(popup, ONE)).toHaveCount(0);
  await popup.close();

  await lookUp();
  await connected.page.goto(pages.url('mail'));
  await expect(rows(panel)).toHaveCount(MAIL_IDS.length);
  popup = await connected.openPopup();
  await expect(rows(popup)).toHaveCount(MAIL_IDS.length);
  await expect(ticket(popup, ONE)).toHaveCount(0);
});

test('a popup that stands open keeps the worker awake', async ({ connected }) => {
  const popup = await connected.context.newPage();
  await popup.clock.install();
  await popup.goto(`${connected.origin}/popup.html`);
  await expect(popup.getByText('This page belongs to the browser')).toBeVisible();
  // A worker puts its mirrors there at its start, and at no other time.
  await popup.evaluate("chrome.storage.session.remove('connection')");
  await connected.killWorker();
  const mirrored = () =>
    popup.evaluate<number>("chrome.storage.session.get('connection').then((all) => Object.keys(all).length)");
  expect(await mirrored()).toBe(0);
  await popup.clock.fastForward(20_000);
  await expect.poll(mirrored).toBe(1);
});

test('what is not restored yet at the start is not taken for missing', async ({ connected }) => {
  const panel = await connected.openExtensionPage('popup.html');
  // As a browser starts: the worker has yet to put its mirrors there, which it does once in its life.
  await panel.evaluate(`chrome.storage.session.remove(['connection', 'settings'])`);
  await panel.addInitScript(`
    globalThis.seen = [];
    new MutationObserver(() => globalThis.seen.push(document.body?.innerText ?? '')).observe(document, { childList: true, subtree: true });
  `);
  await panel.goto(`${connected.origin}/sidepanel.html`);
  await expect(panel.getByRole('status').getByText('Loading…')).toBeVisible();

  await connected.killWorker();
  await panel.evaluate(`chrome.runtime.sendMessage({ name: 'ticket.refresh', input: { id: '${ONE}', force: false } })`);
  await expect(panel.getByText('This page belongs to the browser')).toBeVisible();
  expect((await panel.evaluate<string[]>('globalThis.seen')).join('\n')).not.toContain('Not connected');
});
