/** Hears what a page's polite regions say, as most screen readers do: what is put into a region that stood before, and not what comes with it. */
import type { Page } from '@playwright/test';

/** A region is known to a screen reader only a moment after it came. */
const KNOWN_MS = 100;

/** From now on. Returns what was said since the last time it was asked, with what comes within half a second. */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(`(() => {
    const regions = () => document.querySelectorAll('[role="status"], [aria-live="polite"]');
    const wordsOf = (region, left) => {
      const copy = region.cloneNode(true);
      for (const hidden of copy.querySelectorAll(left)) hidden.remove();
      return copy.textContent.replace(/\\s+/g, ' ').trim();
    };
    // What is off changes unheard, and is read with the rest where that changes.
    const newsOf = (region) => wordsOf(region, '[aria-hidden="true"], [aria-live="off"]');
    const standing = new Map([...regions()].map((region) => [region, { words: newsOf(region), since: 0 }]));
    globalThis.heard = [];
    new MutationObserver(() => {
      for (const region of regions()) {
        const before = standing.get(region);
        const words = newsOf(region);
        const now = performance.now();
        standing.set(region, { words, since: before ? before.since : now });
        const isKnown = before && now - before.since >= ${KNOWN_MS};
        if (isKnown && words !== '' && words !== before.words) heard.push(wordsOf(region, '[aria-hidden="true"]'));
      }
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  })()`);
  // By the page's own clock, for what it says comes by that too.
  return () => page.evaluate<string[]>('new Promise((done) => setTimeout(() => done(heard.splice(0)), 500))');
}
