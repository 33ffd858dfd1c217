/** Whether we look at the active tab of each window, and what its frames saw, kept true while tabs come, go and change. */
import { browser } from 'wxt/browser';
import { settingsItem } from '../state/settings.ts';
import { askedTabs, tabs } from '../state/tabs.ts';
import type { TabLook } from '../tickets/page-state.ts';
import { findWebOrigin } from '../tickets/site-pattern.ts';
import { colourBadge } from './badge.ts';
import { runScript } from './content-script.ts';
import { ANSWER_MS, doubtPage, forgetFrames, pageStands, pruneFrames } from './frames.ts';
import { createTurns, waited } from './limits.ts';
import { createNewest } from './page-limits.ts';
import { withRoom } from './room.ts';
import { readSettingsInForce } from './settings.ts';
import { readSiteState } from './sites.ts';

/** A tab that is closed while it is looked at is forgotten after the look, not before. */
const turns = createTurns();

/** Looks at a tab anew; only active tabs have a record. */
function lookAtTab(tabId: number): Promise<void> {
  return turns.write(String(tabId), () => lookNow(tabId));
}

async function lookNow(tabId: number): Promise<void> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab?.active) return;
  const { values } = await readSettingsInForce();
  const state = await readSiteState(tabId, tab.url, values);
  const isShut = state === 'on' && tab.status === 'complete' && !(await isLookedAt(tabId));
  await store(tabId, { origin: findWebOrigin(tab.url) ?? null, state: isShut ? 'browser-page' : state });
}

/**
 * Brings the script where it should run and does not: into a page that came back from the browser's cache without
 * one, or that stood open while the extension was switched off. False where the browser lets nobody in (its pages of
 * errors, shops and documents have the addresses of web pages). What the agent asked for is for one page, so not renewed.
 */
async function isLookedAt(tabId: number): Promise<boolean> {
  if ((await askedTabs.item(String(tabId)).read()) !== null) return true;
  const brought = pageStands(tabId).then((stands) => stands || runScript(tabId));
  return Promise.race([brought, waited(ANSWER_MS, new AbortController().signal).then(() => true)]);
}

async function store(tabId: number, record: TabLook): Promise<void> {
  const item = tabs.item(String(tabId));
  const known = await item.read();
  if (known?.origin !== record.origin || known.state !== record.state) await withRoom(() => item.write(record));
}

/** Looks at the active tab of every window: at a start, and when settings or permissions changed. */
async function lookAtActiveTabs(): Promise<void> {
  const active = await browser.tabs.query({ active: true });
  await Promise.all(active.map(({ id }) => (id === undefined ? undefined : lookAtTab(id))));
}

async function forgetTab(tabId: number): Promise<void> {
  await turns.write(String(tabId), () => tabs.item(String(tabId)).remove());
  await forgetFrames(tabId);
}

/** Pruning asks every frame of a tab: once for a burst of changes. */
const pruning = createNewest(300);

export function pruneSoon(tabId: number): void {
  pruning.push(String(tabId), () => void pruneFrames(tabId), false);
}

/** Registers the listeners, in the worker's first turn. */
export function startTabs(): void {
  browser.tabs.onActivated.addListener(({ tabId }) => {
    doubtPage(tabId);
    void lookAtTab(tabId);
    pruneSoon(tabId);
  });
  browser.tabs.onUpdated.addListener((tabId, { status, url, discarded }) => {
    if (discarded) return void forgetFrames(tabId);
    if (status === undefined && url === undefined) return;
    if (status !== 'complete') doubtPage(tabId);
    void lookAtTab(tabId);
    pruneSoon(tabId);
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  browser.tabs.onReplaced?.addListener((added, removed) => {
    void forgetTab(removed);
    void lookAtTab(added);
  });
  const lookAgain = () => void lookAtActiveTabs();
  browser.permissions.onAdded.addListener(lookAgain);
  browser.permissions.onRemoved.addListener(lookAgain);
  watchSettings(lookAgain);
  void Promise.all([lookAtActiveTabs(), colourBadge()]);
}

/** What is looked at changes with the settings, and when the agent asks for one tab. */
function watchSettings(onChange: () => void): void {
  const signal = new AbortController().signal;
  settingsItem.watch(onChange, signal);
  askedTabs.watchAll(onChange, signal);
}
