/** By keyboard: a button that goes once it did its work hands the focus on, in panel and popup. */
import type { Page } from '@playwright/test';
import { expect } from '../support/fixtures.ts';
import { list, row } from '../support/list-of-page.ts';
import { testOnStage } from '../support/stage-test.ts';

const test = testOnStage();

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('`Load more` stays while it reads, and then leads to a row', async ({ scene }) => {
  const { page, desk } = scene;
  const ids = [...desk.tickets.keys()].slice(0, 60);
  await scene.showPage(ids);
  const more = button(page, 'Load more');
  // Slowly enough that as many are read as a page may cause.
  for (let at = 0; at < ids.length; at += 6) {
    await row(page, ids[at] ?? '').scrollIntoViewIfNeeded();
    await page.waitForTimeout(200);
  }
  await more.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  desk.latencyMs = 700;
  const before = desk.calls.length;
  await more.press('Enter');
  await expect.poll(() => desk.calls.length).toBeGreaterThan(before);
  await expect(more).toHaveAttribute('aria-busy', 'true');
  await expect(more).toBeFocused();
  await expect(more).toHaveCount(0);
  await expect(list(page).locator('.row__open:focus')).toHaveCount(1);
});
