/** The context menu: look up what is selected, or add it to a note; look for tickets where we look only when asked. */
import { browser } from 'wxt/browser';
import { menuAddNote, menuLookHere, menuLookUp } from '../../public/_locales/en/messages.json';
import { settingsItem } from '../state/settings.ts';
import { selections } from '../state/tabs.ts';
import { compileForms } from '../tickets/compile.ts';
import { findIds } from '../tickets/find-ids.ts';
import type { MessageKey } from '../tickets/message-key.ts';
import { MOST_SELECTED } from '../tickets/page-selection.ts';
import type { Settings } from '../tickets/settings.ts';
import { lookUp, readSelection } from './look-up.ts';
import { askPanel, openPanelByHand } from './open-panel.ts';
import { withRoom } from './room.ts';
import { readSettingsInForce } from './settings.ts';
import { lookNow } from './sites.ts';

const LOOK_UP = 'look-up';
const ADD_NOTE = 'add-note';
const LOOK_HERE = 'look-here';

/** Registers the listeners, in the worker's first turn. The browser keeps the items themselves over restarts. */
export function startMenus(): void {
  browser.runtime.onInstalled.addListener(() => void createMenus());
  settingsItem.watch(({ values }) => void offerMenus(values), new AbortController().signal);
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined || tab.windowId === undefined) return;
    void openPanelByHand(tab.windowId);
    if (info.menuItemId === LOOK_UP) void lookUp(tab.windowId, info.selectionText ?? '');
    else if (info.menuItemId === ADD_NOTE) void keepSelection(tab, info);
    else void lookNow(tab.id);
  });
}

/** Title and address stand in it after a click on the menu, which gives us `activeTab`. */
interface ClickedTab {
  id?: number | undefined;
  windowId?: number | undefined;
  title?: string | undefined;
  url?: string | undefined;
}

interface Clicked {
  selectionText?: string | undefined;
  frameId?: number | undefined;
}

/** Puts the selection before the panel, with the ticket that it names first. The browser itself tells it in one line. */
async function keepSelection({ id, windowId, title = '', url = '' }: ClickedTab, clicked: Clicked): Promise<void> {
  const place = { frameId: clicked.frameId, most: MOST_SELECTED };
  const lines = id === undefined ? '' : await readSelection(id, place);
  const selection = { text: lines || (clicked.selectionText ?? '').slice(0, MOST_SELECTED), title, url };
  if (windowId === undefined || selection.text.trim() === '') return;
  await withRoom(() => selections.item(String(windowId)).write(selection));
  const { values } = await readSettingsInForce();
  const [named] = findIds(selection.text, compileForms(values.forms));
  if (named) await askPanel(windowId, { ticketId: named.id });
}

async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: LOOK_UP, title: word('menuLookUp', menuLookUp.message), contexts: ['selection'] });
  browser.contextMenus.create({
    id: ADD_NOTE,
    title: word('menuAddNote', menuAddNote.message),
    contexts: ['selection'],
  });
  browser.contextMenus.create({ id: LOOK_HERE, title: word('menuLookHere', menuLookHere.message), contexts: ['page'] });
  await offerMenus((await readSettingsInForce()).values);
}

/** Shows what the settings call for. Fails only in the moment before the items are there, and then they are made right. */
async function offerMenus({ where, allowedActions }: Settings): Promise<void> {
  const show = (item: string, visible: boolean) =>
    browser.contextMenus.update(item, { visible }).catch(() => undefined);
  await Promise.all([show(LOOK_HERE, where === 'asked'), show(ADD_NOTE, allowedActions.includes('note'))]);
}

/** In English where Chromium has lost the extension's messages (see load-language.ts): a menu keeps its titles for long. */
function word(key: MessageKey, inEnglish: string): string {
  return browser.i18n.getMessage(key) || inEnglish;
}
