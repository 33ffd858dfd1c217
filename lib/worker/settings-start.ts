/** Starts what settings, policy and sites listen to; called in the worker's first turn. */
import { browser } from 'wxt/browser';
import { settingsItem } from '../state/settings.ts';
import { settleKey } from './ask-key.ts';
import { restoreNames } from './names.ts';
import { watchPolicy } from './policy.ts';
import { readSettingsInForce, renewSettings } from './settings.ts';
import { applySites, checkSites, isOtherForPages, watchSites } from './sites.ts';
import { restoreViews } from './views.ts';

/** Registers the listeners, then puts settings, names and sites in order for this worker's life. */
export function startSettings(): void {
  watchSites();
  watchPolicy(() => void renewAndApply());
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void welcome();
  });
  void Promise.allSettled([restoreNames(), restoreViews(), checkSites()]).then(renewAndApply);
}

/** Takes in the policy as it is now; open pages are served only when something changed for them. */
async function renewAndApply(): Promise<void> {
  const before = await settingsItem.read();
  const after = await renewSettings();
  await settleKey();
  if (isOtherForPages(before.values, after.values)) await applySites();
}

/** The first-start page; an organisation that set things up does not want it. */
async function welcome(): Promise<void> {
  const { managed } = await readSettingsInForce();
  if (!managed) await browser.tabs.create({ url: browser.runtime.getURL('/options.html#start' as '/') });
}
