/** By keyboard: a button that goes once it did its work hands the focus on, in panel and popup. */
import type { Page } from '@playwright/test';
import { expect } from '../support/fixtures.ts';
import { list, row } from '../support/list-of-page.ts';
import { testOnStage } from '../support/stage-test.ts';
import { SIZES } from '../support/states.ts';
import { INBOX } from '../support/states-page.ts';

const test = testOnStage();

const [A, B] = INBOX as [string, string];
const head = (page: Page, id: string) =>
  page.getByRole('article', { name: id, exact: true }).getByRole('heading', { name: id, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Scrolls to each of these rows and waits until it is read. */
async function readAll(page: Page, ids: string[]): Promise<void> {
  for (const id of ids) {
    await row(page, id).scrollIntoViewIfNeeded();
    await row(page, id).locator('.row__facts:not(.row__facts--blank)').waitFor();
  }
}

test('`Load more` stays while it reads, and then leads to a row', async ({ scene }) => {
  const { page, desk } = scene;
  const ids = [...desk.tickets.keys()].slice(0, 60);
  await scene.showPage(ids);
  const more = button(page, 'Load more');
  await readAll(page, ids.slice(0, 20));
  await more.scrollIntoViewIfNeeded();
  await expect(row(page, ids.at(-1) ?? '')).toBeInViewport();
  desk.latencyMs = 700;
  const before = desk.calls.length;
  await more.press('Enter');
  await expect.poll(() => desk.calls.length).toBeGreaterThan(before);
  await expect(more).toHaveAttribute('aria-busy', 'true');
  await expect(more).toBeFocused();
  await expect(more).toHaveCount(0);
  await expect(list(page).locator('.row__open:focus')).toHaveCount(1);
});

test('the next page of a site has rows to read of its own, however fast it comes', async ({ scene }) => {
  const { page, desk } = scene;
  await scene.showPage([]);
  const tabBeside = await page.evaluate<number>('globalThis.tabBeside');
  const ids = [...desk.tickets.keys()];
  const show = (documentId: string, shown: string[]) =>
    scene.put({ [`frame:${tabBeside}:0`]: { documentId, ids: shown, scan: 'done', at: 0 } });
  await show('one', ids.slice(0, 25));
  await readAll(page, ids.slice(0, 20));
  await row(page, ids[24] ?? '').scrollIntoViewIfNeeded();
  await expect(button(page, 'Load more')).toBeVisible();
  await show('two', ids.slice(30, 50));
  await readAll(page, [ids[49] ?? '']);
});

for (const surface of ['panel', 'popup'] as const)
  test(`in the ${surface}, \`Try again\` leads to the ticket or the list that was read`, async ({ stage }) => {
    const { page, desk, showPage } = await stage.open(surface, SIZES[surface]);
    const id = surface === 'panel' ? '11-18-T-4KN' : '11-19-B-Q2X';
    const again = button(page, 'Try again');
    desk.fail({ fault: { kind: 'status', status: 404 }, times: 1 });
    await showPage([id]);
    await again.press('Enter');
    await expect(again).toHaveCount(0);
    await expect(head(page, id)).toBeFocused();

    desk.fail({ fault: { kind: 'status', status: 404 }, times: 1 });
    await page.getByLabel('Ticket ID or search').fill('refund');
    await page.keyboard.press('Enter');
    await again.press('Enter');
    await expect(again).toHaveCount(0);
    const found = page.getByRole('list', { name: 'Search results' });
    await expect(found.locator('.row__open').first()).toBeFocused();
    await page.close();
  });

test('what lets Deskside look leads to what it finds', async ({ scene }) => {
  const { page } = scene;
  const steps: [state: string, name: string][] = [
    ['not-allowed', 'Allow on this site'],
    ['off', 'On for this site'],
    ['asked', 'Look here'],
  ];
  for (const [state, name] of steps) {
    await scene.showPage([], { state });
    await button(page, name).focus();
    await scene.showPage([A, B]);
    await expect(row(page, A).locator('.row__open'), name).toBeFocused();
  }
});

test('`Allow` for the desk leads to the ticket on show', async ({ scene, stage }) => {
  const popup = await stage.open('popup', SIZES.popup);
  for (const { page, showPage, put } of [popup, scene]) {
    await page.bringToFront();
    await showPage([A]);
    await put({ sites: { missing: [], missingDesk: 'https://acme.sympoq.com/*' } });
    await button(page, 'Allow').focus();
    await put({ sites: { missing: [], missingDesk: null } });
    await expect(head(page, A)).toBeFocused();
  }
  await popup.page.close();
});

test('what was selected for a note leads to the ticket, added or dropped', async ({ scene }) => {
  const { page } = scene;
  const windowId = await page.evaluate<number>('chrome.windows.getCurrent().then(({ id }) => id)');
  const select = () => scene.put({ [`selection:${windowId}`]: { text: 'A line.', title: 'Page', url: '' } });
  await scene.showPage([A]);
  await select();
  await button(page, 'Discard').press('Enter');
  await expect(head(page, A)).toBeFocused();
  await button(page, 'Note').click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Typed before.');
  await select();
  await button(page, 'Add as a note').press('Enter');
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue(/Typed before\.[\s\S]*> A line\./);
  await expect(head(page, A)).toBeFocused();
});
