/** What an agent does while the worker still starts: what is open next stays open, and each key means what it would mean at once. */
import type { Page } from '@playwright/test';
import { expect } from '../support/fixtures.ts';
import { bar, box, showRead } from '../support/list-of-page.ts';
import { slowWorker } from '../support/slow-worker.ts';
import { testOnStage } from '../support/stage-test.ts';
import { INBOX } from '../support/states-page.ts';
import { openComposer, showTicket } from '../support/ticket-panel.ts';

const test = testOnStage({}, 30);

const [A, B, C, D] = INBOX as [string, string, string, string];

const inOutbox = (page: Page) =>
  page.evaluate<number>(
    "chrome.storage.session.getKeys().then((keys) => keys.filter((key) => key.startsWith('outbox:')).length)",
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

test('two clicks in a row on `Send now` send one of several, and leave the next its time', async ({ scene }) => {
  const { page } = scene;
  await closeHeld(page, [B, C, D]);
  const place = await page.getByRole('button', { name: 'Send now' }).boundingBox();
  const [x, y] = [(place?.x ?? 0) + 10, (place?.y ?? 0) + 10];
  await page.mouse.click(x, y);
  await expect(page.getByText(`Closing ${C} in`)).toBeVisible();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await expect(page.getByText(`Ticket closed: ${D}`).first()).toBeVisible();
  await expect(page.getByText(`Closing ${C} in`)).toBeVisible();
});
