/** `Allow on this site`: the browser's question may end the surface that asked, so the worker adds the site to the list. */
import { wantedSiteItem } from '../state/sites.ts';
import { patternOf } from '../tickets/site-pattern.ts';
import { withRoom } from './room.ts';
import { changeSettings, readSettingsInForce } from './settings.ts';

/** A question of the browser that stands longer was given up. */
const WANTED_MS = 120_000;

/** Remembers the site that the browser is asked for; null when it was refused. */
export function wantSite(origin: string | null): Promise<void> {
  const pattern = patternOf(origin ?? '');
  return pattern === undefined
    ? wantedSiteItem.remove()
    : withRoom(() => wantedSiteItem.write({ pattern, at: Date.now() }));
}

/** Adds the site that was asked for, if it is what the browser allowed now, and only some sites are looked at. */
export async function addWantedSite(allowed: readonly string[]): Promise<void> {
  const wanted = await wantedSiteItem.read();
  if (!wanted || !allowed.includes(wanted.pattern)) return;
  await wantedSiteItem.remove();
  const { where, sites } = (await readSettingsInForce()).values;
  const isLate = Date.now() - wanted.at > WANTED_MS;
  if (isLate || where !== 'these' || sites.includes(wanted.pattern)) return;
  await changeSettings({ sites: [...sites, wanted.pattern] });
}
