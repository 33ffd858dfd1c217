/** Draws of a long list only the rows near the view, whatever it is scrolled in. */
import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type RowWindow, rowWindow, scrollToRow } from '../tickets/row-window.ts';

/** Shorter lists are drawn whole. */
const LONG = 60;

export interface RowWindowState {
  isLong: boolean;
  window: RowWindow;
  /** Of one row, in pixels. */
  rowHeight: number;
  /** Scrolls so that the row is in view. */
  show: (index: number) => void;
}

/** Rows are as high as their `.row__open`, and a line. */
export function useRowWindow(list: RefObject<HTMLElement | null>, count: number): RowWindowState {
  const isLong = count > LONG;
  const [rowHeight, setRowHeight] = useState(86);
  const [window, setWindow] = useState<RowWindow>({ first: 0, end: Math.min(count, LONG) });
  const latest = useRef({ count, rowHeight });
  latest.current = { count, rowHeight };

  const look = useCallback(() => {
    const view = list.current && viewOf(list.current);
    if (!view) return;
    const next = rowWindow(latest.current.count, latest.current.rowHeight, view.above, view.height);
    setWindow((now) => (now.first === next.first && now.end === next.end ? now : next));
  }, [list]);

  useLayoutEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('.row__open');
    const height = row ? Math.ceil(row.getBoundingClientRect().height) + 1 : 0;
    if (isLong && height > 1 && height !== rowHeight) setRowHeight(height);
    if (isLong) look();
  }, [count, rowHeight, isLong]);
  useEffect(() => {
    const element = list.current;
    const scroller = element && isLong ? scrollerOf(element) : null;
    if (!element || !scroller) return;
    const ending = new AbortController();
    scroller.addEventListener('scroll', look, { signal: ending.signal, passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(scroller);
    sizes.observe(element);
    return () => {
      ending.abort();
      sizes.disconnect();
    };
  }, [isLong, look]);

  const show = (index: number) => {
    const view = list.current && viewOf(list.current);
    if (!view) return;
    // A row stands a row's height from the edge: what sticks there does not cover it.
    const by = scrollToRow(index, rowHeight, view.above, view.height, Math.min(rowHeight, view.height / 4));
    if (by !== 0) view.scroller.scrollTop += by;
  };
  return { isLong, window: isLong ? window : { first: 0, end: count }, rowHeight, show };
}

/** How the list stands in what it is scrolled in; null where it is not shown. */
function viewOf(list: HTMLElement) {
  const scroller = scrollerOf(list);
  const box = scroller.getBoundingClientRect();
  if (list.offsetParent === null && list.getClientRects().length === 0) return null;
  return { scroller, above: box.top - list.getBoundingClientRect().top, height: box.height };
}

/** The nearest element that scrolls; else the page. */
function scrollerOf(element: HTMLElement): Element {
  for (let at = element.parentElement; at; at = at.parentElement)
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return document.documentElement;
}
