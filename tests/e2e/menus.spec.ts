/** The context menu and the commands: what is offered, and that a selection opens its ticket in the panel. */
import type { Frame, Page } from '@playwright/test';
import { askWorker } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { untilWritten, writesAt } from '../support/ticket-panel.ts';

/** The worker's side, as far as it is used here. The browser's own event is fired as a click on the menu fires it. */
declare const chrome: {
  storage: {
    session: { get(keys: unknown): Promise<object>; set(items: object): Promise<void> };
    onChanged: { addListener(listener: () => void): void };
  };
  windows: { getCurrent(): Promise<{ id: number }> };
  tabs: { query(wanted: object): Promise<{ id: number }[]> };
  scripting: { executeScript(what: object): Promise<{ frameId: number }[]> };
  contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
  omnibox: {
    onInputChanged: {
      dispatch(text: string, suggest: (found: { content: string; description: string }[]) => void): void;
    };
    onInputEntered: { dispatch(text: string, disposition: string): void };
  };
  commands: {
    getAll(): Promise<{ name: string; shortcut: string }[]>;
    onCommand: { dispatch(name: string, tab: object): void };
  };
};

test('a selected subject opens its ticket, other words are searched', async ({ connected }) => {
  const panel = await connected.openBeside('plain');
  const worker = await connected.worker();
  const lookUp = (text: string) =>
    worker.evaluate(async (selectionText) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.contextMenus.onClicked.dispatch({ menuItemId: 'menuLookUp', selectionText }, tab ?? {});
    }, text);

  await lookUp('ASSIGNMENT: [09-13-O-TW4] Technical support');
  await expect(panel.getByRole('heading', { name: '09-13-O-TW4', exact: true })).toBeVisible();

  await lookUp('no ticket has these words');
  await expect(panel.getByText('no ticket has these words')).toBeVisible();

  // The field says what was looked up, whatever stood in it, and so it does on the way back.
  const field = panel.getByRole('textbox', { name: 'Ticket ID or search' });
  await expect(field).toHaveValue('no ticket has these words');
  await field.fill('invoice');
  await field.press('Enter');
  await expect(panel.getByRole('list', { name: 'Search results' })).toBeVisible();
  await lookUp('refund');
  await expect(field).toHaveValue('refund');
  await lookUp('[11-14-3-AS7]');
  await expect(panel.getByRole('heading', { name: '11-14-3-AS7', exact: true })).toBeVisible();
  await expect(field).toHaveValue('');
  await panel.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(panel.getByRole('list', { name: 'Search results' })).toBeVisible();
  await expect(field).toHaveValue('refund');
  await panel.getByRole('button', { name: 'Clear the search' }).click();
  await expect(panel.getByText('No ticket IDs on this page')).toBeVisible();

  // Of several one is chosen.
  await lookUp('[09-13-O-TW4] is the same as [11-20-K-R5D]');
  await expect(panel.getByText('2 tickets in this text:')).toBeVisible();
  await panel.getByRole('button', { name: '11-20-K-R5D', exact: true }).click();
  await expect(panel.getByRole('heading', { name: '11-20-K-R5D', exact: true })).toBeVisible();
});

test('a selection becomes a note of the ticket that the agent opens, and is shown before it is sent', async ({
  connected,
  desk,
}) => {
  await askWorker(connected, 'settings.change', { changes: { undoSeconds: 30 } });
  const panel = await connected.openBeside('plain');
  const web = connected.page;
  const worker = await connected.worker();
  const choose = (frameId: number) =>
    worker.evaluate(async (frame) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const info = { menuItemId: 'menuAddNote', selectionText: 'in one line', frameId: frame };
      chrome.contextMenus.onClicked.dispatch(info, tab ?? {});
    }, frameId);
  const select = async (html: string) => {
    await web.evaluate((body) => {
      document.title = 'A chat';
      document.body.innerHTML = body;
      getSelection()?.selectAllChildren(document.body);
    }, html);
    await choose(0);
  };
  const add = panel.getByRole('button', { name: 'Add as a note' });

  await select('<p>The printer is on fire.</p><p>Send help.</p>');
  await expect(panel.getByText('The printer is on fire.')).toBeVisible();
  await expect(panel.getByText('Open the ticket that it belongs to.')).toBeVisible();
  await expect(add).toHaveCount(0);
  const field = panel.getByRole('textbox', { name: 'Ticket ID or search' });
  await field.fill('09-13-O-TW4');
  await field.press('Enter');
  await add.click();
  await expect(add).toHaveCount(0);
  const note = panel.getByRole('textbox', { name: 'Note', exact: true });
  const quoted = `> The printer is on fire.\n>\n> Send help.\nA chat, ${web.url()}\n\n`;
  await expect(note).toHaveValue(quoted);
  await note.press('ControlOrMeta+End');
  await note.pressSequentially('I called them.');

  // The one that names its ticket leads there; what was typed stays above what comes.
  await select('<p>More on 09-13-O-TW4</p>');
  await add.click();
  const both = `${quoted}I called them.\n\n> More on 09-13-O-TW4\nA chat, ${web.url()}\n\n`;
  await expect(note).toHaveValue(both);
  expect(writesAt(desk)).toEqual([]);
  await panel.getByRole('button', { name: 'Add note' }).click();
  await panel.getByRole('button', { name: 'Send now' }).click();
  expect((await untilWritten(desk)).body).toEqual({ note: both.trim() });

  await select('<p>Never mind.</p>');
  await expect(panel.getByText('Never mind.')).toBeVisible();
  await panel.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(panel.getByText('Never mind.')).toHaveCount(0);

  // What is selected in the page around a frame is not what was clicked in it.
  await web.evaluate(() => {
    document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: '<p>Within the frame</p>' }));
  });
  const inner = web.frames()[1] ?? web.mainFrame();
  await inner.getByText('Within the frame').waitFor();
  await inner.evaluate(() => getSelection()?.selectAllChildren(document.body));
  const frames = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const target = { tabId: tab?.id ?? 0, allFrames: true };
    return chrome.scripting.executeScript({ target, func: () => undefined });
  });
  await choose(frames.find(({ frameId }) => frameId !== 0)?.frameId ?? 0);
  await expect(panel.getByText('Within the frame')).toBeVisible();
});

test('the key looks up what was selected last, be it in a frame of the page', async ({ connected }) => {
  const panel = await connected.openBeside('plain');
  const web = connected.page;
  await web.evaluate(() => {
    document.body.innerHTML = '<p>11-14-3-AS7</p>';
    document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: '<p>09-13-O-TW4</p>' }));
  });
  const inner = web.frames()[1] ?? web.mainFrame();
  const select = (frame: Page | Frame, text: string) => frame.getByText(text).click({ clickCount: 3 });
  const worker = await connected.worker();
  const press = () =>
    worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.commands.onCommand.dispatch('look-up-selection', tab ?? {});
    });
  await select(web, '11-14-3-AS7');
  await press();
  await expect(panel.getByRole('heading', { name: '11-14-3-AS7', exact: true })).toBeVisible();
  await select(inner, '09-13-O-TW4');
  await press();
  await expect(panel.getByRole('heading', { name: '09-13-O-TW4', exact: true })).toBeVisible();
});

test('what is selected in the panel itself can be looked up too', async ({ connected }) => {
  const panel = await connected.openBeside('plain');
  const worker = await connected.worker();
  // As Chromium says where its side panel was clicked; Firefox says no tab at all.
  await worker.evaluate(() => {
    const info = { menuItemId: 'menuLookUp', selectionText: '09-13-O-TW4' };
    chrome.contextMenus.onClicked.dispatch(info, { id: -1, windowId: -1 });
  });
  await expect(panel.getByRole('heading', { name: '09-13-O-TW4', exact: true })).toBeVisible();
});

test('a panel shows what it is asked for while it opens, though the browser takes its listener late', async ({
  connected,
  pages,
}) => {
  await connected.page.goto(pages.url('plain'));
  const panel = await connected.context.newPage();
  await panel.addInitScript(() => {
    const { session, onChanged } = chrome.storage;
    const [get, add] = [session.get.bind(session), onChanged.addListener.bind(onChanged)];
    onChanged.addListener = (listener) => void setTimeout(() => add(listener), 1000);
    let isFirst = true;
    session.get = async (keys) => {
      const found = await get(keys);
      if (!isFirst) return found;
      isFirst = false;
      const { id } = await chrome.windows.getCurrent();
      const request = { wanted: { ticketId: '09-13-O-TW4' }, at: Date.now() };
      await session.set({ [`open:${id}`]: { v: 2, value: request } });
      return found;
    };
  });
  await panel.goto(`${connected.origin}/sidepanel.html`);
  await expect(panel.getByRole('heading', { name: '09-13-O-TW4', exact: true })).toBeVisible();
});

test('three commands are offered, each with a key', async ({ connected }) => {
  const worker = await connected.worker();
  const commands = await worker.evaluate(() => chrome.commands.getAll());
  const ours = commands.filter(({ name }) => name !== '_execute_action');
  expect(ours.map(({ name }) => name).sort()).toEqual(['look-up-selection', 'next-ticket', 'open-panel']);
  expect(ours.filter(({ shortcut }) => shortcut === '')).toEqual([]);
});

test('the address bar suggests the tickets opened last and shows what is entered in the panel', async ({
  connected,
  desk,
}) => {
  const hostile = desk.tickets.get('11-12-R-Y6J');
  if (hostile) hostile.description = 'A <b>bold</b> & "quoted" line';
  const panel = await connected.openBeside('one');
  await expect(panel.getByRole('article', { name: '11-12-R-Y6J' })).toContainText('quoted');
  const worker = await connected.worker();
  const suggested = (text: string) =>
    worker.evaluate((typed) => new Promise((found) => chrome.omnibox.onInputChanged.dispatch(typed, found)), text);
  const line = 'A bold &#38; &#34;quoted&#34; line';
  await expect
    .poll(() => suggested('11-12'))
    .toEqual([{ content: '11-12-R-Y6J', description: `11-12-R-Y6J – ${line}` }]);
  expect(await suggested('QUOTED')).toHaveLength(1);
  expect(await suggested('nothing has this')).toEqual([]);

  const enter = (text: string) =>
    worker.evaluate((typed) => chrome.omnibox.onInputEntered.dispatch(typed, 'currentTab'), text);
  await enter('09-13-o-tw4');
  await expect(panel.getByRole('heading', { name: '09-13-O-TW4', exact: true })).toBeVisible();
  await enter('refund');
  await expect(panel.getByRole('list', { name: 'Search results' })).toBeVisible();
  expect(connected.context.pages().filter((page) => page.url().endsWith('/sidepanel.html'))).toEqual([panel]);

  await panel.close();
  const opening = connected.context.waitForEvent('page', (page) => page.url().endsWith('/sidepanel.html'));
  await enter('09-13-O-TW4');
  await expect((await opening).getByRole('heading', { name: '09-13-O-TW4', exact: true })).toBeVisible();
});
