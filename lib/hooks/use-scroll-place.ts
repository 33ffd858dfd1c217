/** Each place of a surface keeps how far it was scrolled. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** How long a place that is shown again is waited for, in milliseconds: until it is read anew it is not as high as it was. */
const WAIT_MS = 1000;

/** `place` names what is shown now; one that was not shown yet begins at its top. */
export function useScrollPlace(scroller: RefObject<HTMLElement | null>, place: string): void {
  const tops = useRef(new Map<string, number>());
  const shown = useRef(place);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || shown.current === place) return;
    shown.current = place;
    return holdAt(element, tops.current.get(place) ?? 0);
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

/** Scrolls there again with whatever is drawn, for a moment, unless somebody has scrolled elsewhere. Returns what ends that. */
function holdAt(element: HTMLElement, top: number): () => void {
  const put = () => {
    element.scrollTop = top;
    return element.scrollTop;
  };
  let at = put();
  if (at === top) return () => {};
  const end = () => {
    clearTimeout(timer);
    sizes.disconnect();
    element.style.overflowAnchor = '';
  };
  const timer = setTimeout(end, WAIT_MS);
  const sizes = new ResizeObserver(() => {
    if (element.scrollTop !== at) return end();
    at = put();
    // From then on the browser itself holds what is read.
    if (at === top) end();
  });
  for (const child of element.children) sizes.observe(child);
  // Else the browser scrolls with what is drawn above.
  element.style.overflowAnchor = 'none';
  return end;
}
