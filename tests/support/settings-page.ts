/** The settings page in a tab, as tests open it. */
import type { Page } from '@playwright/test';
import type { Chromium } from './chromium.ts';

/** Opens it and waits until it stands. */
export async function openSettings(chromium: Chromium): Promise<Page> {
  const page = await chromium.openExtensionPage('options.html');
  await page.getByRole('heading', { name: 'Deskside settings' }).waitFor();
  return page;
}
