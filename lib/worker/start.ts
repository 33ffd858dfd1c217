/** Starts the worker: every listener is registered in the first turn, so that no event that woke it is lost. */
import { browser } from 'wxt/browser';
import { startCommands } from './commands.ts';
import { restoreConnection } from './connection-kept.ts';
import { dispatch, type Tables } from './dispatch.ts';
import { shutOutContentScripts } from './key.ts';
import { startMenus } from './menus.ts';
import { startOmnibox } from './omnibox.ts';
import { startOutbox } from './outbox-start.ts';
import { pageAnswers } from './page-answers.ts';
import { panelAnswers } from './panel-answers.ts';
import type { Sender } from './sender.ts';
import { startSettings } from './settings-start.ts';
import { startTabs } from './tabs.ts';

/** Called synchronously by the background entrypoint. Each area adds its own `startX()` here. */
export function startWorker(): void {
  answerMessages();
  startSettings();
  startOutbox();
  startTabs();
  startMenus();
  startCommands();
  startOmnibox();
  void Promise.all([shutOutContentScripts(), restoreConnection()]);
}

function answerMessages(): void {
  const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin };
  const tables: Tables = { own, panel: panelAnswers, page: pageAnswers };
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, sendResponse: (answer: unknown) => void) => {
    void dispatch(message, sender, tables).then(sendResponse);
    return true;
  });
}
