/** Permissions taken back while running, in Firefox, whose users meet this first: said, and given again by one click. */
import type { Firefox } from '../support/firefox.ts';
import { expect, test } from '../support/fixtures.ts';

/** As the switch on the extension's own page of `about:addons` does it. */
async function takeBack(firefox: Firefox, origins: readonly string[]): Promise<void> {
  const remove = `
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { extension } = WebExtensionPolicy.getByID(arguments[0]);
    await ExtensionPermissions.remove(arguments[0], { permissions: [], origins: arguments[1] }, extension);`;
  await firefox.evaluateInBrowser(remove, firefox.extensionId, origins);
}

const EVERY = ['https://*/*', 'http://*/*'];

const countMarks = 'return [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)';

test('the sites, and the desk: said in the sidebar and in the settings, one click grants them', async ({
  firefox,
  desk,
  pages,
}) => {
  const { tab } = firefox;
  await firefox.openExtensionPage('options.html#start');
  await tab.type({ role: 'textbox', name: 'Desk address' }, 'acme');
  await tab.type({ role: 'textbox', name: 'API key' }, desk.keys.agent);
  await tab.click({ role: 'button', name: 'Connect' });
  await tab.click({ role: 'button', name: 'Allow and finish' });
  await tab.waitForText('You are all set');
  await firefox.open(pages.url('one'));
  await tab.waitFor(countMarks);
  const sidebar = await firefox.openSidebar();
  await sidebar.waitForText('Reply');

  await takeBack(firefox, EVERY);
  await sidebar.waitForText('Deskside may not look at this page');
  await tab.waitFor(`${countMarks} === 0`);
  await sidebar.click({ role: 'button', name: 'Allow on every site' });
  await tab.waitFor(countMarks);
  await sidebar.waitForText('Reply');

  await takeBack(firefox, [...EVERY, 'https://*.sympoq.com/*', 'https://acme.sympoq.com/*']);
  await sidebar.waitForText('It may not call your desk at acme.sympoq.com.');
  await firefox.openExtensionPage('options.html');
  await tab.waitForText('It may not look at every site.');
  await tab.click({ role: 'button', name: 'Allow' });
  const isSaid = "return !document.body.innerText.includes('The browser does not allow Deskside')";
  await tab.waitFor(isSaid);
  await firefox.open(pages.url('one'));
  expect(await tab.waitFor(countMarks)).toBe(1);
});
