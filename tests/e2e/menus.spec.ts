/** The context menu and the commands: what is offered, and that a selection opens its ticket in the panel. */
import { expect, test } from '../support/fixtures.ts';

/** The worker's side, as far as it is used here. The browser's own event is fired as a click on the menu fires it. */
declare const chrome: {
  tabs: { query(wanted: object): Promise<object[]> };
  contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
  commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
};

test('a selected subject opens its ticket, other words are searched', async ({ connected }) => {
  const panel = await connected.openBeside('plain');
  const worker = await connected.worker();
  const lookUp = (text: string) =>
    worker.evaluate(async (selectionText) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.contextMenus.onClicked.dispatch({ menuItemId: 'look-up', selectionText }, tab ?? {});
    }, text);

  await lookUp('ASSIGNMENT: [09-13-O-TW4] Technical support');
  await expect(panel.getByRole('heading', { name: '09-13-O-TW4' })).toBeVisible();

  await lookUp('no ticket has these words');
  await expect(panel.getByText('no ticket has these words')).toBeVisible();
});

test('three commands are offered, each with a key', async ({ connected }) => {
  const worker = await connected.worker();
  const commands = await worker.evaluate(() => chrome.commands.getAll());
  const ours = commands.filter(({ name }) => name !== '_execute_action');
  expect(ours.map(({ name }) => name).sort()).toEqual(['look-up-selection', 'next-ticket', 'open-panel']);
  expect(ours.filter(({ shortcut }) => shortcut === '')).toEqual([]);
});
