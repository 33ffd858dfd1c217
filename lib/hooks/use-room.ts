/** Keeps the popup within the room that the browser gives it, where that is less than it wants. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Firefox follows what the popup wants only some 100 ms later; Chromium at once. In milliseconds. */
const REST_MS = import.meta.env.FIREFOX ? 300 : 0;

/** A popup that could be higher by more than this, in CSS pixels, is not at its limit: its window has still to grow. */
const MOST_BESIDE = 250;

/**
 * A popup is as high as what is in it, up to what the browser and the screen allow. No unit of CSS says how much that is:
 * one of the window's height would keep the popup as low as it begins. So once the window no longer follows, `popup` is
 * given the window's height, and its own again when there is more room.
 */
export function useRoom(popup: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = popup.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout>;
    const fit = () => {
      const given = Number.parseFloat(element.style.maxBlockSize);
      if (innerHeight > given) element.style.maxBlockSize = '';
      else if (element.offsetHeight > innerHeight + 1 && innerHeight > screen.availHeight - MOST_BESIDE)
        element.style.maxBlockSize = `${innerHeight}px`;
    };
    const fitSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(fit, REST_MS);
    };
    const ending = new AbortController();
    addEventListener('resize', fitSoon, { signal: ending.signal });
    const sizes = new ResizeObserver(fitSoon);
    sizes.observe(element);
    return () => {
      clearTimeout(timer);
      ending.abort();
      sizes.disconnect();
    };
  }, [popup]);
}
