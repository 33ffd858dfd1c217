/** Each place of a surface keeps how far it was scrolled. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** `place` names what is shown now; one that was not shown yet begins at its top. */
export function useScrollPlace(scroller: RefObject<HTMLElement | null>, place: string): void {
  const tops = useRef(new Map<string, number>());
  const shown = useRef(place);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || shown.current === place) return;
    shown.current = place;
    element.scrollTop = tops.current.get(place) ?? 0;
  }, [place]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const ending = new AbortController();
    const note = () => void tops.current.set(shown.current, element.scrollTop);
    element.addEventListener('scroll', note, { signal: ending.signal, passive: true });
    return () => ending.abort();
  }, [scroller]);
}
