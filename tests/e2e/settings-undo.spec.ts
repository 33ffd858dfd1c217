/** Each kind of change on the settings page: in force at once, and taken back by `Undo`; and input that makes no sense. */
import type { Page } from '@playwright/test';
import { askWorker, everySite } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { openSettings } from '../support/settings-page.ts';
import { slowWorker } from '../support/slow-worker.ts';

/** All that a change may touch, as it is in force: settings and names. */
function readInForce(page: Page): Promise<string> {
  const read =
    "chrome.storage.session.get(['settings', 'names']).then(({ settings, names }) => ({ ...settings.value.values, names }))";
  return page.evaluate(`${read}.then(JSON.stringify)`);
}

const text = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const choose = (name: string, value: string) => (page: Page) =>
  page.getByRole('combobox', { name }).selectOption(value);
const write = (name: string, value: string) => async (page: Page) => {
  await text(page, name).fill(value);
  await text(page, name).press('Enter');
};
const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();
const tick = (name: string) => (page: Page) => page.getByRole('checkbox', { name, exact: true }).click();
const giveFile = (label: string, content: string) => (page: Page) =>
  page
    .locator(`input[type=file][aria-label="${label}"]`)
    .setInputFiles({ name: 'file.json', mimeType: 'application/json', buffer: Buffer.from(content) });

/** In this order: some begin where another one was undone. */
const changes: [what: string, change: (page: Page) => Promise<unknown>][] = [
  ['ask for the key at each start', tick('Ask for the key at each start')],
  ['my agent number', write('My agent number', '12')],
  ['my name', write('My name', 'Ada')],
  ['where to look', (page) => page.getByRole('radio', { name: 'Only when I ask' }).click()],
  ['a site switched off', write('Switch off a site', 'bank.example.com')],
  ['a form', (page) => press('Add a form')(page).then(() => write('Form 2', 'INC-{9+}')(page))],
  ['another form', write('Form 1', '{MM}-{DD}-{X}-{XXXX}')],
  ['the date form', write('Date form', 'DD.MM.YYYY')],
  ['the form of date and time', write('Date and time form', 'DD.MM.YYYY HH24:MI')],
  ['the zone', (page) => page.getByRole('combobox', { name: 'Time zone of the desk' }).fill('Europe/Sofia')],
  ['seconds to undo', (page) => page.getByRole('spinbutton', { name: 'Seconds to undo' }).fill('9')],
  ['the ticket’s address', write('Address of a ticket at the desk', 'https://acme.sympoq.com/t/{id}')],
  ['minutes', tick('Offer minutes')],
  [
    'a canned reply',
    async (page) => {
      await press('Add a canned reply')(page);
      await text(page, 'Title').fill('Thanks');
      await text(page, 'Text of the reply').fill('Thank you.');
      await press('Save')(page);
    },
  ],
  ['the theme', choose('Theme', 'dark')],
  ['the marks', choose('Marks in pages', 'tint')],
  ['names from a file', giveFile('Import names', 'kind,number,name\nqueues,7,Sales\ngroups,3,VIP\n')],
  ['names from the desk', press('Read from the desk')],
  [
    'a name',
    async (page) => {
      await page.locator('summary', { hasText: 'Topics' }).click();
      await page.getByRole('spinbutton', { name: 'Number (Topics)' }).fill('4');
      await write('Name (Topics)', 'Billing')(page);
    },
  ],
  ['the language', choose('Language', 'en')],
  [
    'all data',
    giveFile(
      'Import',
      JSON.stringify({
        deskside: 1,
        settings: { undoSeconds: 20 },
        names: { queues: { 1: { name: 'New', from: 'agent' } }, topics: {}, agents: {}, groups: {} },
      }),
    ),
  ],
];

test('each kind of change is in force at once and taken back by Undo', async ({ deskside, desk }) => {
  await deskside.connect(desk.keys.admin);
  const page = await openSettings(deskside);
  await page.locator('html').waitFor();
  await askWorker(deskside, 'names.change', { names: { queues: {}, topics: {}, agents: {}, groups: {} } });
  await page.bringToFront();
  for (const [what, change] of changes)
    await test.step(what, async () => {
      const before = await readInForce(page);
      await change(page);
      await expect.poll(() => readInForce(page), `${what} is in force`).not.toBe(before);
      const undo = page.getByRole('button', { name: 'Undo', exact: true });
      await undo.click();
      await expect(page.getByText('Taken back.')).toBeVisible();
      await expect.poll(() => readInForce(page), `${what} is taken back`).toBe(before);
      await page.getByRole('button', { name: 'Dismiss' }).click();
    });
  console.log(`${changes.length} kinds of change, each in force at once and taken back`);
});

test('two quick changes of one list are both kept, however long the worker takes', async ({ deskside }) => {
  const name = (text: string) => ({ name: text, from: 'agent' });
  const topics = { 1: name('Bills'), 2: name('Old'), 3: name('Orders') };
  await askWorker(deskside, 'names.change', { names: { queues: {}, topics, agents: {}, groups: {} } });
  const forms = ['{MM}-{DD}-{X}-{XXX}', 'INC-{9+}', 'REQ-{9+}'];
  const cannedReplies = ['One', 'Two', 'Three'].map((title) => ({ id: title, title, text: title }));
  const offSites = ['a', 'b', 'c'].map((part) => `https://${part}.example.com`);
  await askWorker(deskside, 'settings.change', { changes: { forms, cannedReplies, offSites } });
  const page = await openSettings(deskside);
  await page.evaluate(slowWorker);

  await text(page, 'Form 1').fill('{MM}-{DD}-{X}-{XXXX}');
  await press('Remove the form INC-{9+}')(page);
  await page.locator('summary', { hasText: 'Topics' }).click();
  await text(page, 'Name of number 1').fill('Invoices');
  await press('Remove Old')(page);
  expect(await text(page, 'Name of number 1').inputValue(), 'until it is in force').toBe('Invoices');
  await press('Remove One')(page);
  await press('Remove Two')(page);
  await press('Remove a.example.com')(page);
  await press('Remove b.example.com')(page);
  await write('Switch off a site', 'd.example.com')(page);
  await text(page, 'Switch off a site').press('Enter');
  const readLists = async () => {
    const { forms, cannedReplies, offSites, names } = JSON.parse(await readInForce(page));
    return { forms, cannedReplies, offSites, topics: names.value.topics };
  };
  await expect.poll(readLists).toEqual({
    forms: ['{MM}-{DD}-{X}-{XXXX}', 'REQ-{9+}'],
    cannedReplies: cannedReplies.slice(2),
    offSites: [...offSites.slice(2), 'https://d.example.com'],
    topics: { 1: name('Invoices'), 3: name('Orders') },
  });
});

test('Undo leaves what was changed since on another surface, and a form keeps the letters that come while it is sent', async ({
  deskside,
}) => {
  const sites = ['a', 'b'].map((part) => `https://${part}.example.com`);
  await askWorker(deskside, 'settings.change', { changes: { offSites: sites } });
  const page = await openSettings(deskside);
  const read = async (name: string) => JSON.parse(await readInForce(page))[name];
  await press('Remove a.example.com')(page);
  await expect.poll(() => read('offSites')).toEqual(sites.slice(1));
  await askWorker(deskside, 'sites.switch', { origin: 'https://bank.example.com', on: false });
  await page.bringToFront();
  await press('Undo')(page);
  await expect.poll(() => read('offSites')).toEqual([sites[1], 'https://bank.example.com', sites[0]]);

  await page.evaluate(slowWorker);
  const form = text(page, 'Form 1');
  await form.fill('INC-{9}');
  await form.press('Enter');
  await form.press('End');
  await form.pressSequentially('-{X}');
  await expect.poll(() => read('forms')).toEqual(['INC-{9}']);
  await expect(form).toHaveValue('INC-{9}-{X}');
  await form.press('Tab');
  await expect.poll(() => read('forms')).toEqual(['INC-{9}-{X}']);
  await expect(text(page, 'Form 2')).toHaveCount(0);
});

test('a name that is not kept stays in its field', async ({ deskside }) => {
  const page = await openSettings(deskside);
  await page.evaluate("chrome.runtime.sendMessage = async () => ({ ok: false, failure: { code: 'storage-full' } })");
  await page.locator('summary', { hasText: 'Topics' }).click();
  await page.getByRole('spinbutton', { name: 'Number (Topics)' }).fill('4');
  await write('Name (Topics)', 'Billing')(page);
  await expect(page.getByRole('region', { name: 'Just now' })).not.toBeEmpty();
  await expect(text(page, 'Name (Topics)')).toHaveValue('Billing');
  await write('Name (Topics)', 'x'.repeat(201))(page);
  await expect(text(page, 'Name (Topics)')).toHaveAccessibleDescription('That is too long.');
});

test('removed sites come back with their permission; what makes no sense gets a word at its field', async ({
  deskside,
}) => {
  await deskside.allowHosts(['https://crm.example.com/*']);
  const page = await openSettings(deskside);
  await page.getByRole('radio', { name: 'Only these sites' }).click();
  await write('Add a site', 'crm.example.com')(page);
  const has = () => page.evaluate("chrome.permissions.contains({ origins: ['https://crm.example.com/*'] })");
  await expect.poll(has).toBe(true);
  await press('Remove crm.example.com')(page);
  await expect.poll(has).toBe(false);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(has).toBe(true);
  await expect(page.getByText('crm.example.com', { exact: true })).toBeVisible();

  const senseless: [field: string, input: string, word: string][] = [
    ['Add a site', 'crm.example.com', 'This site is in the list already.'],
    ['Add a site', 'no site', 'Write'],
    ['Switch off a site', '*.example.com', 'Write one site, without *.'],
    ['My agent number', 'me', 'number'],
    ['Address of a ticket at the desk', 'http://acme.example.com/', '{id}'],
  ];
  for (const [field, input, word] of senseless) {
    await write(field, input)(page);
    await expect(text(page, field), `${field}: ${input}`).toHaveAttribute('aria-invalid', 'true');
    await expect(text(page, field)).toHaveAccessibleDescription(new RegExp(word.replace(/[*{}.]/g, '\\$&')));
    await text(page, field).fill('');
    await text(page, field).press('Tab');
  }
  await press('Add a form')(page);
  await text(page, 'Form 2').fill('{MM}-{DD}-{X}-{XXX}');
  await expect(page.getByText('This form is in the list already.')).toBeVisible();
  await text(page, 'Examples').fill('09-13-O-TW4\n11-14-3-AS7');
  await press('Learn from examples')(page);
  await expect(page.getByRole('button', { name: 'Use this form' })).toBeHidden();
});

test('what is given back takes neither the desk nor another site along', async ({ deskside }) => {
  const [desk, crm, all] = ['https://desk.acme.com/*', 'https://crm.acme.com/*', 'https://*.acme.com/*'];
  await deskside.grantHosts([desk, crm, all, ...everySite]);
  const page = await openSettings(deskside);
  const connection = { origin: 'https://desk.acme.com', hasKey: true, forgetsAtExit: false, refused: false };
  await page.evaluate(`chrome.storage.session.set(${JSON.stringify({ connection: { v: 1, value: connection } })})`);
  const has = (pattern: string) => page.evaluate(`chrome.permissions.contains({ origins: ['${pattern}'] })`);
  await page.getByRole('radio', { name: 'Only these sites' }).click();
  await write('Add a site', 'crm.acme.com')(page);
  await press('Remove crm.acme.com')(page);
  await press('Undo')(page);
  await press('Give it back')(page);
  await expect.poll(() => has(everySite[0] ?? '')).toBe(false);
  await expect.poll(async () => [await has(desk), await has(crm)], 'every site').toEqual([true, true]);

  await write('Add a site', '*.acme.com')(page);
  await expect(page.getByText('*.acme.com', { exact: true })).toBeVisible();
  await press('Remove *.acme.com')(page);
  await expect.poll(() => has(all)).toBe(false);
  await expect.poll(async () => [await has(desk), await has(crm)], 'a pattern around both').toEqual([true, true]);

  await write('Add a site', 'desk.acme.com')(page);
  await press('Remove desk.acme.com')(page);
  await expect(page.getByText('desk.acme.com', { exact: true })).toBeHidden();
  await press('Remove crm.acme.com')(page);
  await expect.poll(() => has(crm)).toBe(false);
  expect(await has(desk), 'the address of the desk').toBe(true);
});

test('a site that could not be taken off the list stays allowed', async ({ deskside }) => {
  const site = 'https://crm.example.com/*';
  await deskside.grantHosts([site]);
  await askWorker(deskside, 'settings.change', { changes: { where: 'these', sites: [site] } });
  const page = await openSettings(deskside);
  const refused = "void tell?.({ ok: false, failure: { code: 'internal' } })";
  await page.addInitScript(`chrome.runtime.sendMessage = (_message, tell) => ${refused}`);
  await page.reload();
  await press('Remove crm.example.com')(page);
  await expect(page.getByRole('region', { name: 'Just now' })).not.toBeEmpty();
  expect(await page.evaluate(`chrome.permissions.contains({ origins: ['${site}'] })`)).toBe(true);
});

test('a key is trimmed, refused at its field where it cannot be one, and forgotten only when asked once more', async ({
  deskside,
  desk,
}) => {
  const page = await openSettings(deskside);
  await text(page, 'Desk address').fill('https://acme.sympoq.com/app/desk/tickets?x=1#y');
  await page.getByLabel('API key').fill('two words');
  await press('Connect')(page);
  await expect(page.getByLabel('API key')).toHaveAccessibleDescription(/This is no API key/);
  await page.getByLabel('API key').fill(`  ${desk.keys.agent} `);
  await press('Connect')(page);
  await expect(page.getByText('Connected to acme.sympoq.com').first()).toBeVisible();
  await expect(page.getByLabel('API key')).toHaveValue('');
  expect(desk.calls.at(-1)?.headers.apikey ?? desk.keys.agent).toBe(desk.keys.agent);
  await press('Forget key')(page);
  await press('Cancel')(page);
  await press('Forget key')(page);
  await press('Yes, forget')(page);
  await expect(page.getByText('Key and address are forgotten.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Forget key' })).toBeHidden();
});
