/** Says words to screen readers, in the one region that each of our pages has for it from its start. */

/** A region that is emptied and filled at once has not changed to them. */
const AFTER_MS = 100;

/** Later than that nobody seeks the words there, and they may be untrue. */
const STAYS_MS = 10_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Politely and once; the same words again are said again. What still waits to be said gives way. */
export function speak(words: string): void {
  const region = document.getElementById('spoken');
  if (!region) return;
  clearTimeout(timer);
  region.textContent = '';
  timer = setTimeout(() => {
    region.textContent = words;
    timer = setTimeout(() => {
      region.textContent = '';
    }, STAYS_MS);
  }, AFTER_MS);
}
