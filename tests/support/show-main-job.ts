/** The main job as a demonstration: each step says what was done and what was seen, and leaves a picture. */
import { strict as assert } from 'node:assert';
import type { Desk } from '../sandbox/desk.ts';
import { INBOX_IDS } from '../sandbox/sample-ids.ts';
import type { SamplePages } from '../sandbox/sample-pages.ts';
import type { Chromium } from './chromium.ts';
import { everySite } from './connect.ts';
import { keepPictures, type Pictures } from './pictures.ts';
import { until } from './until.ts';

export interface Demonstration {
  /** With its first-start page kept. */
  chromium: Chromium;
  desk: Desk;
  pages: SamplePages;
  say(text: string): void;
  /** Folder for the pictures. */
  pictures: string;
}

/** Throws at the first step that does not show what it should. */
export async function showMainJob(demonstration: Demonstration): Promise<void> {
  const { chromium, say } = demonstration;
  const pictures = await keepPictures(chromium.context, demonstration.pictures);
  await connectByHand(demonstration, pictures);
  await workInPanel(demonstration, pictures);
  await lookInPopup(demonstration, pictures);
  await pictures.finish();
  say(`Done. The pictures are in ${demonstration.pictures}.`);
}

async function connectByHand({ chromium, desk, pages, say }: Demonstration, pictures: Pictures): Promise<void> {
  const { welcome } = chromium;
  assert(welcome, 'No first-start page has opened.');
  await chromium.page.goto(pages.url('inbox'));
  await chromium.allowHosts(everySite);
  await welcome.bringToFront();
  await welcome.getByLabel('Desk address').fill('acme');
  await welcome.getByLabel('API key').fill(desk.keys.agent);
  await pictures.take('1-connect', welcome);
  await welcome.getByRole('button', { name: 'Connect', exact: true }).click();
  await welcome.getByRole('button', { name: 'Allow and finish' }).click();
  await welcome.getByRole('region', { name: 'You are all set' }).waitFor();
  say('First start: typed the desk’s account and a key, chose “Every site”. Deskside is connected.');
  await welcome.close();
}

async function workInPanel({ chromium, desk, say }: Demonstration, pictures: Pictures): Promise<void> {
  const [id = ''] = INBOX_IDS;
  const panel = await chromium.openSidePanel(chromium.page);
  const rows = panel.getByRole('list', { name: 'Tickets on this page' }).getByRole('listitem');
  await rows.first().getByText('Pending').waitFor();
  const count = await rows.count();
  say(`The side panel lists the ${count} tickets that the inbox shows; the first is ${id}.`);
  await pictures.takeBeside('2-on-this-page', [chromium.page, panel]);

  await rows.first().getByRole('button').click();
  const ticket = panel.getByRole('article', { name: id, exact: true });
  await ticket.getByRole('region', { name: 'Activity' }).waitFor();
  const region = ticket.getByRole('region', { name: 'Description' });
  const description = (await region.innerText()).replace(/^Description\s*/, '');
  say(`Opened ${id}: ${description.replace(/\s+/g, ' ')}`);
  await pictures.takeBeside('3-ticket', [chromium.page, panel]);

  await ticket.getByRole('button', { name: 'Tag', exact: true }).click();
  const tag = panel.getByRole('combobox', { name: 'Add a tag' });
  await tag.fill('Outlook');
  await tag.press('Enter');
  await pictures.takeBeside('4-tag', [chromium.page, panel]);
  await panel.getByRole('button', { name: 'Save tags' }).click();
  await panel.getByRole('button', { name: 'Send now' }).click();
  await until('the tag at the desk', () => desk.tickets.get(id)?.tags.includes('Outlook'));
  say(`Tagged it “Outlook”. At the desk its tags are now: ${desk.tickets.get(id)?.tags.join(', ')}.`);

  await ticket.getByRole('region', { name: 'Tags' }).getByText('Outlook').waitFor();
  await ticket.getByRole('button', { name: 'Close', exact: true }).click();
  await panel.getByRole('button', { name: 'Undo' }).waitFor();
  await pictures.takeBeside('5-undo', [chromium.page, panel]);
  await panel.getByRole('button', { name: 'Send now' }).click();
  await ticket.getByRole('button', { name: 'Reopen' }).waitFor();
  assert.equal(desk.tickets.get(id)?.status, 4);
  say('Closed it, after the moment in which it could be undone. The desk says: Closed.');
  await pictures.takeBeside('6-closed', [chromium.page, panel]);
  await panel.close();
}

async function lookInPopup({ chromium, pages, say }: Demonstration, pictures: Pictures): Promise<void> {
  await chromium.page.goto(pages.url('one'));
  const popup = await chromium.openPopup();
  const card = popup.getByRole('article');
  await card.getByRole('button', { name: 'Close', exact: true }).waitFor();
  say(`The toolbar popup on another page: ${await card.getAttribute('aria-label')}, ready to tag or close.`);
  await pictures.take('7-popup', popup);
}
