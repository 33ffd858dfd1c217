/** Where the browser runs our content script: registered for just the chosen sites, put into pages that are open already. */
import { browser } from 'wxt/browser';

/** As WXT builds `entrypoints/page-content.ts`. */
const FILE = '/page-content.js';
/**
 * Does nothing. Chromium makes our world in a frame, and the API in it, when our first script runs there, and in the first
 * frame of a process it then takes a form named `chrome` for its own object. So one comes before there is any form.
 */
const EARLY_FILE = '/early-content.js';
/** As WXT builds `entrypoints/marks-content.ts`. */
const MARKS_FILE = '/marks-content.js';
/** Styles the marks. The browser applies it by itself, so that nothing of it stands in the page's DOM. */
const SHEET = '/page-marks.css';
const ID = 'page';

/** What the browser is to run by itself on pages that are opened from now on. */
export interface Registration {
  matches: string[];
  excludeMatches: string[];
}

/** Makes the browser's registration this one; with no matches there is none. True when it had to be changed. */
export async function registerScript({ matches, excludeMatches }: Registration): Promise<boolean> {
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (known) await browser.scripting.unregisterContentScripts();
    return known !== undefined;
  }
  if (known && isSame(known.matches, matches) && isSame(known.excludeMatches, excludeMatches)) return false;
  if (known) await browser.scripting.unregisterContentScripts();
  const everywhere = {
    matches,
    ...(excludeMatches.length > 0 && { excludeMatches }),
    allFrames: true,
    // about:blank, srcdoc and blob frames; `matchAboutBlank` is refused at run time.
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  };
  await browser.scripting.registerContentScripts([
    { ...everywhere, id: ID, js: [FILE], runAt: 'document_idle' },
    ...(import.meta.env.FIREFOX
      ? []
      : [{ ...everywhere, id: 'early', js: [EARLY_FILE], runAt: 'document_start' as const }]),
  ]);
  return true;
}

function isSame(known: readonly string[] | undefined, wanted: readonly string[]): boolean {
  return [...(known ?? [])].sort().join(' ') === [...wanted].sort().join(' ');
}

/**
 * Runs the script now in every frame of a tab that the browser lets us into. A second run in a frame ends itself, so it
 * may be called for tabs that have it. False where the browser let us into none.
 */
export async function runScript(tabId: number): Promise<boolean> {
  try {
    const target = { tabId, allFrames: true };
    await browser.scripting.executeScript({ target, files: [FILE] });
    return true;
  } catch {
    return false;
  }
}

/**
 * Puts the marks and their sheet into a frame, to be called when its script has found the first ID: a page can ask for
 * the style of a highlight by its name (`getComputedStyle` with `::highlight()`), and one without IDs shall learn
 * nothing of us, nor pay for what it does not need.
 */
export async function showInFrame(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  const sheet = { target, files: [SHEET] };
  try {
    // Another version may have put one in before; a second sheet would stay for good.
    await browser.scripting.removeCSS(sheet);
    await browser.scripting.insertCSS(sheet);
    await browser.scripting.executeScript({ target, files: [MARKS_FILE] });
  } catch {
    // The frame is gone.
  }
}
