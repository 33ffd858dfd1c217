/** Finds the browsers that the tests drive: the system's own, or the ones an environment variable names. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, firefox } from '@playwright/test';

/** Path of a Chromium that loads unpacked extensions (branded Chrome does not), or a sentence that says what to do. */
export function findChromium(): string {
  return findBrowser('DESKSIDE_CHROMIUM', ['chromium', 'chromium-browser'], () => chromium.executablePath());
}

/** Path of a Firefox with Marionette, or a sentence that says what to do. */
export function findFirefox(): string {
  return findBrowser('DESKSIDE_FIREFOX', ['firefox-esr', 'firefox'], () => firefox.executablePath());
}

function findBrowser(variable: string, names: string[], downloaded: () => string): string {
  const named = process.env[variable];
  if (named) return isRunnable(named) ? named : failToFind(`${variable} names ${named}, which cannot be run.`);
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = [...candidates, downloaded()].find(isRunnable);
  return found ?? failToFind(`Found none of: ${names.join(', ')}.`);
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function failToFind(reason: string): never {
  throw new Error(
    `${reason} Install it (Debian: apt-get install chromium firefox-esr) or set DESKSIDE_CHROMIUM and DESKSIDE_FIREFOX.`,
  );
}
