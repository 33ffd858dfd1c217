/** Several tickets at once, on the tickets of a page: chosen by pointer and keys, each action at the desk, failures, undo, limits, policy. */
import type { Locator, Page } from '@playwright/test';
import { expect, test as single } from '../support/fixtures.ts';
import { bar, box, checkedIn, list, row, sendNow, showRead } from '../support/list-of-page.ts';
import { listen } from '../support/listen.ts';
import { REFUSED, refusingLate } from '../support/slow-worker.ts';
import { testOnStage } from '../support/stage-test.ts';
import { INBOX } from '../support/states-page.ts';
import { untilWritten, writesAt } from '../support/ticket-panel.ts';

const test = testOnStage({}, 30);

const [A, B, C, D] = INBOX as [string, string, string, string];

/** Checks these and opens a composer for them. */
async function openFor(page: Page, ids: string[], action: string): Promise<Locator> {
  for (const id of ids) await box(page, id).check();
  await bar(page).getByRole('button', { name: action, exact: true }).click();
  return page.getByRole('form');
}

test('rows are chosen by pointer and keys, and stay chosen by ID when the list changes', async ({ scene }) => {
  const { page } = scene;
  const ids = INBOX.slice(0, 5);
  await showRead(scene, ids);
  await box(page, A).click();
  await box(page, C).click({ modifiers: ['Shift'] });
  expect(await checkedIn(page)).toEqual([A, B, C]);
  await expect(bar(page)).toContainText('3 selected');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);

  await row(page, B).locator('.row__open').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  expect(await checkedIn(page)).toEqual([B, C, D]);
  await page.keyboard.press('Shift+ArrowUp');
  expect(await checkedIn(page)).toEqual([B, C]);
  await scene.showPage(['11-12-R-Y6J', D, C, B, A]);
  await expect(list(page).getByRole('listitem')).toHaveCount(5);
  await expect.poll(() => checkedIn(page)).toEqual([C, B]);
  await page.keyboard.press('Control+a');
  await expect(bar(page)).toContainText('5 selected');
});

test('the bar covers no row that the keys have just checked, and moves nothing under the pointer', async ({
  scene,
}) => {
  const { page } = scene;
  await showRead(scene, INBOX);
  await page.setViewportSize({ width: 360, height: 520 });
  const last = row(page, INBOX.at(-1) ?? '');
  const room = async () =>
    ((await bar(page).boundingBox())?.y ?? 0) - (await last.boundingBox().then((at) => (at ? at.y + at.height : 0)));
  await row(page, A).locator('.row__open').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  await expect(bar(page)).toBeVisible();
  await expect.poll(room).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  const main = page.getByRole('main');
  await main.evaluate((element) => element.scrollTo(0, 40));
  await box(page, A).click();
  await expect(bar(page)).toBeVisible();
  // The latest that is in view is the one that the bar comes up over.
  const low = await page.evaluate(
    () => document.elementFromPoint(180, innerHeight - 150)?.closest('li')?.dataset.id ?? '',
  );
  await page.keyboard.press('Escape');
  const top = () => main.evaluate((element) => element.scrollTop);
  const before = await top();
  await box(page, low).click();
  await expect(bar(page)).toBeVisible();
  await page.waitForTimeout(100);
  expect(await top()).toBe(before);
});

test('each action goes to every chosen ticket, tags as the whole set that each shall have', async ({ scene }) => {
  const { page, desk } = scene;
  await showRead(scene, INBOX.slice(0, 4));
  const before = desk.tickets.get(A)?.tags ?? [];
  const [gone = ''] = before;
  const tags = await openFor(page, [A, B], 'Tag');
  const field = tags.getByRole('combobox', { name: 'Add a tag' });
  const heard = await listen(page);
  await field.fill('In bulk, Not this one');
  await page.keyboard.press('Enter');
  expect(await heard()).toEqual(['Adds In bulk, Not this one.']);
  await tags.getByRole('button', { name: 'Remove Not this one' }).press('Enter');
  await expect(field).toBeFocused();
  expect(await heard()).toEqual(['Adds In bulk.']);
  await page.keyboard.press('Escape');
  await expect(bar(page).getByRole('button', { name: 'Tag', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await tags.getByRole('button', { name: `Remove ${gone}` }).press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await sendNow(page);
  await untilWritten(desk, 2);
  const kept = [...before.slice(1), 'In bulk'];
  const others = [...(desk.tickets.get(B)?.tags ?? [])];
  const tagged = writesAt(desk).sort((a, b) => a.path.localeCompare(b.path));
  expect(tagged).toEqual(
    [
      { path: `ticket/tag/${A}`, body: { tags: kept.join(',') } },
      { path: `ticket/tag/${B}`, body: { tags: others.join(',') } },
    ].sort((a, b) => a.path.localeCompare(b.path)),
  );
  expect(others).toContain('In bulk');
  await page.getByRole('button', { name: 'Done' }).click();

  const assign = await openFor(page, [A, B], 'Assign');
  await assign.getByRole('combobox', { name: 'Assignee' }).fill('Priya Raman');
  await assign.getByLabel('Deadline').pressSequentially('01142031');
  await assign.getByRole('button', { name: 'Assign 2 tickets now' }).click();
  await expect(assign.getByLabel('Deadline')).toHaveAccessibleDescription(/^A part is missing/);
  await assign.getByLabel('Deadline').fill('2031-01-14T14:06');
  await assign.getByRole('button', { name: 'Assign 2 tickets now' }).click();
  await sendNow(page);
  await untilWritten(desk, 4);
  expect([A, B].map((id) => desk.tickets.get(id)?.assignee)).toEqual([7, 7]);
  expect(writesAt(desk).slice(2)).toMatchObject(Array(2).fill({ body: { deadline: '14-JAN-31 14:06' } }));
  await page.getByRole('button', { name: 'Done' }).click();

  const move = await openFor(page, [B, C], 'Move');
  await move.getByRole('combobox', { name: 'Queue' }).fill('Feedback');
  await move.getByRole('button', { name: 'Move 2 tickets now' }).click();
  await sendNow(page);
  await untilWritten(desk, 6);
  expect([B, C].map((id) => desk.tickets.get(id)?.queue)).toEqual([6, 6]);
  await page.getByRole('button', { name: 'Done' }).click();

  const close = await openFor(page, [A, D], 'Close');
  await expect(close).toContainText('Close 2 tickets?');
  await close.getByRole('button', { name: 'Close 2 tickets' }).dblclick();
  await sendNow(page);
  await untilWritten(desk, 8);
  await expect(page.getByText('2 of 2 done.')).toBeVisible();
  expect([A, D].map((id) => desk.tickets.get(id)?.status)).toEqual([4, 4]);
  expect(writesAt(desk)).toHaveLength(8);
});

test('in a small window the button of the tag sheet stays in view, and so do its tickets', async ({ scene }) => {
  const { page, desk } = scene;
  await page.setViewportSize({ width: 320, height: 480 });
  const ids = [...desk.tickets.keys()].slice(0, 12);
  await scene.showPage(ids);
  const form = await openFor(page, ids, 'Tag');
  const save = form.getByRole('button', { name: 'Save tags of 12 tickets' });
  await expect(save).toBeEnabled();
  await expect(form.getByText('Tags there now')).toBeVisible();
  await expect(form.getByText('+ 8')).toBeInViewport({ ratio: 1 });
  await expect(save).toBeInViewport({ ratio: 1 });
  await expect(form.getByRole('button', { name: 'Cancel' })).toBeInViewport({ ratio: 1 });
  await form.getByRole('button', { name: 'Cancel' }).click();
});

test('one that fails says so in its row, the others are done, and it is chosen again', async ({ scene }) => {
  const { page, desk } = scene;
  await showRead(scene, INBOX.slice(4));
  const [E, F, G] = INBOX.slice(4) as [string, string, string];
  desk.fail({ method: 'PUT', ticket: F, fault: { kind: 'status', status: 403 } });
  const move = await openFor(page, [E, F, G], 'Move');
  await move.getByRole('combobox', { name: 'Queue' }).fill('3');
  await move.getByRole('button', { name: 'Move 3 tickets now' }).click();
  await expect(page.getByText(/^Moving 3 tickets in/)).toBeVisible();
  await sendNow(page);
  await expect(page.getByText('2 of 3 done. 1 is left to look at.')).toBeVisible();
  await expect(row(page, F)).toContainText('Not sent: The desk does not allow this');
  await expect(row(page, E).locator('.row-result')).toHaveText('Moved');
  await page.getByRole('button', { name: 'Select those not sent' }).click();
  expect(await checkedIn(page)).toEqual([F]);
  await expect(row(page, F)).toContainText('Not sent');
  await bar(page).getByRole('button', { name: 'Move' }).click();
  await expect(row(page, F)).not.toContainText('Not sent');
  await expect(page.getByRole('form').getByRole('combobox', { name: 'Queue' })).toHaveValue('3');
  const stands = page.locator('.strip__words', { hasText: `Move ${F}: Not sent` });
  await expect(stands).toBeVisible();
  desk.clearFaults();
  await page.getByRole('button', { name: 'Move 1 ticket now' }).click();
  await expect(stands).toHaveCount(0);
  await sendNow(page);
  await expect(page.getByText('1 of 1 done.')).toBeVisible();
});

test('where what is left is unchecked by hand nothing of the result stays', async ({ scene }) => {
  const { page, desk } = scene;
  const [E, F] = INBOX.slice(4) as [string, string];
  await showRead(scene, [E, F]);
  desk.fail({ method: 'PUT', ticket: F, fault: { kind: 'status', status: 403 } });
  const tags = await openFor(page, [E, F], 'Tag');
  await tags.getByRole('combobox', { name: 'Add a tag' }).fill('By hand');
  await tags.getByRole('button', { name: 'Save tags of 2 tickets' }).click();
  await sendNow(page);
  await page.getByRole('button', { name: 'Select those not sent' }).click();
  await expect(row(page, E).locator('.row-result')).toHaveText('Tags saved');
  await row(page, F).getByRole('checkbox').uncheck();
  await expect(page.locator('.row-result')).toHaveCount(0);
  desk.clearFaults();
  const next = await openFor(page, [E], 'Tag');
  await expect(next.getByText('By hand')).toHaveCount(1);
  await page.keyboard.press('Escape');
});

test('one that ends while its list is not on show says so once, with a way to what is left of it', async ({
  scene,
}) => {
  const { page, desk } = scene;
  const [E, F, G] = INBOX.slice(4) as [string, string, string];
  await showRead(scene, [E, F, G]);
  desk.fail({ method: 'PUT', ticket: F, fault: { kind: 'status', status: 403 } });
  const move = await openFor(page, [E, F, G], 'Move');
  await move.getByRole('combobox', { name: 'Queue' }).fill('5');
  await move.getByRole('button', { name: 'Move 3 tickets now' }).click();
  await row(page, E).locator('.row__open').click();
  await sendNow(page);
  const words = 'Moved: 2 of 3 done. 1 is left to look at.';
  await expect(page.locator('.strip')).toHaveText([`${words}Show`]);
  await expect(page.getByRole('status').filter({ hasText: words })).toHaveCount(1);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByText('2 of 3 done. 1 is left to look at.')).toBeVisible();
  await expect(row(page, F)).toContainText('Not sent');
  await expect(page.locator('.strip')).toHaveCount(0);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.locator('.strip')).toHaveText([`Move ${F}: Not sentShow`]);

  desk.clearFaults();
  const tags = await openFor(page, [E, G], 'Tag');
  await tags.getByRole('combobox', { name: 'Add a tag' }).fill('Elsewhere');
  const save = tags.getByRole('button', { name: 'Save tags of 2 tickets' });
  await expect(save).toHaveAccessibleDescription('Adds Elsewhere.');
  await save.click();
  await page.getByRole('button', { name: 'Tickets', exact: true }).click();
  await sendNow(page);
  const strip = page.locator('.strip', { hasText: 'Tags saved: 2 of 2 done.' });
  await expect(strip).toBeVisible();
  await expect(strip).toHaveCount(0, { timeout: 10_000 });
  await page.getByRole('button', { name: 'On this page' }).click();
  await expect(page.getByText('2 of 2 done.')).toBeVisible();
  expect([E, G].map((id) => desk.tickets.get(id)?.tags.includes('Elsewhere'))).toEqual([true, true]);
  await page.getByRole('button', { name: 'Done' }).click();
});

test('by keys: after each step the focus is in the list', async ({ scene }) => {
  const { page, desk } = scene;
  const [E, F, G] = INBOX.slice(4) as [string, string, string];
  const open = (id: string) => row(page, id).locator('.row__open');
  const press = (name: string | RegExp) => page.getByRole('button', { name }).press('Enter');
  await scene.ask('settings.change', { changes: { undoSeconds: 30 } });
  await showRead(scene, [E, F, G]);
  desk.fail({ method: 'PUT', ticket: F, fault: { kind: 'status', status: 403 } });
  desk.latencyMs = 300;
  await open(E).press('Control+a');
  await press('Clear the selection');
  await expect(open(E)).toBeFocused();
  await open(E).press('Control+a');
  await bar(page).getByRole('button', { name: 'Move' }).press('Enter');
  await page.getByRole('form').getByRole('combobox', { name: 'Queue' }).fill('6');
  await page.keyboard.press('Control+Enter');
  await expect(open(E)).toBeFocused();
  await press('Send now');
  await expect(open(E)).toBeFocused();
  await expect(page.getByText('2 of 3 done. 1 is left to look at.')).toBeVisible();
  await press('Select those not sent');
  await expect(open(F)).toBeFocused();
  await bar(page).getByRole('button', { name: 'Move' }).press('Enter');
  await press('Move 1 ticket now');
  await expect(open(F)).toBeFocused();
  await press('Undo');
  await expect(open(F)).toBeFocused();
  await press('Done');
  await expect(open(F)).toBeFocused();
});

test('undo sends nothing; what has not begun is cancelled, what has begun is done', async ({ scene }) => {
  const { page, desk } = scene;
  const ids = [...desk.tickets.values()].filter(({ status }) => status === 2).map(({ id }) => id);
  const chosen = ids.filter((id) => !INBOX.includes(id)).slice(0, 8);
  await scene.ask('settings.change', { changes: { undoSeconds: 30 } });
  await showRead(scene, chosen);
  const close = await openFor(page, chosen, 'Close');
  await close.getByRole('button', { name: 'Close 8 tickets' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('0 of 8 done. Not sent: 8.')).toBeVisible();
  expect(writesAt(desk)).toEqual([]);
  await page.getByRole('button', { name: 'Select those not sent' }).click();

  desk.latencyMs = 1000;
  await bar(page).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('form').getByRole('button', { name: 'Close 8 tickets' }).click();
  await sendNow(page);
  await expect(page.getByText(/^Closing: \d of 8$/)).toBeVisible();
  // Until its write has left, a ticket that is only being read has not begun.
  await expect.poll(() => writesAt(desk).length).toBe(4);
  await page.getByRole('button', { name: 'Cancel the rest' }).click();
  await expect(page.getByText('4 of 8 done. Not sent: 4.')).toBeVisible();
  expect(writesAt(desk)).toHaveLength(4);
});

test('where the desk rests, the bulk says until when it waits', async ({ scene }) => {
  const { page, desk } = scene;
  const [E, F] = INBOX.slice(4) as [string, string];
  await showRead(scene, [E, F]);
  const move = await openFor(page, [E, F], 'Move');
  await move.getByRole('combobox', { name: 'Queue' }).fill('4');
  desk.fail({ method: 'GET', fault: { kind: 'status', status: 503, retryAfter: '50' } });
  await move.getByRole('button', { name: 'Move 2 tickets now' }).click();
  await sendNow(page);
  const strip = page.locator('.strip', { hasText: 'Moving: 0 of 2' });
  await expect(strip.getByRole('status')).toHaveText(/^The desk is resting until .*\d/);
  // Just come it takes no press.
  const cancel = strip.getByRole('button', { name: 'Cancel the rest' });
  await expect(async () => {
    await cancel.click({ timeout: 500 }).catch(() => {});
    await expect(page.getByText('0 of 2 done. Not sent: 2.')).toBeVisible({ timeout: 1000 });
  }).toPass();
  expect(writesAt(desk)).toEqual([]);
});

test('a press that was meant for `Send now` cancels nothing', async ({ scene }) => {
  const { page, desk } = scene;
  const chosen = [...desk.tickets.values()].filter(({ status }) => status === 1).map(({ id }) => id);
  const ids = chosen.filter((id) => !INBOX.includes(id)).slice(0, 6);
  await scene.ask('settings.change', { changes: { undoSeconds: 1 } });
  await showRead(scene, ids);
  desk.latencyMs = 200;
  const close = await openFor(page, ids, 'Close');
  await page.evaluate(`new MutationObserver((_changes, watch) => {
    const cancel = [...document.querySelectorAll('button')].find((each) => each.textContent === 'Cancel the rest');
    if (!cancel) return;
    watch.disconnect();
    cancel.click();
    globalThis.isPressed = true;
  }).observe(document.body, { childList: true, subtree: true })`);
  await close.getByRole('button', { name: 'Close 6 tickets' }).click();
  await expect(page.getByText('6 of 6 done.')).toBeVisible();
  expect(await page.evaluate('isPressed')).toBe(true);
  expect(writesAt(desk)).toHaveLength(6);
});

test('tickets not read yet are read first, within the limits, and more than 50 are too many', async ({ scene }) => {
  const { page, desk } = scene;
  // None of those that the tests before acted on: the outbox may look at them once more.
  const ids = [...desk.tickets.keys()].slice(-55);
  await scene.showPage(ids);
  await row(page, ids[0] ?? '')
    .locator('.row__facts:not(.row__facts--blank)')
    .waitFor();
  await row(page, ids[0] ?? '')
    .locator('.row__open')
    .focus();
  await page.keyboard.press('Control+a');
  await expect(bar(page)).toContainText('55 selected At most 50 at once.');
  await expect(bar(page).getByRole('button', { name: 'Close' })).toBeDisabled();
  for (const id of ids.slice(50)) await box(page, id).uncheck();
  await bar(page).getByRole('button', { name: 'Close' }).click();
  const form = page.getByRole('form');
  await expect(form).toContainText('Too many requests at once');
  await expect(form.getByRole('button', { name: /^Close \d+ tickets$/ })).toBeDisabled();
  const read = desk.calls.filter(({ method, ticket }) => method === 'GET' && ids.includes(ticket ?? ''));
  const reads = new Set(read.map(({ ticket }) => ticket));
  expect(reads.size).toBe(48);
  await form.getByRole('button', { name: 'Leave out' }).click();
  await expect(form.getByRole('button', { name: /^Close \d+ tickets$/ })).toBeEnabled();
  await page.keyboard.press('Escape');
  expect(writesAt(desk)).toEqual([]);
});

test('one that was not found is read once more by `Read on`', async ({ scene }) => {
  const { page, desk } = scene;
  const [E, F] = INBOX.slice(4) as [string, string];
  desk.fail({ method: 'GET', ticket: F, fault: { kind: 'status', status: 404 } });
  await scene.showPage([E, F]);
  await row(page, E).locator('.row__facts:not(.row__facts--blank)').waitFor();
  const form = await openFor(page, [E, F], 'Close');
  await expect(form).toContainText('1 ticket could not be read yet.');
  desk.clearFaults();
  await form.getByRole('button', { name: 'Read on' }).press('Enter');
  await expect(form.getByRole('button', { name: 'Close 2 tickets' })).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
});

test('what was put aside and is refused then is said of itself, not of the next', async ({ scene }) => {
  const { page } = scene;
  await showRead(scene, [A, B]);
  await page.evaluate(refusingLate('action.submitMany'));
  const tags = await openFor(page, [A, B], 'Tag');
  await tags.getByRole('combobox').fill('Put aside');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await bar(page).getByRole('button', { name: 'Move', exact: true }).click();
  await page.evaluate('refuse()');
  await expect(page.getByText(REFUSED)).toBeVisible();
  await expect(page.getByRole('form').getByText(REFUSED)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByText(REFUSED)).toHaveCount(0);
});

single.describe('forbidden by the organisation', () => {
  single.use({ launch: { policies: { deskAddress: 'acme', allowBulk: false } } });

  single('there is nothing to choose, and the worker refuses', async ({ deskside, desk }) => {
    await deskside.connect();
    await deskside.lookEverywhere();
    const panel = await deskside.openBeside('mail');
    await expect(list(panel).getByRole('listitem').first()).toBeVisible();
    await expect(panel.getByRole('checkbox')).toHaveCount(0);
    const seen = { readAt: 0, log: null, status: null, assignee: null, deadline: null, queue: null, tags: [] };
    const part = {
      id: 'bulk-policy-test',
      ticketId: A,
      origin: 'https://acme.sympoq.com',
      action: { kind: 'close' },
      seen,
    };
    const message = { name: 'action.submitMany', input: { bulkId: 'bulk-of-a-test', parts: [part] } };
    const answer = await panel.evaluate<unknown>(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'policy' } });
    await expect(panel.getByRole('button', { name: 'Outbox' })).toHaveText('Outbox');
    expect(writesAt(desk)).toEqual([]);
  });
});
