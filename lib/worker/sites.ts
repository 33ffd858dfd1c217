/** Where we look: makes browser, open pages and settings agree, at every start and after every change of any of them. */
import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '../protocol/result.ts';
import { connectionItem } from '../state/connection.ts';
import { oneAtATime } from '../state/one-at-a-time.ts';
import { sitesItem } from '../state/sites.ts';
import { askedTabs } from '../state/tabs.ts';
import { writePatterns } from '../tickets/compile.ts';
import type { PageSetup } from '../tickets/page-setup.ts';
import type { TabLook } from '../tickets/page-state.ts';
import type { Settings } from '../tickets/settings.ts';
import {
  chooseSite,
  chosenPatterns,
  EVERY_SITE,
  findWebOrigin,
  offPatterns,
  patternOf,
} from '../tickets/site-pattern.ts';
import { registerScript, runScript } from './content-script.ts';
import { forgetFrames, pruneFrames } from './frames.ts';
import { waited } from './limits.ts';
import { withRoom } from './room.ts';
import { changeSettings, readSettingsInForce } from './settings.ts';
import { hearsOrder, orderTab } from './tab-order.ts';
import { addWantedSite } from './wanted-site.ts';

const inTurn = oneAtATime();

/** Registers the script for the chosen sites, serves pages already open, ends it where it may not run. One at a time. */
export function applySites(): Promise<void> {
  return inTurn(applyNow);
}

/** At each start of the worker: the registration is looked at; open pages only when it had to be put right. */
export function checkSites(): Promise<void> {
  return inTurn(checkNow);
}

async function checkNow(): Promise<void> {
  if (await register()) await serveAll();
  else await lookForMissing();
}

async function applyNow(): Promise<void> {
  await register();
  await serveAll();
}

async function register(): Promise<boolean> {
  const { values } = await readSettingsInForce();
  return registerScript({ matches: chosenPatterns(values), excludeMatches: offPatterns(values) });
}

async function serveAll(): Promise<void> {
  await lookForMissing();
  const { values } = await readSettingsInForce();
  const tabs = await browser.tabs.query({});
  const served = Promise.all(tabs.map(({ id, url }) => (id === undefined ? undefined : serveTab(id, url, values))));
  await Promise.race([served, waited(SERVE_MS, new AbortController().signal)]);
}

/** A tab that is frozen, or holds a frame that does not end loading, is served when it wakes; nobody waits for it longer. */
const SERVE_MS = 500;

/** The settings that change what runs in pages, or what a content script is told. */
export const OF_PAGES: readonly (keyof Settings)[] = ['where', 'sites', 'offSites', 'forms', 'markStyle', 'language'];

/** True when pages must be told. */
export function isOtherForPages(before: Settings, after: Settings): boolean {
  return OF_PAGES.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** The address of a tab is only told to us where we are permitted: without one we may not be there. */
async function serveTab(tabId: number, url: string | undefined, settings: Settings): Promise<void> {
  const state = await readSiteState(tabId, url, settings);
  if (state === 'not-allowed') {
    // Frames of chosen sites stay: each asks for itself, and one that may not be looked at takes back what it reported.
    await orderTab(tabId, 'tab.setup');
    return pruneFrames(tabId);
  }
  if (state !== 'on') {
    await orderTab(tabId, 'tab.stop');
    // A frame that hangs answers late: the site may be looked at again by then.
    const { values } = await readSettingsInForce();
    return (await readSiteState(tabId, url, values)) === 'on' ? undefined : forgetFrames(tabId);
  }
  // Neither waits for the other: a frame that still loads keeps the script waiting, not those that have it.
  await Promise.all([orderTab(tabId, 'tab.setup'), runScript(tabId)]);
}

/** Says what the browser does not permit though the settings want it. */
async function lookForMissing(): Promise<void> {
  const { values } = await readSettingsInForce();
  const isMissing = async (pattern: string) => !(await browser.permissions.contains({ origins: [pattern] }));
  const missing: string[] = [];
  for (const pattern of chosenPatterns(values)) if (await isMissing(pattern)) missing.push(pattern);
  const desk = patternOf((await connectionItem.read())?.origin ?? '');
  const missingDesk = desk !== undefined && (await isMissing(desk)) ? desk : null;
  await withRoom(() => sitesItem.write({ missing, missingDesk }));
}

/** What we may and shall do in a tab. `url` is undefined where the browser does not tell it. */
export async function readSiteState(
  tabId: number,
  url: string | undefined,
  settings: Settings,
): Promise<TabLook['state']> {
  if (url !== undefined && !/^https?:/.test(url)) return 'browser-page';
  if (url === undefined) return stateOfUntold(settings);
  const { origin } = new URL(url);
  const choice = chooseSite(settings, origin);
  if (choice === 'off') return 'off';
  const wasAsked = (await askedTabs.item(String(tabId)).read()) === origin;
  if (wasAsked) return 'on';
  if (choice === 'asked') return 'asked';
  return choice === 'chosen' && (await mayLook(origin)) ? 'on' : 'not-allowed';
}

function mayLook(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(origin) ?? ''] });
}

/** With a permission for every site the browser tells every address but those of its own pages. */
async function stateOfUntold({ where }: Settings): Promise<TabLook['state']> {
  if (await browser.permissions.contains({ origins: [...EVERY_SITE] })) return 'browser-page';
  return where === 'asked' ? 'asked' : 'not-allowed';
}

/**
 * The set-up of the script of one frame. A frame rests where its own site or the page around it is switched off, and
 * where neither is chosen and allowed (an old page that came back after the settings changed, a permission taken back).
 */
export async function readPageSetup(tabId: number, frameUrl: string | null): Promise<PageSetup> {
  const { values } = await readSettingsInForce();
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const page = await readSiteState(tabId, tab?.url, values);
  const origin = findWebOrigin(frameUrl ?? undefined);
  const frame = origin === undefined ? page : chooseSite(values, origin);
  const isOff = page === 'off' || frame === 'off';
  const isChosen = frame === 'chosen' && origin !== undefined && (await mayLook(origin));
  const on = !isOff && (page === 'on' || isChosen);
  return { on, patterns: writePatterns(values.forms), markStyle: values.markStyle, language: values.language };
}

/** Switches a site off or on. On where only some sites are looked at: it becomes one of them. */
export async function switchSite(origin: string, on: boolean): Promise<Result<void>> {
  const { values } = await readSettingsInForce();
  const pattern = patternOf(origin);
  if (pattern === undefined) return fail('bad-request', { field: 'origin' });
  const others = values.offSites.filter((off) => patternOf(off) !== pattern);
  const offSites = on ? others : [...others, origin];
  const isNew = on && chooseSite({ ...values, offSites }, origin) === 'unlisted';
  const sites = isNew ? { sites: [...values.sites, pattern] } : {};
  const isOffKnown = offSites.length === values.offSites.length && on;
  const changed = await changeSettings({ ...(isOffKnown ? {} : { offSites }), ...sites });
  if (changed.ok) await applySites();
  return changed;
}

/**
 * Looks at one tab because the agent asked: by `activeTab`, or a permission that is there. `not-allowed` on a site that is
 * switched off or not among the chosen ones: opening the panel by key is no word to look there.
 */
export async function lookNow(tabId: number): Promise<Result<void>> {
  const { values } = await readSettingsInForce();
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (!tab) return fail('gone');
  const origin = findWebOrigin(tab.url);
  if (origin === undefined) return fail('no-permission');
  const choice = chooseSite(values, origin);
  if (choice === 'off' || choice === 'unlisted') return fail('not-allowed');
  if (choice === 'chosen' && (await mayLook(origin))) return ok(undefined);
  const asked = askedTabs.item(String(tabId));
  await withRoom(() => asked.write(origin));
  if (!(await runScript(tabId))) {
    await asked.remove();
    return fail('no-permission');
  }
  // Again: a page that was still loading had nobody yet to say that it was asked for.
  await withRoom(() => asked.write(origin));
  await orderTab(tabId, 'tab.setup');
  return ok(undefined);
}

/** An ask is for one page: when another one is in the tab, none of whose frames has a script of ours, it is over. */
async function endAskOfGonePage(tabId: number): Promise<void> {
  const asked = askedTabs.item(String(tabId));
  if ((await asked.read()) === null) return;
  if (!(await hearsOrder({ tabId }, 'tab.setup'))) await asked.remove();
}

/** Listens for what changes the answer. To be called in the worker's first turn. */
export function watchSites(): void {
  const apply = () => void applySites();
  browser.runtime.onInstalled.addListener(apply);
  browser.runtime.onStartup.addListener(apply);
  browser.permissions.onAdded.addListener(({ origins = [] }) => void addWantedSite(origins).finally(apply));
  browser.permissions.onRemoved.addListener(apply);
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status !== undefined) void endAskOfGonePage(tabId);
  });
  browser.tabs.onRemoved.addListener((tabId) => void askedTabs.item(String(tabId)).remove());
}
