/** `Allow on this site` in Firefox, whose question ends the surface that asked before anyone answers it. */
import type { Firefox } from '../support/firefox.ts';
import { expect, test } from '../support/fixtures.ts';
import { until } from '../support/until.ts';

/** From now on the browser asks as it does for people; who answers is the test, for no screen shows the question. */
async function askForReal(firefox: Firefox): Promise<void> {
  const take = `
    const { ExtensionsUI } = ChromeUtils.importESModule('resource:///modules/ExtensionsUI.sys.mjs');
    const topic = 'webextension-optional-permission-prompt';
    Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', true);
    Services.obs.removeObserver(ExtensionsUI, topic);
    Services.obs.addObserver(({ wrappedJSObject }) => { ExtensionsUI.answerOfTest = wrappedJSObject.resolve }, topic);`;
  await firefox.evaluateInBrowser(take);
}

async function answerQuestion(firefox: Firefox): Promise<void> {
  const answer = `
    const { ExtensionsUI } = ChromeUtils.importESModule('resource:///modules/ExtensionsUI.sys.mjs');
    ExtensionsUI.answerOfTest?.(true);
    return ExtensionsUI.answerOfTest !== undefined`;
  await until('the question', () => firefox.evaluateInBrowser<boolean>(answer));
}

test('the site is looked at though what asked for it is closed by the time the browser allows it', async ({
  firefox,
  desk,
  pages,
}) => {
  const { tab } = firefox;
  await firefox.openExtensionPage('options.html#start');
  await tab.type({ role: 'textbox', name: 'Desk address' }, 'acme');
  await tab.type({ role: 'textbox', name: 'API key' }, desk.keys.agent);
  await tab.click({ role: 'button', name: 'Connect' });
  await tab.waitForText('Connected to acme.sympoq.com');
  const choice = { name: 'settings.change', input: { changes: { where: 'these', sites: [] } } };
  await tab.evaluate('await browser.runtime.sendMessage(arguments[0])', choice);
  await firefox.open(pages.url('one'));
  // As a click on the toolbar button does it: without that the browser tells nobody the address.
  const tell = `
    const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
    WebExtensionPolicy.getByID(arguments[0]).extension.tabManager.addActiveTabPermission(gBrowser.selectedTab)`;
  await firefox.evaluateInBrowser(tell, firefox.extensionId);
  await askForReal(firefox);
  const sidebar = await firefox.openSidebar();
  await sidebar.click({ role: 'button', name: 'Allow on this site' });
  await firefox.evaluateInBrowser("Services.wm.getMostRecentWindow('navigator:browser').SidebarController.hide()");
  await answerQuestion(firefox);
  const countMarks = 'return [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)';
  expect(await tab.waitFor(countMarks)).toBe(1);
});
