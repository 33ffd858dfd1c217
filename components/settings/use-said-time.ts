/** How long what was done is said: long enough for everyone, and never taken away from a person who is at it. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Seconds that a person has before them. */
const STAYS_S = 30;

/**
 * Calls `onOver` once `said` (another object each time, null for nothing) has stood for its time in a page that is seen.
 * The time begins anew while the pointer or the focus is in the box, and with each step by Tab: it may be a step to it.
 */
export function useSaidTime(box: RefObject<HTMLElement | null>, said: object | null, onOver: () => void): void {
  useEffect(() => {
    if (!said) return;
    const ending = new AbortController();
    let left = STAYS_S;
    const begin = () => {
      left = STAYS_S;
    };
    const step = () => {
      if (document.hidden) return;
      if (box.current?.matches(':hover, :focus-within')) return begin();
      left -= 1;
      if (left <= 0) onOver();
    };
    document.addEventListener('keydown', ({ key }) => key === 'Tab' && begin(), { signal: ending.signal });
    const timer = setInterval(step, 1000);
    return () => {
      ending.abort();
      clearInterval(timer);
    };
  }, [said]);
}
