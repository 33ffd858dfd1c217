/** The list of a page while something else is shown: behind a ticket of it, on another page, beside a search. */
import type { Page } from '@playwright/test';
import { LANGUAGES } from '../../lib/words/languages.ts';
import { expect } from '../support/fixtures.ts';
import { bar, box, checkedIn, list, row, sendNow, showRead } from '../support/list-of-page.ts';
import { listen } from '../support/listen.ts';
import { testOnStage } from '../support/stage-test.ts';
import { SIZES } from '../support/states.ts';
import { INBOX } from '../support/states-page.ts';

const test = testOnStage({}, 30);

const [A, B, C, D] = INBOX as [string, string, string, string];

const ticket = (page: Page, id: string) => page.getByRole('article', { name: id, exact: true });
const openRow = (page: Page, id: string) => row(page, id).locator('.row__open').click();
const backToList = (page: Page) => page.getByRole('button', { name: /^All \d+ tickets on this page$/ }).click();
const top = (page: Page) => page.getByRole('main').evaluate((main) => main.scrollTop);

test('a row that was read before the clock was put back is read again', async ({ scene }) => {
  const { page, desk } = scene;
  await showRead(scene, [A, B]);
  const record = await scene.stored<object>(`ticket:${A}`);
  await scene.showPage([]);
  desk.calls.length = 0;
  await scene.put({ [`ticket:${A}`]: { ...record, readAt: Date.now() + 3_600_000 } });
  await page.reload();
  await scene.showPage([A, B]);
  await expect.poll(() => desk.calls.map(({ ticket: id }) => id)).toEqual([A]);
});

test('behind a ticket the list stays as it was left: what is checked, what is typed, how each ended', async ({
  scene,
}) => {
  const { page, desk } = scene;
  await showRead(scene, INBOX);
  for (const id of [A, B, C]) await box(page, id).check();
  await row(page, INBOX.at(-1) ?? '').scrollIntoViewIfNeeded();
  await openRow(page, D);
  await expect(ticket(page, D)).toBeVisible();
  expect(await top(page), 'a ticket begins at its top').toBe(0);
  await expect(list(page)).toBeHidden();
  const reads = () => desk.calls.filter(({ method }) => method === 'GET').length;
  await ticket(page, D).getByRole('heading', { name: 'Activity' }).waitFor();
  const before = reads();
  await backToList(page);
  expect(await checkedIn(page)).toEqual([A, B, C]);
  expect(await top(page)).toBeGreaterThan(0);

  await bar(page).getByRole('button', { name: 'Tag' }).click();
  await page.getByRole('form').getByRole('combobox', { name: 'Add a tag' }).fill('Half a tag');
  await openRow(page, D);
  await expect(ticket(page, D)).toBeVisible();
  await page.getByRole('button', { name: 'Tickets', exact: true }).click();
  await page.getByRole('button', { name: 'On this page' }).click();
  await backToList(page);
  await expect(page.getByRole('combobox', { name: 'Add a tag' })).toHaveValue('Half a tag');

  expect(reads(), 'nothing was read again that is fresh').toBe(before);

  desk.fail({ method: 'PUT', ticket: B, fault: { kind: 'status', status: 403 } });
  await page.getByRole('button', { name: 'Save tags of 3 tickets' }).click();
  await sendNow(page);
  await expect(page.getByText('2 of 3 done. 1 is left to look at.')).toBeVisible();
  await openRow(page, B);
  await expect(ticket(page, B)).toBeVisible();
  await backToList(page);
  await expect(row(page, B)).toContainText('Not sent: The desk does not allow this');
  await page.getByRole('button', { name: 'Select those not sent' }).click();
  expect(await checkedIn(page)).toEqual([B]);
});

test('a bulk stays with the list that it was made in: another one has its own, and none takes what is being typed', async ({
  scene,
}) => {
  const { page } = scene;
  const [E, F, G, H] = INBOX.slice(4) as [string, string, string, string];
  const other = { origin: 'https://other.example.com' };
  await showRead(scene, INBOX.slice(0, 4));
  for (const id of [A, B]) await box(page, id).check();
  await bar(page).getByRole('button', { name: 'Tag' }).click();
  const form = page.getByRole('form');
  await form.getByRole('combobox', { name: 'Add a tag' }).fill('Another tag');
  await scene.showPage([E, F, G, H], other);
  const offer = page.getByText('This page shows 4 tickets');
  await expect(offer).toBeVisible();
  // A look at a ticket leads back to the list, though its page is gone.
  await openRow(page, C);
  await expect(ticket(page, C)).toBeVisible();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(form).toContainText(`${A}, ${B}`);
  await expect(form.getByRole('combobox', { name: 'Add a tag' })).toHaveValue('Another tag');

  // In the same list tickets may go; the composer still knows its own.
  await scene.showPage([B, C, D]);
  await expect(row(page, A)).toHaveCount(0);
  await expect(offer).toHaveCount(0);
  await expect(form.getByRole('button', { name: 'Save tags of 2 tickets' })).toBeEnabled();
  // With the composer gone the list of the page is there by itself.
  await scene.showPage([E, F, G, H], other);
  await expect(offer).toBeVisible();
  await form.getByRole('button', { name: 'Save tags of 2 tickets' }).click();
  await expect(offer).toHaveCount(0);
  await expect(box(page, E)).toBeEnabled();
  await box(page, E).check();
  await sendNow(page);
  await expect(page.getByText('2 of 2 done.')).toHaveCount(0);
  await expect(bar(page)).toContainText('1 selected');
});

test('on a change of tab the ticket stays until the other page is known, and the list behind it is neither shown nor read', async ({
  scene,
}) => {
  const { page, desk } = scene;
  const other = '09-13-O-TW4';
  // None that the tests before write to: the outbox reads those once more, some seconds later.
  const [first = '', ...behind] = INBOX.slice(4);
  await showRead(scene, [first, ...behind]);
  await openRow(page, first);
  await ticket(page, first).getByRole('heading', { name: 'Activity' }).waitFor();
  for (const id of behind) {
    const record = await scene.stored<object>(`ticket:${id}`);
    await scene.put({ [`ticket:${id}`]: { ...record, readAt: Date.now() - 600_000 } });
  }
  await page.evaluate(`
    globalThis.seen = [];
    const look = () => {
      const shown = [...document.querySelectorAll('.page-list, article.ticket')].filter((each) => each.checkVisibility());
      const what = shown.map((each) => each.ariaLabel ?? 'the list').join();
      if (seen.at(-1) !== what) seen.push(what);
    };
    look();
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true });
  `);
  // Its long waits take ten times as long, so that its patience with the other tab does not end on a busy machine.
  await page.evaluate(
    '{ const wait = setTimeout; globalThis.setTimeout = (run, ms) => wait(run, ms > 500 ? 10 * ms : ms); }',
  );
  const before = desk.calls.length;
  await scene.switchTab();
  await page.waitForTimeout(300);
  await scene.showPage([other]);
  await ticket(page, other).getByRole('heading', { name: 'Activity' }).waitFor();
  expect(await page.evaluate('seen')).toEqual([first, other]);
  const read = desk.calls.slice(before).map((call) => call.ticket ?? '');
  expect(read.filter((id) => id !== other && INBOX.slice(4).includes(id))).toEqual([]);
});

test('a ticket that is come back to after a while is where it was left, and so is a list after another tab', async ({
  scene,
}) => {
  const { page } = scene;
  const scrollTo = (to: number) => page.getByRole('main').evaluate((main, at) => main.scrollTo(0, at), to);
  const isRead = (id: string) => ticket(page, id).getByRole('heading', { name: 'Activity' }).waitFor();
  // So much later that what was on show is not followed any more.
  const wait = () => page.clock.fastForward(5000);
  await page.clock.install();
  await showRead(scene, INBOX);
  await openRow(page, A);
  await isRead(A);
  await scrollTo(300);
  await expect.poll(() => top(page)).toBe(300);
  // By what stands above: a click in the ticket's bar would scroll to it first.
  await page.getByRole('button', { name: 'Outbox' }).click();
  await expect(ticket(page, A)).toHaveCount(0);
  expect(await top(page)).toBe(0);
  await wait();
  await page.getByRole('button', { name: 'On this page' }).click();
  await isRead(A);
  await expect.poll(() => top(page)).toBe(300);

  await backToList(page);
  await scrollTo(90);
  await expect.poll(() => top(page)).toBe(90);
  const tab = await page.evaluate('tabBeside');
  await scene.switchTab();
  await scene.showPage([]);
  await expect(page.getByText('No ticket IDs on this page')).toBeVisible();
  await wait();
  await page.evaluate(`tabBeside = ${tab}; chrome.tabs.onActivated.dispatch({})`);
  await expect(list(page)).toBeVisible();
  await expect.poll(() => top(page)).toBe(90);
});

test('a ticket that is come back to stays where it is scrolled to as it is drawn', async ({ scene }) => {
  const { page } = scene;
  const main = page.getByRole('main');
  await showRead(scene, INBOX);
  await openRow(page, A);
  await ticket(page, A).getByRole('heading', { name: 'Activity' }).waitFor();
  await main.evaluate((element) => element.scrollTo(0, 300));
  await expect.poll(() => top(page)).toBe(300);
  await page.getByRole('button', { name: 'Outbox' }).click();
  await expect(ticket(page, A)).toHaveCount(0);
  await page.getByRole('button', { name: 'On this page' }).click();
  await ticket(page, A).getByRole('heading', { name: 'Activity' }).waitFor();
  await expect.poll(() => top(page)).toBe(300);
  await main.evaluate((element) => {
    element.scrollTo(0, 200);
    element.querySelector('article')?.append('One more line');
  });
  await page.evaluate('new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))');
  expect(await top(page)).toBe(200);
});

test('a row that is read just after the panel was drawn is in it', async ({ scene }) => {
  const { page } = scene;
  await showRead(scene, [A, B]);
  const { ticket: before, ...record } = await scene.stored<{ ticket: object }>(`ticket:${A}`);
  const newer = { ...record, ticket: { ...before, description: 'Read in the meantime' } };
  const change = { [`ticket:${A}`]: { newValue: { v: 1, value: newer } } };
  await page.addInitScript(`{
    const drawn = new MutationObserver(() => {
      if (!document.querySelector('[data-id="${A}"]')) return;
      drawn.disconnect();
      chrome.storage.onChanged.dispatch(${JSON.stringify(change)}, 'session');
    });
    drawn.observe(document, { childList: true, subtree: true });
  }`);
  await page.reload();
  await expect(row(page, A)).toContainText('Read in the meantime');
});

test('a ticket that also stands on the page leads back to the search that it was opened from', async ({
  scene,
  stage,
}) => {
  const words = stage.desk.tickets.get(A)?.description?.split(/\s+/).slice(0, 4).join(' ') ?? '';
  const popup = await stage.open('popup', SIZES.popup);
  for (const { page, showPage } of [scene, popup]) {
    await showPage([A, B]);
    await page.getByLabel('Ticket ID or search').fill(words);
    await page.keyboard.press('Enter');
    const results = page.getByRole('list', { name: 'Search results' });
    if (page === scene.page) await box(page, A).check();
    await results.locator(`[data-id="${A}"] .row__open`).click();
    await expect(ticket(page, A)).toBeVisible();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(results).toBeVisible();
    if (page === scene.page) await expect(box(page, A)).toBeChecked();
  }
  await popup.page.close();
});

test('a row that cannot be read says why, as high as the others, whatever is read after it', async ({ scene }) => {
  const { page } = scene;
  const [none, later] = ['01-02-Z-9ZZ', '01-03-Z-9ZZ'];
  await scene.showPage([A, none, B]);
  await expect(row(page, none)).toContainText('Not found, or not yours to see');
  const heights = await list(page)
    .locator('.row__open')
    .evaluateAll((rows) => rows.map((open) => Math.round(open.getBoundingClientRect().height)));
  expect(new Set(heights).size, heights.join()).toBe(1);
  await scene.showPage([A, none, B, later]);
  await expect(row(page, later)).toContainText('Not found, or not yours to see');
  await expect(page.getByText('Check the ID.')).toHaveCount(0);
  await showRead({ ...scene, showPage: (ids) => scene.showPage([...ids, none]) }, [A, B, C]);
  await expect(row(page, none)).toContainText('Not found, or not yours to see');
});

test('by keys: a row leads to the head of its ticket, and the way back to the row', async ({ scene }) => {
  const { page } = scene;
  await showRead(scene, INBOX);
  await row(page, A).locator('.row__open').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const head = (id: string) => ticket(page, id).getByRole('heading', { name: id, exact: true });
  await expect(head(B)).toBeFocused();
  await page.getByRole('button', { name: 'Next ticket on this page' }).press('Enter');
  await expect(head(C)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next ticket on this page' })).toBeFocused();
  await page.getByRole('button', { name: /^All \d+ tickets on this page$/ }).press('Enter');
  await expect(row(page, C).locator('.row__open')).toBeFocused();

  const field = page.getByLabel('Ticket ID or search');
  await field.fill('09-13-O-TW4');
  await field.press('Enter');
  await expect(head('09-13-O-TW4')).toBeVisible();
  await expect(field).toBeFocused();
});

test('by keys: a chosen ticket stays under the focus, and what the page shows by then is only offered', async ({
  scene,
}) => {
  const { page } = scene;
  await showRead(scene, INBOX);
  const next = page.getByRole('button', { name: 'Next ticket on this page' });
  const offer = page.getByText('This page shows 4 tickets');
  await row(page, A).locator('.row__open').press('Enter');
  await next.press('Enter');
  await expect(ticket(page, B)).toBeVisible();
  const said = page.getByRole('status').filter({ hasText: B });
  await expect(said).toHaveText(`${B}, 2 of ${INBOX.length}`);

  // Drawn anew, for a moment a page shows none.
  await page.evaluate(`
    globalThis.seen = '';
    new MutationObserver(() => { seen += document.body.innerText; }).observe(document.body, { childList: true, subtree: true });
  `);
  await scene.showPage([]);
  await scene.showPage(INBOX);
  await expect(next).toBeFocused();
  expect(await page.evaluate<string>('seen')).not.toContain('No ticket IDs');

  // Scrolled to its end it shows others.
  const others = INBOX.slice(-4);
  await scene.showPage(others);
  await expect(offer).toBeVisible();
  await expect(ticket(page, B)).toBeVisible();
  await expect(next).toBeFocused();
  await next.press('Enter');
  await expect(ticket(page, others[0] ?? '')).toBeVisible();
  await expect(offer).toHaveCount(0);
  await expect(next).toBeFocused();

  const assign = page.getByRole('button', { name: 'Assign', exact: true });
  await assign.focus();
  await scene.showPage([A, B]);
  await expect(page.getByText('This page shows 2 tickets')).toBeVisible();
  await expect(assign).toBeFocused();
  // Nobody is in it any more.
  await page.getByLabel('Ticket ID or search').focus();
  await expect(row(page, B)).toBeVisible();
});

test('by keys in the popup too, from the page and from a search', async ({ stage }) => {
  const { page, desk, ...scene } = await stage.open('popup', SIZES.popup);
  const head = (id: string) => ticket(page, id).getByRole('heading', { name: id, exact: true });
  await scene.showPage([A, B]);
  const onPage = row(page, B).locator('.row__open');
  await onPage.press('Enter');
  await expect(head(B)).toBeFocused();
  await page.getByRole('button', { name: /^All \d+ tickets on this page$/ }).press('Enter');
  await expect(onPage).toBeFocused();

  const field = page.getByLabel('Ticket ID or search');
  await field.fill(desk.tickets.get(A)?.description?.split(/\s+/).slice(0, 4).join(' ') ?? '');
  await field.press('Enter');
  const found = page.getByRole('list', { name: 'Search results' }).locator(`[data-id="${A}"] .row__open`);
  await found.press('Enter');
  await expect(head(A)).toBeFocused();
  await page.getByRole('button', { name: 'Back', exact: true }).press('Enter');
  await expect(found).toBeFocused();
  await page.close();
});

test('by keys in the popup: from `Close`, which goes with the ticket’s closing, to the ticket’s head', async ({
  stage,
}) => {
  const { page, ask, showPage } = await stage.open('popup', SIZES.popup);
  const id = '11-12-R-Y6J';
  await ask('settings.change', { changes: { undoSeconds: 0 } });
  await showPage([id]);
  const close = page.getByRole('button', { name: 'Close', exact: true });
  await close.press('Enter');
  await expect(close).toHaveCount(0);
  await expect(ticket(page, id).getByRole('heading', { name: id, exact: true })).toBeFocused();
  await ask('settings.change', { changes: { undoSeconds: 30 } });
  await page.close();
});

for (const surface of ['panel', 'popup'] as const)
  test(`by keys in the ${surface}: back to the row of a recent ticket, which is read first`, async ({ stage }) => {
    const { page, ask, showPage } = await stage.open(surface, SIZES[surface]);
    for (const id of [A, B]) await ask('ticket.refresh', { id, force: true });
    await showPage([]);
    const recent = page.getByRole('list', { name: 'Recent tickets' }).locator(`[data-id="${A}"] .row__open`);
    await recent.press('Enter');
    await expect(ticket(page, A).getByRole('heading', { name: A, exact: true })).toBeFocused();
    await page.getByRole('button', { name: 'Back', exact: true }).press('Enter');
    await expect(recent).toBeFocused();
    await page.close();
  });

for (const surface of ['panel', 'popup'] as const)
  test(`by keys in the ${surface}: from a card in a ticket that is done with to the ticket's head`, async ({
    stage,
  }) => {
    const { page, desk, ask, showPage } = await stage.open(surface, SIZES[surface]);
    await ask('settings.change', { changes: { undoSeconds: 0 } });
    await showPage([D]);
    const head = ticket(page, D).getByRole('heading', { name: D, exact: true });
    const card = page.getByRole('article', { name: `Close ${D}`, exact: true });
    const press = (name: string) => card.getByRole('button', { name, exact: true }).press('Enter');
    desk.fail({ method: 'PUT', fault: { kind: 'status', status: 403 } });
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await press('Retry');
    await expect(head).toBeFocused();
    // On its way it can be thrown away too, for a moment.
    await expect(card.getByRole('button', { name: 'Retry', exact: true })).toBeVisible();
    await press('Discard');
    await expect(card.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await press('Discard');
    await expect(card).toHaveCount(0);
    await expect(head).toBeFocused();
    await ask('settings.change', { changes: { undoSeconds: 30 } });
    await page.close();
  });

test('where a screen gives the popup less room its list scrolls, and its foot is seen', async ({ stage }) => {
  const { page, showPage } = await stage.open('popup', { width: 380, height: 480 });
  await showPage(INBOX);
  const foot = () => page.locator('.popup__foot').evaluate((element) => element.getBoundingClientRect().bottom);
  await expect(list(page)).toBeVisible();
  await expect.poll(foot).toBe(480);
  await page.getByRole('main').evaluate((main) => main.scrollBy(0, 100));
  expect(await top(page)).toBe(100);
  await page.setViewportSize({ width: 380, height: 540 });
  await expect.poll(foot).toBe(540);
  await page.setViewportSize({ width: 380, height: 700 });
  await expect.poll(foot).toBe(560);
  await page.close();
});

test('the popup’s actions are in view under many tags, too', async ({ stage }) => {
  const { page, desk, showPage } = await stage.open('popup', { width: 380, height: 560 });
  const id = '11-14-3-AS7';
  const ticket = desk.tickets.get(id);
  if (!ticket) throw new Error('no such ticket');
  ticket.tags = Array.from({ length: 90 }, (_, at) => `tag of some length ${at}`);
  await showPage([id]);
  await expect(page.getByText('tag of some length 1', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tag', exact: true })).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Tag', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Add a tag' })).toBeInViewport({ ratio: 1 });
  await page.close();
});

test('at 320 px the bar over a ticket of the page is one line, and places have their counts beside them, in every language', async ({
  scene,
}) => {
  const { page, ask } = scene;
  await page.setViewportSize({ width: 320, height: 720 });
  const heights: Record<string, number> = {};
  const outside: string[] = [];
  for (const language of LANGUAGES) {
    await ask('settings.change', { changes: { language } });
    await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
    await scene.showPage([]);
    await scene.showPage(INBOX);
    await page.locator(`[data-id="${A}"] .row__open`).click();
    await page.locator('.page-bar').waitFor();
    heights[language] = await page.locator('.page-bar').evaluate((bar) => bar.getBoundingClientRect().height);
    const places = page.getByRole('navigation').getByRole('button');
    const wide = await places.evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length);
    const cut = await page
      .locator('.navigation__words')
      .evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent));
    if (wide > 0 || cut.length > 0) outside.push(`${language}: ${wide}, ${cut}`);
    // Another language leaves the ticket where it is.
    await page.locator('.page-bar > .button').click();
  }
  await ask('settings.change', { changes: { language: '' } });
  expect(heights).toEqual(Object.fromEntries(LANGUAGES.map((language) => [language, 30])));
  expect(outside).toEqual([]);
});

test('at 280 px each row still shows the first letters of who has it', async ({ scene }) => {
  const { page } = scene;
  await page.setViewportSize({ width: 280, height: 900 });
  await scene.showPage(INBOX);
  const names = page.getByRole('list', { name: 'Tickets on this page' }).locator('.row__name');
  await expect(names).toHaveCount(INBOX.length);
  const widths = await names.evaluateAll((all) => all.map((name) => name.getBoundingClientRect().width));
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(24);
});

test('in a panel of 252 px the search field says in every language, uncut, what it takes', async ({ scene }) => {
  const { page, ask } = scene;
  await page.setViewportSize({ width: 252, height: 720 });
  const cut: string[] = [];
  for (const language of LANGUAGES) {
    await ask('settings.change', { changes: { language } });
    await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
    const beyond = await page.locator('.search__input').evaluate((field: HTMLInputElement) => {
      const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(field);
      const line = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
      line.font = font;
      const room = field.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd);
      return line.measureText(field.placeholder).width - room;
    });
    if (beyond > 0) cut.push(`${language}: ${beyond}`);
  }
  await ask('settings.change', { changes: { language: '' } });
  expect(cut).toEqual([]);
});

test('in a narrow panel an overdue deadline is whole, in every language, and who has the ticket stands beside it', async ({
  scene,
}) => {
  const { page, desk, ask } = scene;
  const days = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString().replace(/\.\d+/, '');
  const overdue = [3, 20, 40, 400];
  for (const [at, count] of overdue.entries())
    Object.assign(desk.tickets.get(INBOX[at] ?? '') ?? {}, { deadline: days(count), status: 2, assignee: 10 });
  for (const id of INBOX.slice(0, 4)) await ask('ticket.refresh', { id, force: true });
  const cut: string[] = [];
  for (const language of LANGUAGES) {
    await ask('settings.change', { changes: { language } });
    await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
    await scene.showPage(INBOX.slice(0, 4));
    await expect(page.locator('.row__deadline--overdue')).toHaveCount(4);
    for (const width of [280, 320, 360, 400]) {
      await page.setViewportSize({ width, height: 720 });
      const parts = page.locator('.row__deadline, .row__deadline time, .row__id');
      const short = await parts.evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length);
      const names = await page
        .locator('.row__name')
        .evaluateAll((all) => all.map((name) => name.getBoundingClientRect().width));
      if (short > 0 || Math.min(...names) < 12) cut.push(`${language} ${width}: ${short}, ${names}`);
    }
  }
  await ask('settings.change', { changes: { language: '' } });
  expect(cut).toEqual([]);
});

test('what the browser refused for one page is not said of another', async ({ scene }) => {
  const { page } = scene;
  await page.evaluate('chrome.permissions.request = () => Promise.resolve(false)');
  const refused = page.getByText('It was not allowed');
  const meet = async (site: string) => {
    await scene.showPage([], { state: 'not-allowed', origin: `https://${site}.example` });
    await expect(page.getByText(`${site}.example`)).toBeVisible();
    await expect(refused, site).toHaveCount(0);
    await page.getByRole('button', { name: 'Allow on this site' }).click();
    await expect(refused).toBeVisible();
  };
  await meet('one');
  await meet('two');
  await scene.switchTab();
  await meet('two');

  await page.evaluate('chrome.permissions.request = () => new Promise(() => {})');
  await page.getByRole('button', { name: 'Allow on this site' }).click();
  await expect(page.getByRole('button', { name: 'Allow on this site' })).toHaveAttribute('aria-busy', 'true');
});

test('a row whose record went to make room can be read again', async ({ scene }) => {
  const { page } = scene;
  await showRead(scene, [A, B]);
  const more = page.getByRole('button', { name: 'Load more' });
  await expect(more).toHaveCount(0);
  await page.evaluate(`chrome.storage.session.remove('ticket:${A}')`);
  await more.click();
  await row(page, A).locator('.row__facts:not(.row__facts--blank)').waitFor();
  await expect(more).toHaveCount(0);
});

for (const surface of ['panel', 'popup'] as const)
  test(`by keys in the ${surface}: a ticket from the search field is said, and \`Back\` leads to the ticket before`, async ({
    stage,
  }) => {
    const { page, showPage } = await stage.open(surface, SIZES[surface]);
    await showPage([A]);
    await expect(ticket(page, A)).toBeVisible();
    const heard = await listen(page);
    await heard();
    const field = page.getByLabel('Ticket ID or search');
    await field.fill(B);
    await field.press('Enter');
    await expect(ticket(page, B)).toBeVisible();
    expect(await heard()).toContain(B);
    await page.getByRole('button', { name: 'Back', exact: true }).press('Enter');
    await expect(ticket(page, A).getByRole('heading', { name: A, exact: true })).toBeFocused();
    await page.close();
  });

test('by keys: a row that its page takes out for a moment has the focus again', async ({ scene }) => {
  const { page } = scene;
  await showRead(scene, [A, B, C]);
  await row(page, B).locator('.row__open').focus();
  // By the page itself: it may be gone for a second.
  await page.evaluate(`(async () => {
    const { session } = chrome.storage;
    const key = 'frame:' + tabBeside + ':0';
    const { [key]: whole } = await session.get(key);
    const ids = whole.value.ids.filter((id) => id !== '${B}');
    await session.set({ [key]: { ...whole, value: { ...whole.value, ids } } });
    while (document.querySelector('[data-id="${B}"]')) await new Promise((go) => setTimeout(go));
    await session.set({ [key]: whole });
  })()`);
  await expect(row(page, B).locator('.row__open')).toBeFocused();
});

test('by keys: the last of a long log leaves the focus in its ticket', async ({ scene }) => {
  const { page, desk } = scene;
  for (let count = 0; count < 70; count++) desk.act(D, 'James Conrad', { kind: 'note', note: `Note ${count}` });
  await scene.showPage([D]);
  const more = page.getByRole('button', { name: /older entr/ });
  await more.press('Enter');
  await expect(more).toHaveCount(0);
  await expect(ticket(page, D).getByRole('heading', { name: D, exact: true })).toBeFocused();
});

test('on a ticket that its page shows no longer there is no way to its place', async ({ scene }) => {
  const { page } = scene;
  await showRead(scene, [A, B, C]);
  const onPage = page.getByRole('button', { name: 'Show on the page' });
  await row(page, A).locator('.row__open').press('Enter');
  await onPage.focus();
  await scene.showPage([B, C]);
  await expect(page.getByText('This page shows 2 tickets')).toBeVisible();
  await expect(onPage).toHaveCount(0);
  await expect(ticket(page, A).getByRole('heading', { name: A, exact: true })).toBeFocused();
});
