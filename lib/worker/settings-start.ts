/** Starts what settings, policy and sites listen to; called in the worker's first turn. */
import { browser } from 'wxt/browser';
import { restoreNames } from './names.ts';
import { watchPolicy } from './policy.ts';
import { readSettingsInForce, renewSettings } from './settings.ts';
import { applySites, watchSites } from './sites.ts';

/** Registers the listeners, then puts settings, names and sites in order for this worker's life. */
export function startSettings(): void {
  watchSites();
  watchPolicy(() => void renewSettings().then(applySites));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void welcome();
  });
  void Promise.all([restoreNames(), applySites()]);
}

/** The first-start page; an organisation that set things up does not want it. */
async function welcome(): Promise<void> {
  const { managed } = await readSettingsInForce();
  if (!managed) await browser.tabs.create({ url: browser.runtime.getURL('/options.html#start' as '/') });
}
