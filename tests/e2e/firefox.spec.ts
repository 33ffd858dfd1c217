/** The main job in real Firefox: install, connect, show in the real sidebar, close, seen at the desk. */
import { INBOX_IDS } from '../sandbox/sample-ids.ts';
import { expect, test } from '../support/fixtures.ts';

const [first = ''] = INBOX_IDS;

test('install, connect, show in the sidebar, close', async ({ firefox, desk, pages }) => {
  await test.step('connect and let it look everywhere', async () => {
    await firefox.openExtensionPage('options.html#start');
    await firefox.tab.type({ role: 'textbox', name: 'Desk address' }, 'acme');
    await firefox.tab.type({ role: 'textbox', name: 'API key' }, desk.keys.agent);
    await firefox.tab.click({ role: 'button', name: 'Connect' });
    await firefox.tab.click({ role: 'button', name: 'Allow and finish' });
    await firefox.tab.waitForText('You are all set');
    const hold = { name: 'settings.change', input: { changes: { undoSeconds: 30 } } };
    await firefox.tab.evaluate('await browser.runtime.sendMessage(arguments[0])', hold);
  });

  await firefox.openTab(pages.url('inbox'));
  const sidebar = await firefox.openSidebar();
  await test.step('the ticket in the sidebar', async () => {
    await sidebar.click({ role: 'button', name: first });
    await sidebar.waitForText(desk.tickets.get(first)?.description ?? first);
  });

  await test.step('closed, with the background ended in between', async () => {
    await firefox.terminateBackground();
    await sidebar.click({ role: 'button', name: 'Close' });
    await sidebar.click({ role: 'button', name: 'Send now' });
    await sidebar.waitForText('Reopen');
    expect(desk.tickets.get(first)?.status).toBe(4);
  });
  expect(desk.calls.filter(({ method }) => method === 'PUT').map(({ path }) => path)).toEqual([
    `ticket/close/${first}`,
  ]);
});
