/** Asks the browser for sites, and gives them back. A request must be the first thing in a click: before any `await`. */
import { browser } from 'wxt/browser';

/** True when the browser allows all of them (now, or did before). */
export async function requestSites(patterns: readonly string[]): Promise<boolean> {
  if (patterns.length === 0) return true;
  try {
    return await browser.permissions.request({ origins: [...patterns] });
  } catch {
    return false;
  }
}

/**
 * Gives sites back, within a click, but for those to `keep`. Chromium takes all that a pattern covers, so what it took of
 * those is asked for anew; it grants at once what was granted once. False where it keeps them (those of the manifest).
 */
export async function giveBackSites(patterns: readonly string[], keep: readonly string[]): Promise<boolean> {
  const given = patterns.filter((pattern) => !keep.includes(pattern));
  if (given.length === 0) return true;
  const held = await findHeld(keep);
  try {
    if (!(await browser.permissions.remove({ origins: given }))) return false;
  } catch {
    return false;
  }
  const left = await findHeld(held);
  await requestSites(held.filter((pattern) => !left.includes(pattern)));
  return true;
}

/** Those of the patterns that the browser allows. */
async function findHeld(patterns: readonly string[]): Promise<string[]> {
  const has = await Promise.all(patterns.map((pattern) => hasSites([pattern])));
  return patterns.filter((_, at) => has[at]);
}

export async function hasSites(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...patterns] });
}
