/** What those hear who cannot see: each thing once, whether the focus moves or not. */
import { askWorker } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { listen } from '../support/listen.ts';
import { openSettings } from '../support/settings-page.ts';
import { openComposer, openTicket, setUpAgent } from '../support/ticket-panel.ts';

const ID = '11-20-K-R5D';

test('in a composer, what is wrong with the field that has the focus is said', async ({ connected }) => {
  await setUpAgent(connected);
  const page = await openTicket(connected, ID);
  const heard = await listen(page);
  const wrong: [button: string, role: 'textbox' | 'combobox', field: string, typed: string, words: RegExp][] = [
    ['Reply', 'textbox', 'Reply', 'We come on {{day}}.', /^Fill in \{\{day\}\} first/],
    ['Note', 'textbox', 'Note', '', /^Write a note first\.$/],
    ['Assign', 'combobox', 'Assignee', 'zzz', /./],
    ['Move', 'combobox', 'Queue', '', /^Choose a queue\.$/],
    ['Tag', 'combobox', 'Add a tag', '', /^Nothing to save yet/],
  ];
  for (const [button, role, name, typed, words] of wrong) {
    const form = await openComposer(page, button);
    const field = form.getByRole(role, { name });
    await field.pressSequentially(typed);
    await heard();
    for (let times = 0; times < 2; times++) {
      await field.press('Control+Enter');
      await expect(field).toHaveAccessibleDescription(new RegExp(words.source.replace(/^\^|\$$/g, '')));
      await expect(field).toBeFocused();
      expect(await heard(), button).toEqual([expect.stringMatching(words)]);
    }
    await form.getByRole('button', { name: 'Put aside' }).click();
    await expect(form).toHaveCount(0);
  }
  const form = await openComposer(page, 'Note');
  await form.getByRole('button', { name: 'Add note' }).press('Enter');
  await expect(form.getByRole('textbox', { name: 'Note' })).toBeFocused();
  expect(await heard(), 'where the focus moves, that says it').toEqual([]);
});

test('in the settings, what is wrong with the field that has the focus is said', async ({ deskside }) => {
  const page = await openSettings(deskside);
  const heard = await listen(page);
  const site = page.getByRole('textbox', { name: 'Switch off a site' });
  await site.fill('not a site!!');
  await site.press('Enter');
  expect(await heard()).toEqual([expect.stringMatching(/^Write a site such as/)]);
  const form = page.getByRole('textbox', { name: 'Form 1' });
  await form.fill('XX{');
  await heard();
  await form.press('Enter');
  await expect(form).toHaveAttribute('aria-invalid', 'true');
  expect(await heard()).toHaveLength(1);
  await page.getByRole('button', { name: 'Add to Switched off' }).press('Enter');
  await expect(site).toBeFocused();
  expect(await heard(), 'where the focus moves, that says it').toEqual([]);
});

test('in the settings, what was done and what was not is said in words alone', async ({ deskside }) => {
  const page = await openSettings(deskside);
  const heard = await listen(page);
  const strip = page.locator('.strip');
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  await expect(strip).toContainText('Changed: Theme');
  expect(await heard()).toEqual(['Changed: Theme']);
  await strip.getByRole('button', { name: 'Undo' }).click();
  await expect(strip).toContainText('Taken back.');
  expect(await heard()).toEqual(['Taken back.']);
  const file = { name: 'letter.json', mimeType: 'application/json', buffer: Buffer.from('Hello,') };
  await page.locator('input[type=file][aria-label="Import"]').setInputFiles(file);
  await expect(strip).toContainText('nothing was imported');
  expect(await heard()).toEqual(['This file cannot be read as an export of Deskside; nothing was imported.']);
});

test('that another has answered meanwhile is not said anew as time goes on', async ({ connected, desk }) => {
  await setUpAgent(connected, { undoSeconds: 0 });
  const page = await openTicket(connected, ID);
  await page.clock.install();
  const reply = await openComposer(page, 'Reply');
  await reply.getByRole('textbox', { name: 'Reply' }).fill('My answer');
  desk.act(ID, 'James Conrad', { kind: 'reply', reply: 'I have answered already' });
  await reply.getByRole('button', { name: 'Send reply' }).click();
  const stopped = page.getByRole('article', { name: `Reply to ${ID}` });
  await expect(stopped).toContainText('James Conrad replied just now');
  const heard = await listen(page);
  await page.clock.runFor(300_000);
  await expect(stopped).toContainText(/James Conrad replied \d min\. ago/);
  expect(await heard()).toEqual([]);
});

test('a tag that is added, taken off or put back is said', async ({ connected, desk }) => {
  const ticket = desk.tickets.get(ID);
  if (ticket) ticket.tags = ['Portal'];
  const page = await openTicket(connected, ID);
  const tags = await openComposer(page, 'Tag');
  const field = tags.getByRole('combobox', { name: 'Add a tag' });
  const heard = await listen(page);
  await field.pressSequentially('Outage');
  expect(await heard(), 'letters are not').toEqual([]);
  await field.press('Enter');
  expect(await heard()).toEqual(['Adds Outage.']);
  await tags.getByRole('button', { name: 'Remove Portal' }).press('Enter');
  expect(await heard()).toEqual(['Adds Outage. Removes Portal.']);
  await tags.getByTitle('Put back Portal').press('Enter');
  expect(await heard()).toEqual(['Adds Outage.']);
  await tags.getByRole('button', { name: 'Remove Outage' }).press('Enter');
  expect(await heard()).toEqual([expect.stringMatching(/^Nothing to save yet/)]);
});

test('what comes together with its words is heard: a list’s count, what is selected, how it ended, and where nothing is', async ({
  connected,
}) => {
  await askWorker(connected, 'settings.change', { changes: { undoSeconds: 30 } });
  const page = await connected.openExtensionPage('sidepanel.html');
  const heard = await listen(page);
  // What the panel begins with is said a moment after it is seen.
  await page.locator('.status__words:not([aria-hidden])', { hasText: 'belongs to the browser' }).waitFor();
  await heard();
  await page.getByRole('button', { name: 'Outbox' }).click();
  await expect(page.getByText('Nothing is waiting')).toBeVisible();
  expect(await heard()).toEqual([expect.stringMatching(/^Nothing is waiting/)]);
  await page.getByRole('button', { name: 'Tickets', exact: true }).click();
  await page.getByRole('button', { name: /^Unassigned/ }).click();
  const count = page.locator('.listed__count');
  await count.waitFor();
  expect((await heard()).filter((words) => words.includes('found'))).toEqual([await count.textContent()]);

  const boxes = page.getByRole('checkbox', { name: /^Select / });
  await boxes.nth(0).check();
  expect(await heard()).toEqual(['1 selected']);
  await boxes.nth(1).check();
  expect(await heard()).toEqual(['2 selected']);
  await page
    .getByRole('toolbar', { name: 'Actions on the selected tickets' })
    .getByRole('button', { name: 'Move' })
    .click();
  const move = page.getByRole('form').filter({ has: page.getByRole('combobox', { name: 'Queue' }) });
  await move.getByRole('combobox', { name: 'Queue' }).fill('5');
  await move.getByRole('button', { name: /^Move 2 tickets/ }).click();
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible();
  expect((await heard()).filter((words) => words.includes('done'))).toEqual(['2 of 2 done.']);
});
