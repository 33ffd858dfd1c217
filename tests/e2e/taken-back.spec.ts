/** Permissions taken back while running, in Chromium: said in panel, popup and settings, given again by one click. */
import type { Locator, Page } from '@playwright/test';
import { ONE_ID } from '../sandbox/sample-ids.ts';
import { everySite } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { openSettings } from '../support/settings-page.ts';
import { countMarks } from '../support/what-runs.ts';

test('permissions taken back while running are said everywhere, and one click gives them again', async ({
  connected,
  pages,
}) => {
  const { page } = connected;
  await page.goto(pages.url('one'));
  await expect.poll(() => countMarks(page)).toBe(1);
  const settings = await openSettings(connected);
  const inSettings = settings.getByText('It may not look at every site.');
  await expect(inSettings).toBeHidden();
  const panel = await connected.openSidePanel(page);
  const inPanel = panel.getByText('Deskside may not look at this page');
  await expect(panel.getByRole('article', { name: ONE_ID })).toBeVisible();
  // Taken back like this, it comes again by our own asking only; what a person would answer is said before (allowHosts).
  const takeBack = async () => {
    await settings.evaluate(`chrome.permissions.remove({ origins: ${JSON.stringify(everySite)} })`);
    await page.bringToFront();
    await expect(inPanel).toBeVisible();
    await expect(inSettings).toBeVisible();
    await expect.poll(() => countMarks(page)).toBe(0);
  };
  const allowBy = async (front: Page, button: Locator) => {
    await connected.allowHosts(everySite);
    await front.bringToFront();
    await expect(inSettings, 'not before the click').toBeVisible();
    await button.click();
    await expect(inSettings).toBeHidden();
    await expect.poll(() => countMarks(page)).toBe(1);
  };

  await takeBack();
  await allowBy(page, panel.getByRole('button', { name: 'Allow on every site' }));
  await expect(panel.getByRole('article', { name: ONE_ID })).toBeVisible();

  await takeBack();
  await allowBy(settings, settings.getByRole('button', { name: 'Allow', exact: true }));

  await takeBack();
  const popup = await connected.clickToolbar(page);
  await expect(popup.getByText('Deskside may not look at this page')).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Allow on every site' })).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Allow on this site' })).toBeVisible();
});

test('the desk’s own permission taken back is said in panel and settings', async ({ deskside }) => {
  await deskside.connect();
  const settings = await openSettings(deskside);
  const panel = await deskside.openBeside('one');
  await deskside.removeHost('https://*.sympoq.com/*');
  const words = 'It may not call your desk at acme.sympoq.com.';
  await expect(settings.getByText(words)).toBeVisible();
  await expect(panel.getByText(words)).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Allow', exact: true })).toBeVisible();
  // Its click asks the browser, whose question nobody could answer headless (Firefox does, in its own test).
  await deskside.allowHosts(['https://acme.sympoq.com/*']);
  await expect(panel.getByText(words)).toBeHidden();
  await expect(settings.getByText(words)).toBeHidden();
});
