/** What an agent does while the worker still starts: what is open next stays open, and each key means what it would mean at once. */
import type { Locator, Page } from '@playwright/test';
import { STATUS } from '../../lib/tickets/codes.ts';
import { expect } from '../support/fixtures.ts';
import { bar, box, row, showRead } from '../support/list-of-page.ts';
import { REFUSED, slowWorker } from '../support/slow-worker.ts';
import { testOnStage } from '../support/stage-test.ts';
import { INBOX } from '../support/states-page.ts';
import { openComposer, showTicket, untilWritten } from '../support/ticket-panel.ts';

const test = testOnStage({}, 30);

const [A, B, C, D, E, F, G] = INBOX as [string, string, string, string, string, string, string];

const inOutbox = (page: Page) =>
  page.evaluate<number>(
    "chrome.storage.session.getKeys().then((keys) => keys.filter((key) => key.startsWith('outbox:')).length)",
  );

const kindsInOutbox = (page: Page) =>
  page.evaluate<string[]>(
    "chrome.storage.session.get(null).then((all) => Object.entries(all).flatMap(([key, item]) => (key.startsWith('outbox:') ? [item.value.action.kind] : [])))",
  );

/** Tickets that are still to be undone. */
async function closeHeld(page: Page, ids: string[]): Promise<void> {
  for (const [at, id] of ids.entries()) {
    await showTicket(page, id);
    await page.getByRole('toolbar', { name: 'Actions' }).getByRole('button', { name: 'Close', exact: true }).click();
    await expect.poll(() => inOutbox(page)).toBe(at + 1);
    await expect(page.getByText(`Closing ${id} in`)).toBeVisible();
  }
}

test('a composer opened right after another one was sent stays open, with all that is typed', async ({ scene }) => {
  const { page } = scene;
  await showTicket(page, A);
  await page.evaluate(slowWorker);
  const form = await openComposer(page, 'Reply');
  await form.getByRole('textbox', { name: 'Reply' }).fill('Thank you.');
  await page.keyboard.press('Control+Enter');
  await openComposer(page, 'Note');
  const note = form.getByRole('textbox', { name: 'Note' });
  await note.fill('Asked ');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Reply' })).toHaveCount(0);
  await page.keyboard.type('Priya.');
  await expect(note).toHaveValue('Asked Priya.');
  await expect(note).toBeFocused();
});

test('a bulk put aside while it is handed over closes no composer of the next', async ({ scene }) => {
  const { page } = scene;
  await showRead(scene, [A, B, C]);
  await page.evaluate(slowWorker);
  await box(page, A).check();
  await box(page, B).check();
  await bar(page).getByRole('button', { name: 'Assign', exact: true }).click();
  const form = page.getByRole('form');
  await form.getByRole('combobox', { name: 'Assignee' }).fill('Priya Raman');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await bar(page).getByRole('button', { name: 'Tag', exact: true }).click();
  await form.getByRole('combobox').first().fill('vip');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect(form.getByRole('combobox').first()).toHaveValue('vip');
});

test('the undo key pressed twice takes back two, however long the worker takes', async ({ scene }) => {
  const { page } = scene;
  await closeHeld(page, [C, D]);
  await page.evaluate(slowWorker);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => inOutbox(page)).toBe(0);
});

/** Two clicks at one place, as fast as a double click; what the first one brings is waited for. */
async function clickTwice(page: Page, on: Locator, between: () => Promise<void>): Promise<void> {
  await on.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await on.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height / 2);
  for (const clickCount of [1, 2]) {
    await page.mouse.down({ clickCount });
    await page.mouse.up({ clickCount });
    if (clickCount === 1) await between();
  }
}

test('two clicks in a row on `Send now` or `Undo` do it to one of several, and leave the next its time', async ({
  scene,
}) => {
  const { page } = scene;
  await closeHeld(page, [A, B, C, D]);
  await clickTwice(page, page.getByRole('button', { name: 'Send now' }), () =>
    expect(page.getByText(`Closing ${C} in`)).toBeVisible(),
  );
  await expect(page.getByText(`Ticket closed: ${D}`).first()).toBeVisible();
  await expect(page.getByText(`Closing ${C} in`)).toBeVisible();
  await clickTwice(page, page.getByRole('button', { name: 'Undo' }), () =>
    expect(page.getByText(`Closing ${B} in`)).toBeVisible(),
  );
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(`Closing ${A} in`)).toBeVisible();
  // What is taken back goes when its draft is kept.
  await expect.poll(() => inOutbox(page)).toBe(1);
  await expect(page.getByText(`Closing ${A} in`)).toBeVisible();
});

test('a double click on a row opens its ticket, and does nothing to it', async ({ scene }) => {
  const { page } = scene;
  await showRead(scene, [A, B, C, D]);
  const bars = page.getByRole('toolbar', { name: 'Actions' });
  await row(page, A).click();
  const close = await bars.getByRole('button', { name: 'Close', exact: true }).boundingBox();
  await page.getByRole('button', { name: 'All 4 tickets' }).click();
  // The row that stands where the ticket has its `Close`.
  await page.mouse.move((close?.x ?? 0) + 20, (close?.y ?? 0) + 20);
  await page.mouse.down();
  await page.mouse.up();
  await expect(bars).toBeVisible();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await page.keyboard.press('Escape');
  await bars.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(page.getByRole('form')).toBeVisible();
  expect(await inOutbox(page)).toBe(0);
});

test('a double click on a canned reply takes it, and neither ticks what lies below nor leaves the text', async ({
  scene,
}) => {
  const { page } = scene;
  await showTicket(page, A);
  const form = await openComposer(page, 'Reply');
  await form.getByRole('button', { name: 'Canned replies' }).click();
  const reply = page.getByRole('button', { name: 'Ask for more' });
  await clickTwice(page, reply, () => expect(reply).toHaveCount(0));
  await expect(form.getByRole('checkbox', { name: 'Close the ticket' })).not.toBeChecked();
  await expect(form.getByRole('textbox', { name: 'Reply' })).toBeFocused();
});

const openReply = (page: Page) =>
  page.getByRole('toolbar', { name: 'Actions' }).getByRole('button', { name: 'Reply', exact: true });

test('a composer opened by a double click is open, and takes what is typed', async ({ scene }) => {
  const { page } = scene;
  await showTicket(page, A);
  const text = page.getByRole('textbox', { name: 'Reply' });
  await clickTwice(page, openReply(page), () => expect(text).toBeVisible());
  await page.keyboard.type('Dear');
  await expect(text).toHaveValue('Dear');
});

test('a composer takes the keys that come right after the one that opens it', async ({ scene }) => {
  const { page } = scene;
  await showTicket(page, B);
  await openReply(page).focus();
  // All in one turn, as fast as nobody is: storage cannot have answered between two of them.
  const typed = await openReply(page).evaluate(async (button) => {
    (button as HTMLElement).click();
    await Promise.resolve();
    return document.activeElement?.tagName;
  });
  expect(typed).toBe('TEXTAREA');
  const text = page.getByRole('textbox', { name: 'Reply' });
  await page.keyboard.press('Escape');
  await expect(openReply(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Sir');
  await expect(text).toHaveValue('\nSir');
});

test('the composer for several tickets takes the keys that come right after the click', async ({ scene }) => {
  const { page } = scene;
  await showRead(scene, [A, B]);
  await box(page, A).check();
  const role = await bar(page)
    .getByRole('button', { name: 'Tag', exact: true })
    .evaluate(async (button) => {
      (button as HTMLElement).click();
      await Promise.resolve();
      return document.activeElement?.getAttribute('role');
    });
  expect(role).toBe('combobox');
});

test('an Enter that is held opens a composer, and sends nothing of what lies in it', async ({ scene }) => {
  const { page } = scene;
  await showTicket(page, D);
  const form = await openComposer(page, 'Assign');
  await form.getByRole('combobox', { name: 'Assignee' }).fill('Priya Raman');
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  await page.keyboard.down('Enter');
  await expect(form.getByRole('combobox', { name: 'Assignee' })).toBeFocused();
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.keyboard.press('Tab');
  await expect(form).toBeVisible();
  expect(await inOutbox(page)).toBe(0);
});

test('a double click on a suggestion picks it, and does nothing to what lies below', async ({ scene }) => {
  const { page } = scene;
  await showTicket(page, A);
  const form = await openComposer(page, 'Move');
  const unassign = form.getByRole('checkbox', { name: 'Unassign' });
  const { x = 0, y = 0 } = (await unassign.boundingBox()) ?? {};
  const queue = form.getByRole('combobox', { name: 'Queue' });
  await queue.press('ArrowDown');
  const options = form.getByRole('option');
  await page.mouse.move(x + 8, y + 8);
  await page.mouse.down();
  await page.mouse.up();
  await expect(options).toHaveCount(0);
  await expect(queue).not.toHaveValue('');
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await expect(queue).toBeFocused();
  await expect(unassign).not.toBeChecked();
});

test('an Enter that is held picks a suggestion, and sends nothing', async ({ scene }) => {
  const { page } = scene;
  await showTicket(page, A);
  const form = await openComposer(page, 'Move');
  const queue = form.getByRole('combobox', { name: 'Queue' });
  await queue.press('ArrowDown');
  await queue.press('ArrowDown');
  await page.keyboard.down('Enter');
  await expect(queue).not.toHaveValue('');
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.keyboard.press('Tab');
  // Whatever was handed over before this is in the outbox by the time this is.
  await page.getByRole('toolbar', { name: 'Actions' }).getByRole('button', { name: 'Close', exact: true }).click();
  await expect.poll(() => kindsInOutbox(page)).toEqual(['close']);
  await expect(form).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => inOutbox(page)).toBe(0);
});

test('`Show` of what stopped, clicked twice, shows the first of two', async ({ scene }) => {
  const { page } = scene;
  await closeHeld(page, [A, B]);
  await showTicket(page, C);
  await scene.pinOutbox(['failed', 'failed']);
  const named = (id: string) => page.getByText(`Close ${id}: `).first();
  await expect(page.getByText('1 more in the outbox.')).toBeVisible();
  const [first, other] = (await named(A).isVisible()) ? [A, B] : [B, A];
  const show = page.getByRole('button', { name: 'Show', exact: true });
  await clickTwice(page, show, () => expect(named(other)).toBeVisible());
  await openComposer(page, 'Note');
  await expect(page.getByRole('form', { name: `Note on ${first}` })).toBeVisible();
});

test('from one ticket to the next nothing is asked of storage that stands there', async ({ scene }) => {
  const { page } = scene;
  await page.addInitScript(`{
    globalThis.reads = [];
    const { session } = chrome.storage;
    const get = session.get.bind(session);
    session.get = (keys, ...rest) => {
      reads.push(JSON.stringify(keys));
      return get(keys, ...rest);
    };
  }`);
  await page.reload();
  await showRead(scene, [A, B]);
  await row(page, A).click();
  await page.getByRole('heading', { name: 'Activity' }).waitFor();
  await page.evaluate('reads.length = 0');
  await page.getByRole('button', { name: 'Next ticket on this page' }).click();
  await page.getByRole('article', { name: B, exact: true }).getByRole('heading', { name: 'Activity' }).waitFor();
  const reads = await page.evaluate<string[]>('reads');
  expect(reads.filter((keys) => !keys.includes('ticket:'))).toEqual([]);
});

test('what cannot be taken back says why where it can still be undone, by its button and by its key', async ({
  scene,
}) => {
  await scene.failing({
    'action.backToDraft': { code: 'storage-full' },
    'action.stepMany': { code: 'storage-full' },
  });
  const { page, desk } = scene;
  const stood = [A, B].map((id) => desk.tickets.get(id)?.status);
  const why = page.getByRole('region', { name: 'Just now' }).getByText(REFUSED);
  await showTicket(page, A);
  await page.getByRole('toolbar', { name: 'Actions' }).getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(why).toHaveCount(1);
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(why).toHaveCount(0);
  await showTicket(page, B);
  await page.getByRole('toolbar', { name: 'Actions' }).getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByText(`Closing ${B} in`)).toBeVisible();
  await page.getByRole('heading', { name: 'Activity' }).click();
  await page.keyboard.press('Control+z');
  await expect(why).toHaveCount(1);
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(why).toHaveCount(0);
  await page.getByRole('button', { name: 'On this page' }).click();
  await showRead(scene, [F, G]);
  for (const id of [F, G]) await box(page, id).check();
  await bar(page).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Close 2 tickets' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(why).toHaveCount(1);
  // As they were, for other tests.
  await untilWritten(desk, 2);
  for (const [at, id] of [A, B].entries()) Object.assign(desk.tickets.get(id) ?? {}, { status: stood[at] });
});

test('`Close` of which the answer was lost closes again what was opened again', async ({ scene }) => {
  const { page, desk } = scene;
  await scene.ask('settings.change', { changes: { undoSeconds: 0 } });
  await showTicket(page, E);
  await page.evaluate(`{
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    chrome.runtime.sendMessage = async (message) => {
      const answer = await send(message);
      return message.name === 'action.submit' ? { ok: false, failure: { code: 'internal' } } : answer;
    };
  }`);
  const close = page.getByRole('toolbar', { name: 'Actions' }).getByRole('button', { name: 'Close', exact: true });
  await close.click();
  await untilWritten(desk, 1);
  await expect(close).toHaveCount(0);
  await expect.poll(() => inOutbox(page)).toBe(0);
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  desk.act(E, 'James Conrad', { kind: 'note', note: 'Not solved', status: STATUS.working });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await close.click();
  await untilWritten(desk, 2);
  await expect(close).toHaveCount(0);
});

test('a write of which the answer was lost is never said to have failed where the agent went meanwhile', async ({
  scene,
}) => {
  const { page } = scene;
  await showTicket(page, A);
  await page.evaluate(`{
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    const said = new Promise((go) => { globalThis.lose = go; });
    chrome.runtime.sendMessage = async (message) => {
      const answer = await send(message);
      if (message.name !== 'action.submit') return answer;
      await said;
      return { ok: false, failure: { code: 'internal' } };
    };
  }`);
  await page.getByRole('toolbar', { name: 'Actions' }).getByRole('button', { name: 'Close', exact: true }).click();
  await expect.poll(() => inOutbox(page)).toBe(1);
  await showTicket(page, B);
  await page.evaluate('lose()');
  const held = page.getByText(`Closing ${A} in`);
  await expect(held).toBeVisible();
  // Taken back on another surface it leaves the outbox without an outcome.
  const ids = await page.evaluate<string[]>(
    "chrome.storage.session.getKeys().then((keys) => keys.flatMap((key) => (key.startsWith('outbox:') ? [key.slice(7)] : [])))",
  );
  await scene.ask('action.backToDraft', { id: ids[0] });
  await expect(held).toHaveCount(0);
  await expect(page.getByText(`Close ${A}:`)).toHaveCount(0);
});

test('tags are taken off one after the other as fast as they move up', async ({ scene }) => {
  const { page } = scene;
  await showTicket(page, C);
  const form = await openComposer(page, 'Tag');
  const remove = form.getByRole('button', { name: /^Remove / });
  await expect(remove).toHaveCount(2);
  await clickTwice(page, remove.first(), () => expect(remove).toHaveCount(1));
  await expect(remove).toHaveCount(0);
});

test('while a slow desk is asked before a write leaves, that is said, not that it leaves in 0 s', async ({ scene }) => {
  const { page, desk } = scene;
  await closeHeld(page, [A]);
  // Long enough for `Undo` on a busy machine; nothing waits for it then.
  desk.latencyMs = 12_000;
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.getByText(`Close ${A}: Sending…`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => inOutbox(page)).toBe(0);
  desk.latencyMs = 0;
});
