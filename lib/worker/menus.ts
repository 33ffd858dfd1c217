/** The context menu: look up what is selected, or add it to a note; look for tickets where we look only when asked. */
import { browser } from 'wxt/browser';
import { openPanel } from '../state/open-panel.ts';
import { settingsItem } from '../state/settings.ts';
import { selections } from '../state/tabs.ts';
import { compileForms } from '../tickets/compile.ts';
import { findIds } from '../tickets/find-ids.ts';
import { MOST_SELECTED } from '../tickets/page-selection.ts';
import type { Settings } from '../tickets/settings.ts';
import { menuWords } from '../words/menu-words.ts';
import { lookUp, readSelection } from './look-up.ts';
import { askPanel } from './open-panel.ts';
import { withRoom } from './room.ts';
import { readSettingsInForce } from './settings.ts';
import { lookNow } from './sites.ts';

/** Registers the listeners, in the worker's first turn. The browser keeps the items themselves over restarts. */
export function startMenus(): void {
  browser.runtime.onInstalled.addListener(() => void createMenus());
  // The browser's own language may be another one since.
  browser.runtime.onStartup.addListener(() => void readSettingsInForce().then(({ values }) => offerMenus(values)));
  settingsItem.watch(({ values }) => void offerMenus(values), new AbortController().signal);
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (!isTab(tab)) return void takeFromSurface(info);
    void openPanel(tab.windowId);
    if (info.menuItemId === 'menuLookUp') void lookUp(tab.windowId, info.selectionText ?? '');
    else if (info.menuItemId === 'menuAddNote') void keepSelection(tab, info);
    else void lookNow(tab.id);
  });
}

/** A click in a panel or popup comes without a tab, or with one of number -1. */
function isTab(tab: ClickedTab | undefined): tab is ClickedTab & { id: number; windowId: number } {
  return (tab?.id ?? -1) >= 0 && (tab?.windowId ?? -1) >= 0;
}

/** What is selected in our own panel: it is open already, in the window where the agent is. */
async function takeFromSurface(info: Clicked): Promise<void> {
  const { id: windowId } = await browser.windows.getLastFocused();
  if (windowId === undefined) return;
  if (info.menuItemId === 'menuLookUp') return lookUp(windowId, info.selectionText ?? '');
  if (info.menuItemId === 'menuAddNote') return keepSelection({ windowId }, info);
  const [tab] = await browser.tabs.query({ active: true, windowId });
  if (tab?.id !== undefined) await lookNow(tab.id);
}

/** Title and address stand in it after a click on the menu, which gives us `activeTab`. */
interface ClickedTab {
  id?: number | undefined;
  windowId?: number | undefined;
  title?: string | undefined;
  url?: string | undefined;
}

interface Clicked {
  menuItemId: number | string;
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
  const { values } = await readSettingsInForce();
  const titles = menuWords(values.language, browser.i18n.getMessage);
  await browser.contextMenus.removeAll();
  for (const id of ['menuLookUp', 'menuAddNote', 'menuLookHere'] as const)
    browser.contextMenus.create({ id, title: titles[id], contexts: [id === 'menuLookHere' ? 'page' : 'selection'] });
  await offerMenus(values);
}

/**
 * Shows what the settings call for, in their language. Fails only in the moment before the items are there, and then they
 * are made right.
 */
async function offerMenus({ where, allowedActions, language }: Settings): Promise<void> {
  const titles = menuWords(language, browser.i18n.getMessage);
  const offer = (item: keyof typeof titles, visible = true) =>
    browser.contextMenus.update(item, { title: titles[item], visible }).catch(() => undefined);
  await Promise.all([
    offer('menuLookUp'),
    offer('menuLookHere', where === 'asked'),
    offer('menuAddNote', allowedActions.includes('note')),
  ]);
}
