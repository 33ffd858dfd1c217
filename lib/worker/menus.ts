/** The context menu: look up what is selected; look for tickets on a page where we look only when asked. */
import { browser } from 'wxt/browser';
import { menuLookHere, menuLookUp } from '../../public/_locales/en/messages.json';
import { settingsItem } from '../state/settings.ts';
import type { MessageKey } from '../tickets/message-key.ts';
import { lookUp } from './look-up.ts';
import { openPanelByHand } from './open-panel.ts';
import { readSettingsInForce } from './settings.ts';
import { lookNow } from './sites.ts';

const LOOK_UP = 'look-up';
const LOOK_HERE = 'look-here';

/** Registers the listeners, in the worker's first turn. The browser keeps the items themselves over restarts. */
export function startMenus(): void {
  browser.runtime.onInstalled.addListener(() => void createMenus());
  settingsItem.watch(({ values }) => void offerLookHere(values.where === 'asked'), new AbortController().signal);
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined || tab.windowId === undefined) return;
    void openPanelByHand(tab.windowId);
    if (info.menuItemId === LOOK_UP) void lookUp(tab.windowId, info.selectionText ?? '');
    else void lookNow(tab.id);
  });
}

async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: LOOK_UP, title: word('menuLookUp', menuLookUp.message), contexts: ['selection'] });
  const { values } = await readSettingsInForce();
  const visible = values.where === 'asked';
  browser.contextMenus.create({
    id: LOOK_HERE,
    title: word('menuLookHere', menuLookHere.message),
    contexts: ['page'],
    visible,
  });
}

/** Fails only in the moment before the items are there, and then they are made right. */
async function offerLookHere(visible: boolean): Promise<void> {
  await browser.contextMenus.update(LOOK_HERE, { visible }).catch(() => undefined);
}

/** In English where Chromium has lost the extension's messages (see load-language.ts): a menu keeps its titles for long. */
function word(key: MessageKey, inEnglish: string): string {
  return browser.i18n.getMessage(key) || inEnglish;
}
