/** Keeps the popup within the room that the browser gives it, where that is less than it wants. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Windows follow what is in them later: Firefox by some 100 ms, Chromium's outer size where pages are zoomed. In milliseconds. */
const REST_MS = import.meta.env.FIREFOX ? 300 : 100;

/** A popup that could be higher by more than this, in pixels of the screen, is not at its limit: it has still to grow. */
const MOST_BESIDE = 250;
/** Browsers make none higher than this, in pixels of the screen: with a large zoom it is less than 560 of ours. */
const CAP = 600;

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
      else if (
        element.offsetHeight > innerHeight + 1 &&
        outerHeight > Math.min(screen.availHeight - MOST_BESIDE, CAP - 1)
      )
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
