/** The list of a page's tickets in the panel: its rows, what is checked, and what is done with several. */
import type { Page } from '@playwright/test';
import type { Scene } from './stage.ts';

export const list = (page: Page) => page.getByRole('list', { name: 'Tickets on this page' });
export const row = (page: Page, id: string) => list(page).locator(`[data-id="${id}"]`);
export const box = (page: Page, id: string) => page.getByRole('checkbox', { name: `Select ${id}` });
export const bar = (page: Page) => page.getByRole('toolbar', { name: 'Actions on the selected tickets' });
export const sendNow = (page: Page) => page.getByRole('button', { name: 'Send now' }).click();

/** Shows a page with these tickets and waits until each is read. */
export async function showRead(scene: Scene, ids: string[], change?: Parameters<Scene['showPage']>[1]): Promise<void> {
  await scene.showPage(ids, change);
  for (const id of ids) await row(scene.page, id).locator('.row__facts:not(.row__facts--blank)').waitFor();
}

export async function checkedIn(page: Page): Promise<string[]> {
  return list(page)
    .locator('li:has(:checked)')
    .evaluateAll((rows) => rows.map((li) => li.dataset.id ?? ''));
}
