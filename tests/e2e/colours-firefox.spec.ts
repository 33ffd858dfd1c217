/** Firefox with the agent's own colours, as people choose them who see little: every word on every button is to be read. */
import { INBOX_IDS } from '../sandbox/sample-ids.ts';
import type { Firefox } from '../support/firefox.ts';
import { expect, test } from '../support/fixtures.ts';

const [first = ''] = INBOX_IDS;

/** In the browser's settings: its own colours, always. */
async function choose(firefox: Firefox, ground: string, words: string): Promise<void> {
  const set = `const [ground, words] = arguments;
    Services.prefs.setIntPref('browser.display.document_color_use', 2);
    Services.prefs.setBoolPref('browser.display.use_system_colors', false);
    Services.prefs.setStringPref('browser.display.background_color', ground);
    Services.prefs.setStringPref('browser.display.foreground_color', words);
    Services.prefs.setStringPref('browser.anchor_color', words);`;
  await firefox.evaluateInBrowser(set, ground, words);
}

/** The buttons whose words have less than 4.5 times the light, or less than 1 / 4.5, of what they stand on. */
const unreadable = `
  const light = (color) => {
    const [r, g, b] = color.match(/[0-9.]+/g).map((each) => each / 255)
      .map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const isClear = (color) => color === 'transparent' || /^rgba.*, 0\\)$/.test(color);
  const groundOf = (element) => {
    const { backgroundColor } = getComputedStyle(element);
    return isClear(backgroundColor) && element.parentElement ? groundOf(element.parentElement) : backgroundColor;
  };
  const ground = groundOf(document.body);
  if (ground !== arguments[0]) return 'the ground is ' + ground;
  const shown = [...document.querySelectorAll('button')].filter((each) => each.checkVisibility() && !each.disabled);
  return shown.filter((each) => {
    const ratio = light(getComputedStyle(each).color) / light(groundOf(each));
    return Math.max(ratio, 1 / ratio) < 4.5;
  }).map((each) => each.ariaLabel ?? each.textContent).join(' | ') || 'none of ' + (shown.length > 9 ? 'many' : shown.length)`;

test('buttons in colours of the agent’s own, in a sidebar that goes by the theme', async ({ firefox, desk, pages }) => {
  await firefox.openExtensionPage('options.html#start');
  await firefox.tab.type({ role: 'textbox', name: 'Desk address' }, 'acme');
  await firefox.tab.type({ role: 'textbox', name: 'API key' }, desk.keys.agent);
  await firefox.tab.click({ role: 'button', name: 'Connect' });
  await firefox.tab.click({ role: 'button', name: 'Allow and finish' });
  await firefox.tab.waitForText('You are all set');
  await firefox.openTab(pages.url('inbox'));
  const sidebar = await firefox.openSidebar();
  await sidebar.click({ role: 'button', name: first });
  await sidebar.click({ role: 'button', name: 'Reply' });
  await sidebar.waitForText('Canned replies');

  await choose(firefox, '#000000', '#ffff00');
  const black = () => sidebar.evaluate(unreadable, 'rgb(0, 0, 0)');
  await expect.poll(black).toBe('none of many');
  await sidebar.click({ role: 'button', name: 'Tag' });
  await sidebar.waitForText('Add a tag');
  await expect.poll(black).toBe('none of many');

  // A dark theme, and light colours.
  const darken = `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    await (await AddonManager.getAddonByID('firefox-compact-dark@mozilla.org')).enable();`;
  await firefox.evaluateInBrowser(darken);
  await choose(firefox, '#ffffff', '#000000');
  await sidebar.waitFor("return matchMedia('(prefers-color-scheme: dark)').matches");
  await expect.poll(() => sidebar.evaluate(unreadable, 'rgb(255, 255, 255)')).toBe('none of many');
});
