/** The settings page by keyboard: what goes from it hands the focus on to a place of use. */
import type { Page } from '@playwright/test';
import { askWorker } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { openSettings } from '../support/settings-page.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

test('what is asked about, done or dismissed hands the focus on', async ({ connected }) => {
  const page = await openSettings(connected);
  await button(page, 'Forget key').press('Enter');
  await expect(button(page, 'Cancel')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Forget key')).toBeFocused();
  await page.keyboard.press('Enter');
  await button(page, 'Yes, forget').press('Enter');
  await expect(page.getByText('Key and address are forgotten.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Desk address' })).toBeFocused();

  const theme = page.getByRole('combobox', { name: 'Theme' });
  await theme.focus();
  await theme.selectOption('dark');
  await button(page, 'Undo').press('Enter');
  await expect(page.getByText('Taken back.')).toBeVisible();
  await expect(button(page, 'Dismiss')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(theme).toBeFocused();

  await button(page, 'Erase everything').press('Enter');
  await expect(button(page, 'Cancel')).toBeFocused();
  await button(page, 'Yes, erase').press('Enter');
  await expect(page.getByText('Everything is erased.')).toBeVisible();
  await expect(button(page, 'Erase everything')).toBeFocused();
});

test('what is removed from a list hands the focus to its neighbour, the last one to what adds another', async ({
  deskside,
}) => {
  const named = (name: string) => ({ name, from: 'agent' });
  const names = { queues: { 1: named('Sales'), 2: named('Billing') }, topics: {}, agents: {}, groups: {} };
  await askWorker(deskside, 'names.change', { names });
  const reply = (title: string) => ({ id: title, title, text: 'Thank you.' });
  const changes = {
    cannedReplies: ['Thanks', 'Solved'].map(reply),
    offSites: ['https://a.example', 'https://b.example'],
  };
  await askWorker(deskside, 'settings.change', { changes });
  const page = await openSettings(deskside);

  const canned = page.locator('.canned');
  await button(page, 'Remove Thanks').press('Enter');
  await expect(canned).toHaveCount(1);
  await expect(button(page, 'Edit Solved')).toBeFocused();
  await page.keyboard.press('Enter');
  await button(page, 'Cancel').press('Enter');
  await expect(button(page, 'Edit Solved')).toBeFocused();
  await button(page, 'Remove Solved').press('Enter');
  await expect(canned).toHaveCount(0);
  await expect(button(page, 'Add a canned reply')).toBeFocused();
  await page.keyboard.press('Enter');
  await button(page, 'Cancel').press('Enter');
  await expect(button(page, 'Add a canned reply')).toBeFocused();

  await button(page, 'Remove a.example').press('Enter');
  await expect(button(page, 'Remove b.example')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Switch off a site' })).toBeFocused();

  await page.locator('summary', { hasText: 'Queues' }).click();
  await button(page, 'Remove Sales').press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of number 2' })).toBeFocused();
  await button(page, 'Remove Billing').press('Enter');
  await expect(page.getByRole('spinbutton', { name: 'Number (Queues)' })).toBeFocused();

  await page.getByRole('textbox', { name: 'Examples' }).fill('Ticket #12345\nTicket #998');
  await button(page, 'Learn from examples').press('Enter');
  await button(page, 'Use this form').press('Enter');
  await expect(page.getByRole('textbox', { name: 'Form 2' })).toHaveValue('Ticket #{9+}');
  await expect(page.getByRole('textbox', { name: 'Examples' })).toBeFocused();
});

test('a canned reply that cannot be kept stays in its fields', async ({ deskside }) => {
  const page = await openSettings(deskside);
  const worker = await deskside.worker();
  const refuse = `self.keep = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };`;
  await button(page, 'Add a canned reply').click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Thanks');
  await page.getByRole('textbox', { name: 'Text of the reply' }).fill('Thank you for the log.');
  await worker.evaluate(refuse);
  await button(page, 'Save').click();
  await expect(page.getByText('The browser’s storage is full')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Text of the reply' })).toHaveValue('Thank you for the log.');
  await worker.evaluate('IDBObjectStore.prototype.put = self.keep');
  await button(page, 'Save').click();
  await expect(page.locator('.canned')).toHaveText(/Thanks/);
});

test('what was done is said at the foot, covers neither the focus nor the end of the page, and goes by itself', async ({
  deskside,
}) => {
  const page = await openSettings(deskside);
  await page.clock.install();
  await page.setViewportSize({ width: 480, height: 400 });
  const strip = page.locator('.strip');
  /** How far the strip's top is below the foot of the target, in CSS pixels. */
  const roomAbove = (selector: string) =>
    page.evaluate<number>(`document.querySelector('.strip').getBoundingClientRect().top
      - document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().bottom`);
  const theme = page.getByRole('combobox', { name: 'Theme' });
  await theme.evaluate((element) => element.scrollIntoView({ block: 'end' }));
  await theme.focus();
  await theme.selectOption('dark');
  await expect(page.getByText('Changed: Theme')).toBeVisible();
  expect(await roomAbove('#look select')).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Marks in pages' })).toBeFocused();
  expect(await roomAbove(':focus')).toBeGreaterThanOrEqual(0);
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
  expect(await roomAbove('#data')).toBeGreaterThanOrEqual(0);

  await strip.hover();
  await page.clock.runFor(60_000);
  await expect(strip).toBeVisible();
  await page.mouse.move(0, 0);
  await page.clock.runFor(20_000);
  await page.keyboard.press('Tab');
  await page.clock.runFor(20_000);
  await expect(strip).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).focus();
  await page.clock.runFor(60_000);
  await expect(strip).toBeVisible();
  await theme.focus();
  await page.clock.runFor(31_000);
  await expect(strip).toHaveCount(0);
});

test('another language takes neither the focus nor what is typed, nor the way back', async ({ deskside }) => {
  const page = await openSettings(deskside);
  await page.getByRole('textbox', { name: 'Text to try' }).fill('09-13-O-TW4');
  await button(page, 'Connect').click();
  await expect(page.getByText('Paste your API key.')).toBeVisible();
  await button(page, 'Add to Switched off').click();
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(3);
  const language = page.locator('#look select').last();
  await language.focus();
  await language.selectOption('de');
  await expect(page).toHaveTitle('Einstellungen – Deskside');
  await expect(page.getByRole('heading', { name: 'Deskside-Einstellungen' })).toBeVisible();
  await expect(language).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Text zum Ausprobieren' })).toHaveValue('09-13-O-TW4');
  for (const words of ['Fügen Sie Ihren API-Schlüssel ein.', /^Geben Sie den Kontonamen/, /^Geben Sie eine Website/])
    await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByText('Geändert: Sprache')).toBeVisible();
  await button(page, 'Rückgängig').click();
  await expect(page).toHaveTitle('Settings – Deskside');
  await expect(page.getByText('Taken back')).toBeVisible();
});

test('a press that finds something wrong leads to its field', async ({ deskside }) => {
  const page = await openSettings(deskside);
  await button(page, 'Connect').press('Enter');
  await expect(page.getByRole('textbox', { name: 'Desk address' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Desk address' }).fill('acme');
  await button(page, 'Connect').press('Enter');
  await expect(page.getByLabel('API key')).toBeFocused();
  await button(page, 'Add to Switched off').press('Enter');
  await expect(page.getByRole('textbox', { name: 'Switch off a site' })).toBeFocused();
  await button(page, 'Learn from examples').press('Enter');
  await expect(page.getByRole('textbox', { name: 'Examples' })).toBeFocused();

  await button(page, 'Add a canned reply').press('Enter');
  const title = page.getByRole('textbox', { name: 'Title' });
  const text = page.getByRole('textbox', { name: 'Text of the reply' });
  await expect(title).toBeFocused();
  await button(page, 'Save').press('Enter');
  await button(page, 'Save').press('Enter');
  await expect(title).toBeFocused();
  await text.pressSequentially('Thank you.');
  await expect(text, 'who types is not led away').toBeFocused();
  await title.fill('Thanks');
  await button(page, 'Save').press('Enter');
  await expect(button(page, 'Edit Thanks')).toBeVisible();
});

/** Two clicks in a row at one place; what the first one brings is waited for. */
async function clickTwice(page: Page, name: string, between: () => Promise<void>): Promise<void> {
  await button(page, name).hover();
  for (const clickCount of [1, 2]) {
    await page.mouse.down({ clickCount });
    await page.mouse.up({ clickCount });
    if (clickCount === 1) await between();
  }
}

test('a double click on a bin takes one off, and on `Add` finds nothing wrong', async ({ deskside }) => {
  const forms = ['{MM}-{DD}-{X}-{XXX}', 'INC-{9+}', 'TCK-{9+}', 'SR-{9+}'];
  await askWorker(deskside, 'settings.change', { changes: { forms } });
  const page = await openSettings(deskside);
  const rows = page.locator('.form-row');
  await clickTwice(page, 'Remove the form INC-{9+}', () => expect(rows).toHaveCount(3));
  const site = page.getByRole('textbox', { name: 'Switch off a site' });
  await site.fill('a.example');
  await clickTwice(page, 'Add to Switched off', () => expect(site).toHaveValue(''));
  await page.locator('summary', { hasText: 'Topics' }).click();
  await page.getByRole('spinbutton', { name: 'Number (Topics)' }).fill('77');
  const topic = page.getByRole('textbox', { name: 'Name (Topics)' });
  await topic.fill('Parcels');
  await clickTwice(page, 'Add to Topics', () => expect(topic).toHaveValue(''));
  await expect(button(page, 'Remove Parcels')).toBeVisible();
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(0);
  await expect(rows.getByRole('textbox').nth(1)).toHaveValue('TCK-{9+}');
  await expect(rows).toHaveCount(3);
});
