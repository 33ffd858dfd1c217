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

/** False where the browser keeps them (those of the manifest). */
export async function giveBackSites(patterns: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins: [...patterns] });
  } catch {
    return false;
  }
}

export async function hasSites(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...patterns] });
}
