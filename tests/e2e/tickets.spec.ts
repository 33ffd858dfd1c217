/** The desk's list in the panel: every filter at the desk, views, counts, order, 5,000 rows, failures. */
import type { Page } from '@playwright/test';
import { expect } from '../support/fixtures.ts';
import { listen } from '../support/listen.ts';
import { slowWorker } from '../support/slow-worker.ts';
import type { Scene } from '../support/stage.ts';
import { testOnStage } from '../support/stage-test.ts';

const test = testOnStage({ tickets: 5000 }).extend({
  scene: async ({ scene }, use) => {
    await scene.ask('settings.change', { changes: { zone: 'UTC' } });
    await scene.ask('views.change', { views: [] });
    await scene.showPage([]);
    await scene.page.getByRole('button', { name: 'Tickets', exact: true }).click();
    await use(scene);
  },
});

const listCalls = ({ desk }: Scene) => desk.calls.map(({ path }) => path).filter((path) => path.startsWith('tickets/'));
const openFilter = (page: Page) => page.getByRole('button', { name: 'Filter', exact: true }).click();
const show = (page: Page) => page.getByRole('button', { name: 'Show tickets' }).click();
const found = (page: Page) => page.getByText(/^[\d,]+ tickets? found$/);
const view = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Views' }).getByRole('button', { name, exact: true });

/** How many the desk holds, as the panel says it. */
function countOf(
  { desk }: Scene,
  holds: (ticket: { status: number; assignee: number | null; queue: number }) => boolean,
) {
  const count = [...desk.tickets.values()].filter(holds).length;
  return `${count.toLocaleString('en')} ticket${count === 1 ? '' : 's'} found`;
}

test('each filter arrives at the desk, by name and by number, and is taken off by its chip', async ({ scene }) => {
  const { page } = scene;
  await openFilter(page);
  await page.getByRole('combobox', { name: 'Queue' }).fill('Billing');
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Not closed');
  await page.getByRole('combobox', { name: 'Topic' }).fill('3');
  await page.getByRole('combobox', { name: 'Group' }).fill('vip');
  await page.getByRole('combobox', { name: 'Assignee' }).fill('Joel');
  await page.getByRole('combobox', { name: 'Assignee' }).press('ArrowDown');
  await page.getByRole('combobox', { name: 'Assignee' }).press('Enter');
  await page.getByLabel('From', { exact: true }).fill('2023-09-02');
  await page.getByLabel('To', { exact: true }).fill('2024-01-14');
  await page.getByRole('textbox', { name: 'Search', exact: true }).fill('a/b 50%');
  await page.getByRole('textbox', { name: 'Search', exact: true }).press('Enter');
  await expect(page.getByText('No ticket fits')).toBeVisible();
  await expect(page.locator('.filter__bar').getByRole('button', { name: 'Filter', exact: true })).toBeFocused();
  const search = encodeURIComponent('a/b 50%');
  expect(listCalls(scene)).toEqual([`tickets/2/0/3/1/10/02-SEP-2023/14-JAN-2024/${search}`]);

  const names = ['Topic: Invoices', 'Group: VIP', 'From: Sep 2, 2023', 'To: Jan 14, 2024', 'Search: a/b 50%'];
  const chip = (name: string) => page.getByRole('button', { name: `Remove ${name}` });
  for (const [at, focused] of [names[1], 'Assignee: ', names[3], names[4], 'Assignee: '].entries()) {
    await chip(names[at] ?? '').press('Enter');
    await expect(chip(focused ?? '')).toBeFocused();
  }
  await expect.poll(() => listCalls(scene).at(-1)).toBe('tickets/2/0/any/any/10/any/any/*');
  await expect(found(page)).toHaveText(
    countOf(scene, ({ queue, status, assignee }) => queue === 2 && status !== 4 && assignee === 10),
  );

  for (const [option, code] of [
    ['New', '1'],
    ['Working', '2'],
    ['Pending', '3'],
    ['Closed', '4'],
    ['Any', 'any'],
  ]) {
    await openFilter(page);
    await page.getByRole('combobox', { name: 'Status' }).selectOption(option ?? '');
    await show(page);
    await expect.poll(() => listCalls(scene).at(-1)).toBe(`tickets/2/${code}/any/any/10/any/any/*`);
  }
  await openFilter(page);
  await page.getByRole('combobox', { name: 'Queue' }).fill('No such queue');
  await show(page);
  await expect(page.getByText('“No such queue” is not known here. Type the number.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Queue' })).toBeFocused();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Queue' })).toHaveValue('');
  await expect(page.locator('[aria-invalid="true"], .field__error')).toHaveCount(0);
});

test('a half-filled date is said at its field and lists nothing; `Clear` empties it', async ({ scene }) => {
  const { page } = scene;
  await openFilter(page);
  const [from, to] = [page.getByLabel('From', { exact: true }), page.getByLabel('To', { exact: true })];
  await from.pressSequentially('0902');
  await to.fill('2024-01-14');
  await show(page);
  await expect(from).toHaveAccessibleDescription(/^A part is missing/);
  await expect(from).toBeFocused();
  expect(listCalls(scene)).toEqual([]);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await show(page);
  await expect(found(page)).toHaveText('5,000 tickets found');
  expect(listCalls(scene)).toEqual(['tickets/any/any/any/any/any/any/any/*']);
});

test('the views of the start: mine asks for me, nobody’s are left over from any', async ({ scene }) => {
  const { page } = scene;
  await view(page, 'My open tickets').click();
  await expect(found(page)).toHaveText(countOf(scene, ({ status, assignee }) => status !== 4 && assignee === 10));
  expect(listCalls(scene).at(-1)).toBe('tickets/any/0/any/any/10/any/any/*');
  await page.getByRole('button', { name: /^Views/ }).click();
  await view(page, 'Unassigned').click();
  await expect(found(page)).toHaveText(countOf(scene, ({ status, assignee }) => status !== 4 && assignee === null));
  expect(listCalls(scene).at(-1)).toBe('tickets/any/0/any/any/any/any/any/*');
  await expect(page.getByText('keeps those without an assignee')).toBeVisible();

  await scene.ask('settings.change', { changes: { agentNumber: null } });
  await page.getByRole('button', { name: /^Views/ }).click();
  await view(page, 'My open tickets').click();
  await expect(page.getByText('does not know who you are')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open settings' })).toBeVisible();
});

test('a view is saved, renamed, kept over the worker’s end, exported, and deleted', async ({ scene, stage }) => {
  const { page } = scene;
  await openFilter(page);
  await page.getByRole('combobox', { name: 'Queue' }).fill('Sales');
  await show(page);
  await expect(found(page)).toBeVisible();
  await page.getByLabel('Sort by').selectOption('Deadline');
  await page.getByRole('button', { name: 'Save as a view' }).click();
  const name = page.getByRole('textbox', { name: 'Name of the view' });
  await name.fill(' my OPEN tickets');
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByText('There is a view of this name already.')).toBeVisible();
  await expect(name).toBeFocused();
  await name.fill('Sales by deadline');
  const heard = await listen(page);
  await heard();
  await page.keyboard.press('Enter');
  await expect(view(page, 'Sales by deadline')).toBeVisible();
  expect(await heard()).toEqual(['View saved: Sales by deadline']);
  await expect(page.getByRole('button', { name: 'Rename' })).toBeFocused();
  await page.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('form', { name: 'Rename' })).toBeVisible();
  await name.press('Enter');
  await expect(page.getByRole('button', { name: 'Rename' })).toBeFocused();
  await page.getByLabel('Sort by').selectOption('Priority');
  await page.getByRole('button', { name: 'Rename' }).click();
  await name.fill('Sales first');
  await page.keyboard.press('Enter');
  await expect(view(page, 'Sales first')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeVisible();
  await expect(page.getByLabel('Sort by')).toHaveValue('priority');

  await stage.browser.killWorker();
  const { json } = await scene.ask<{ json: string }>('data.export');
  const saved = (JSON.parse(json) as { views: { name: string; sort: unknown }[] }).views.at(-1);
  expect(saved).toMatchObject({ name: 'Sales first', filter: { queue: 3 }, sort: { by: 'deadline', isDown: false } });
  await page.reload();
  await page.getByRole('button', { name: 'Tickets', exact: true }).click();
  await view(page, 'Sales first').press('Enter');
  await expect(page.getByRole('button', { name: /^Views/ })).toBeFocused();
  await expect(page.getByLabel('Sort by')).toHaveValue('deadline');
  await expect.poll(() => listCalls(scene).at(-1)).toBe('tickets/3/any/any/any/any/any/any/*');

  await page.getByRole('button', { name: 'Delete view' }).click();
  await page.getByRole('group', { name: 'Delete view' }).getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Delete view' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Delete view' }).getByRole('button', { name: 'Delete view' }).press('Enter');
  await expect(page.getByRole('button', { name: /^Views/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(view(page, 'Sales first')).toHaveCount(0);
  await scene.ask('data.import', { json });
  await expect(view(page, 'Sales first')).toBeVisible();
});

test('a pinned view shows its count, read at most every five minutes', async ({ scene }) => {
  const { page } = scene;
  await page.getByRole('button', { name: /^Pin Unassigned/ }).click();
  const line = page.getByRole('list', { name: 'Views' }).getByRole('listitem').filter({ hasText: 'Unassigned' });
  await expect(line).toContainText(countOf(scene, ({ status, assignee }) => status !== 4 && assignee === null));
  expect(listCalls(scene)).toHaveLength(1);
  await page.reload();
  await page.getByRole('button', { name: 'Tickets', exact: true }).click();
  await expect(line).toContainText('found');
  await scene.ask('views.count');
  expect(listCalls(scene), 'not read again').toHaveLength(1);
  const { viewCounts } = await page.evaluate<{ viewCounts: { value: Record<string, { at: number }> } }>(
    "chrome.storage.session.get('viewCounts')",
  );
  const older = Object.entries(viewCounts.value).map(([id, count]) => [id, { ...count, at: count.at - 300_000 }]);
  await scene.put({ viewCounts: Object.fromEntries(older) });
  await scene.ask('views.count');
  expect(listCalls(scene), 'after five minutes').toHaveLength(2);
});

test('a count that failed is read at once when the network is back, and with another key', async ({ scene }) => {
  const { page, desk, stage } = scene;
  const line = page.getByRole('list', { name: 'Views' }).getByRole('listitem').filter({ hasText: 'Unassigned' });
  const counts = () => scene.stored<Record<string, { count: number | null }>>('viewCounts');
  await scene.put({ viewCounts: {} });
  await desk.down();
  await stage.browser.context.setOffline(true);
  await page.getByRole('button', { name: /^Pin Unassigned/ }).click();
  await expect.poll(async () => (await counts()).unassigned?.count).toBeNull();
  await desk.up();
  await stage.browser.context.setOffline(false);
  await expect(line).toContainText('found');

  desk.fail({ method: 'GET', fault: { kind: 'status', status: 403 } });
  await scene.put({ viewCounts: {} });
  await scene.ask('views.count');
  await expect.poll(async () => (await counts()).unassigned?.count).toBeNull();
  await expect(line).not.toContainText('found');
  desk.clearFaults();
  await scene.ask('connection.connect', { address: 'acme', key: desk.keys.agent });
  await expect(line).toContainText('found');
  await scene.ask('connection.connect', { address: 'acme', key: desk.keys.admin });
});

test('two views pinned one right after the other are both pinned, however long the worker takes', async ({ scene }) => {
  const { page } = scene;
  await page.evaluate(slowWorker);
  await page.getByRole('button', { name: /^Pin My open tickets/ }).click();
  await page.getByRole('button', { name: /^Pin Unassigned/ }).click();
  const unpin = page.getByRole('button', { name: /^Unpin/ });
  await expect(unpin).toHaveCount(2);
  await expect(unpin.first()).not.toHaveAttribute('aria-pressed');
});

test('5,000 rows: few are drawn, keys and scrolling reach the last, and back is where it was', async ({ scene }) => {
  const { page } = scene;
  await openFilter(page);
  await show(page);
  await expect(found(page)).toHaveText('5,000 tickets found');
  const list = page.getByRole('list', { name: 'Tickets', exact: true });
  const rows = list.getByRole('listitem');
  await expect(rows.first()).toHaveAttribute('aria-setsize', '5000');
  expect(await rows.count()).toBeLessThan(60);

  await rows.first().locator('.row__open').focus();
  await page.keyboard.press('End');
  await expect(page.locator('[aria-posinset="5000"] .row__open')).toBeFocused();
  expect(await rows.count()).toBeLessThan(60);
  await page.keyboard.press('PageUp');
  await expect(page.locator('[aria-posinset="4990"] .row__open')).toBeFocused();

  const main = page.getByRole('main');
  const frames = await main.evaluate(async (scroller) => {
    const waits: number[] = [];
    for (let top = 0; top <= 20; top++) {
      const startedAt = performance.now();
      scroller.scrollTop = (scroller.scrollHeight * top) / 20;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      waits.push(performance.now() - startedAt);
    }
    return waits.sort((a, b) => a - b);
  });
  console.log(`5,000 rows: two frames after a jump in ${frames[10]?.toFixed(0)} ms in the median`);
  await expect(page.locator('[aria-posinset="5000"]')).toBeInViewport();

  await main.evaluate((scroller) => scroller.scrollTo(0, 200_000));
  // Until the next frame the rows at the end still stand there.
  await expect.poll(async () => Number(await rows.nth(15).getAttribute('aria-posinset'))).toBeLessThan(4000);
  const id = (await rows.nth(15).getAttribute('data-id')) ?? '';
  const middle = list.locator(`[data-id="${id}"]`);
  // A click scrolls a row that stands at an edge.
  await middle.locator('.row__open').scrollIntoViewIfNeeded();
  const top = await main.evaluate((scroller) => scroller.scrollTop);
  await middle.locator('.row__open').click();
  await page.getByRole('article', { name: id, exact: true }).getByText('Activity').first().waitFor();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page.locator(`[data-id="${id}"] .row__open`).first()).toBeFocused();
  expect(await main.evaluate((scroller) => scroller.scrollTop)).toBeCloseTo(top, -1);
  expect(listCalls(scene), 'the list was not read again').toHaveLength(1);
});

test('any column sorts, up and down, and what is chosen stays chosen', async ({ scene }) => {
  const { page } = scene;
  await view(page, 'My open tickets').click();
  await expect(found(page)).toBeVisible();
  const ids = () => page.locator('.rows [data-id]').evaluateAll((all) => all.map((li) => li.getAttribute('data-id')));
  await page.getByRole('checkbox').first().check();
  const [chosen] = await ids();
  await page.getByLabel('Sort by').selectOption('Ticket ID');
  const up = await ids();
  expect(up.slice(0, 10)).toEqual([...up.slice(0, 10)].sort());
  await page.getByRole('button', { name: 'Descending' }).click();
  await expect.poll(async () => (await ids())[0]).not.toBe(up[0]);
  const down = await ids();
  expect(down.slice(0, 10)).toEqual([...down.slice(0, 10)].sort().reverse());
  const bar = page.getByRole('toolbar', { name: 'Actions on the selected tickets' });
  await expect(bar).toContainText('1 selected');
  await bar.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('form', { name: 'Close 1 ticket?' })).toContainText(chosen ?? '');
});

test('a slow desk, one that sends too much, and one that fails are said with what to do', async ({ scene }) => {
  const { page, desk } = scene;
  const lists = { path: /^tickets\// };
  const slow = desk.fail({ ...lists, fault: { kind: 'slow-headers', ms: 4000 } });
  await view(page, 'Unassigned').click();
  await expect(page.getByText('The desk is putting the list together…')).toBeVisible();
  await expect(found(page)).toBeVisible();
  slow.remove();
  const large = desk.fail({ ...lists, fault: { kind: 'huge', bytes: 40 * 1024 * 1024 } });
  await page.getByRole('button', { name: 'Read the list again' }).click();
  await expect(page.getByText('Too much to show')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Narrow the filter or the search.')).toBeVisible();
  large.remove();
  desk.fail({ ...lists, fault: { kind: 'html' } });
  await page.getByRole('button', { name: 'Remove Status: Not closed' }).click();
  await expect(page.getByText('do not understand')).toBeVisible();
  desk.clearFaults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(found(page)).toBeVisible();
});

test('the search field ends in the same list, and comes back where it was', async ({ scene }) => {
  const { page } = scene;
  const field = page.getByLabel('Ticket ID or search');
  await field.fill('refund');
  await field.press('Enter');
  const list = page.getByRole('list', { name: 'Search results' });
  await expect(list.getByRole('checkbox').first()).toBeVisible();
  await page.getByLabel('Sort by').selectOption('Priority');
  await list.getByRole('button').nth(2).click();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page.getByLabel('Sort by')).toHaveValue('priority');
  expect(listCalls(scene)).toHaveLength(1);
});
