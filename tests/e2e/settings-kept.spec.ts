/** What the settings page promises to keep, to take back and to say, where worker or browser are slow or say no. */
import type { Page } from '@playwright/test';
import { askWorker, everySite } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { openSettings } from '../support/settings-page.ts';
import { holding, slowWorker } from '../support/slow-worker.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const text = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const readSettings = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate("chrome.storage.session.get('settings').then(({ settings }) => settings.value.values)");
const readNames = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate("chrome.storage.session.get('names').then(({ names }) => names.value)");

const fileOf = (settings: object) => ({
  name: 'file.json',
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({
      deskside: 1,
      settings,
      names: { queues: { 1: { name: 'New', from: 'agent' } }, topics: {}, agents: {}, groups: {} },
    }),
  ),
});

test('Undo of an import leaves what was changed since', async ({ deskside }) => {
  const names = { queues: { 1: { name: 'Old', from: 'agent' } }, topics: {}, agents: {}, groups: {} };
  const [one, two] = ['one', 'two'].map((title) => ({ id: title, title, text: title }));
  await askWorker(deskside, 'settings.change', { changes: { undoSeconds: 9, cannedReplies: [one] } });
  await askWorker(deskside, 'names.change', { names });
  const page = await openSettings(deskside);
  await page.locator('input[type=file][aria-label="Import"]').setInputFiles(fileOf({ undoSeconds: 20 }));
  await expect.poll(() => readSettings(page)).toMatchObject({ undoSeconds: 20, cannedReplies: [] });
  await expect(button(page, 'Undo')).toBeVisible();
  await askWorker(deskside, 'settings.change', { changes: { theme: 'dark', cannedReplies: [two] } });
  const since = { ...(await readNames(page)), topics: { 4: { name: 'Bills', from: 'log' } } };
  await askWorker(deskside, 'names.change', { names: since });
  await page.bringToFront();
  await button(page, 'Undo').click();
  await expect(page.getByText('Taken back.')).toBeVisible();
  expect(await readSettings(page)).toMatchObject({ undoSeconds: 9, theme: 'dark', cannedReplies: [two, one] });
  expect(await readNames(page)).toEqual({ ...names, topics: since.topics });
});

test('the bin takes the form off that is being typed beside it, an old one and a new one', async ({ deskside }) => {
  const forms = ['{MM}-{DD}-{X}-{XXX}', 'INC-{9+}'];
  await askWorker(deskside, 'settings.change', { changes: { forms } });
  const page = await openSettings(deskside);
  await page.evaluate(slowWorker);
  const readForms = async () => (await readSettings(page)).forms;
  const rows = page.getByRole('textbox', { name: /^Form \d/ });

  await text(page, 'Form 2').fill('REQ-{9+}');
  await button(page, 'Remove the form REQ-{9+}').click();
  await expect.poll(readForms).toEqual(forms.slice(0, 1));
  await expect(rows).toHaveCount(1);

  await button(page, 'Add a form').click();
  await text(page, 'Form 2').fill('REQ-{9+}');
  await button(page, 'Remove the form REQ-{9+}').click();
  // Whatever else is sent comes after what the bin sent.
  await button(page, 'Add a form').click();
  await text(page, 'Form 2').fill('OPS-{9+}');
  await text(page, 'Form 2').press('Enter');
  await expect.poll(readForms).toEqual([...forms.slice(0, 1), 'OPS-{9+}']);
  await expect(rows).toHaveCount(2);
});

test('a form that is still being typed, an old one or a new one, stays where others are taken off or learned', async ({
  deskside,
}) => {
  const forms = ['{MM}-{DD}-{X}-{XXX}', 'INC-{9+}', 'REQ-{9+}', 'OPS-{9+}'];
  await askWorker(deskside, 'settings.change', { changes: { forms } });
  const page = await openSettings(deskside);
  const typed = () =>
    page
      .getByRole('textbox', { name: /^Form \d/ })
      .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
  await text(page, 'Form 3').fill('REQ-{9');
  await button(page, 'Add a form').click();
  await text(page, 'Form 5').fill('CHG-{9');
  await button(page, `Remove the form ${forms[0]}`).click();
  await expect.poll(typed).toEqual(['INC-{9+}', 'REQ-{9', 'OPS-{9+}', 'CHG-{9']);
  await text(page, 'Examples').fill('Ticket #12345\nTicket #998');
  await button(page, 'Learn from examples').click();
  await button(page, 'Use this form').click();
  await expect.poll(typed).toEqual(['INC-{9+}', 'REQ-{9', 'OPS-{9+}', 'Ticket #{9+}', 'CHG-{9']);
  await button(page, 'Undo').click();
  await expect.poll(typed).toEqual(['INC-{9+}', 'REQ-{9', 'OPS-{9+}', 'CHG-{9']);

  await text(page, 'Form 4').fill('CHG-{9+}');
  await text(page, 'Form 4').press('Enter');
  await expect
    .poll(async () => (await readSettings(page)).forms)
    .toEqual(['INC-{9+}', 'REQ-{9+}', 'OPS-{9+}', 'CHG-{9+}']);
  await expect(text(page, 'Form 4')).toBeFocused();
  expect(await typed()).toEqual(['INC-{9+}', 'REQ-{9', 'OPS-{9+}', 'CHG-{9+}']);
});

test('a typed setting that is not kept stays in its field; one typed just before the page goes is kept', async ({
  deskside,
}) => {
  const page = await openSettings(deskside);
  const said = page.getByRole('region', { name: 'Just now' });
  await page.evaluate(`{
    const send = chrome.runtime.sendMessage;
    const refuse = async () => ({ ok: false, failure: { code: 'storage-full' } });
    chrome.runtime.sendMessage = refuse;
    globalThis.takeAgain = () => { chrome.runtime.sendMessage = send };
  }`);
  await text(page, 'My name').fill('Ada');
  await text(page, 'My name').press('Tab');
  await expect(said).toContainText('Your text is still in its field.');
  await expect(text(page, 'My name')).toHaveValue('Ada');
  await page.evaluate('takeAgain()');
  await text(page, 'My name').press('Enter');
  await expect.poll(() => readSettings(page)).toMatchObject({ agentName: 'Ada' });

  await text(page, 'My name').fill('Ada L.');
  await page.reload();
  await expect(text(page, 'My name')).toHaveValue('Ada L.');
});

test('the browser asks before the page goes with something typed that is not kept', async ({ deskside }) => {
  const names = { queues: { 1: { name: 'Bills', from: 'agent' } }, topics: {}, agents: {}, groups: {} };
  await askWorker(deskside, 'names.change', { names });
  const page = await openSettings(deskside);
  /** By hand: browsers ask only where somebody has touched the page since they last did. */
  const type = async (name: string, words: string) => {
    await text(page, name).click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(words);
  };
  const isAsked = async () => {
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
  };
  await type('Form 1', 'REQ-{9');
  await isAsked();
  await type('Form 1', 'REQ-{9+}');
  await text(page, 'Form 1').press('Enter');

  await page.locator('summary', { hasText: 'Queues' }).click();
  await type('Name of number 1', 'Invoices');
  await isAsked();
  await text(page, 'Name of number 1').press('Enter');
  await type('Name (Queues)', 'Sales');
  await isAsked();
  await text(page, 'Name (Queues)').fill('');

  await button(page, 'Add a canned reply').click();
  await type('Title', 'Thanks');
  await type('Text of the reply', 'Thank you for your patience.');
  await isAsked();
  await expect(text(page, 'Text of the reply')).toHaveValue('Thank you for your patience.');
  // From the moment it is seen to be kept, not from the next frame on.
  await page.evaluate(`{
    const editor = document.querySelector('.canned-editor');
    new MutationObserver(() => {
      if (editor.isConnected) return;
      globalThis.isAskedAtOnce ??= !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    }).observe(document.body, { childList: true, subtree: true });
  }`);
  await button(page, 'Save').click();
  await expect(page.getByText('Thank you for your patience.')).toBeVisible();
  expect(await page.evaluate('isAskedAtOnce')).toBe(false);
  await expect.poll(() => readSettings(page)).toMatchObject({ forms: ['REQ-{9+}'] });

  page.on('dialog', (dialog) => void dialog.dismiss());
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
});

test('what the browser keeps or refuses is not said to be done', async ({ deskside }) => {
  const site = 'https://crm.example.com/*';
  await deskside.grantHosts([site, ...everySite]);
  await askWorker(deskside, 'settings.change', { changes: { where: 'these', sites: [site] } });
  const page = await openSettings(deskside);
  const said = page.getByRole('region', { name: 'Just now' });
  await page.evaluate(
    '{ globalThis.remove = chrome.permissions.remove; chrome.permissions.remove = async () => false }',
  );
  await button(page, 'Give it back').click();
  await expect(said).toContainText('The browser did not take it back.');
  await page.evaluate('{ chrome.permissions.remove = remove; chrome.permissions.request = async () => false }');
  await button(page, 'Give it back').click();
  await expect(said).toContainText('Changed: Every site');
  await button(page, 'Undo').click();
  await expect(said).toContainText('It was not allowed.');

  await button(page, 'Remove crm.example.com').click();
  await expect(said).toContainText('Changed:');
  await button(page, 'Undo').click();
  await expect(said).toContainText('It was not allowed.');
  expect(await readSettings(page)).toMatchObject({ sites: [] });
});

test('the first start says that the browser did not allow it only where that was it', async ({ deskside, desk }) => {
  const page = await deskside.openExtensionPage('options.html#start');
  await text(page, 'Desk address').fill('acme');
  await page.getByLabel('API key').fill(desk.keys.agent);
  await button(page, 'Connect').click();
  await page.getByRole('radio', { name: 'Only when I ask' }).click();
  await page.evaluate("chrome.runtime.sendMessage = async () => ({ ok: false, failure: { code: 'storage-full' } })");
  await button(page, 'Finish').click();
  await expect(page.getByText('The browser’s storage is full')).toBeVisible();
  await expect(page.getByText('The browser did not allow it.')).toHaveCount(0);

  await page.evaluate('chrome.permissions.request = () => new Promise(() => {})');
  await page.getByRole('radio', { name: 'Every site' }).click();
  await button(page, 'Allow and finish').click();
  await expect(button(page, 'Allow and finish')).toHaveAttribute('aria-busy', 'true');
});

test('what takes a while shows that it is under way', async ({ deskside }) => {
  await deskside.grantHosts([...everySite]);
  await askWorker(deskside, 'settings.change', { changes: { where: 'these', sites: ['https://crm.example.com/*'] } });
  const page = await openSettings(deskside);
  const busy = (name: string) => expect(button(page, name)).toHaveAttribute('aria-busy', 'true');
  await page.evaluate(holding('data.export'));
  const downloaded = page.waitForEvent('download');
  await button(page, 'Export').click();
  await busy('Export');
  await page.evaluate('letGo()');
  await downloaded;
  await page.evaluate(holding('data.import'));
  await page.locator('input[type=file][aria-label="Import"]').setInputFiles(fileOf({ where: 'these' }));
  await busy('Import');
  await page.evaluate('letGo()');
  await expect(page.getByText('Imported.')).toBeVisible();
  await page.evaluate('chrome.permissions.remove = () => new Promise(() => {})');
  await button(page, 'Give it back').click();
  await busy('Give it back');
});
