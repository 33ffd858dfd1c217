/** Which section of a long page is read, to be marked where the sections are listed. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** A section is read once its top is so near to the window's, in CSS pixels; less than any section is high. */
const NEAR_PX = 80;

/**
 * The index of the section that is read. `tops`: where the sections begin in the page, in order; `scroll`: how far it is
 * scrolled; `most`: how far it can be. All in CSS pixels. The sections at the end, which no scrolling brings to the window's
 * top, share the last stretch, so that the last of them is read at the page's end.
 */
export function findSectionInView(tops: readonly number[], scroll: number, most: number): number {
  const starts = tops.map((top) => top - NEAR_PX).filter((start) => start <= most);
  // From where the heading of the last one that comes to the top has left it.
  const stretch = Math.max(0, most - Math.max(0, (starts.at(-1) ?? 0) + NEAR_PX));
  const beyond = tops.length - starts.length;
  for (let place = 1; place <= beyond; place += 1) starts.push(most - stretch * (1 - place / beyond));
  // A page is scrolled by parts of a pixel, too.
  const last = starts.findLastIndex((start) => scroll >= start - 1);
  return Math.max(0, last);
}

export interface SectionInView {
  /** The id of the section that is read; undefined before the first look. */
  id: string | undefined;
  /** To be called when a section was gone to, once the page is scrolled there: it is read until the page is scrolled again. */
  pick: (id: string) => void;
}

/** `ids`: of the sections, in the order of the page. */
export function useSectionInView(ids: readonly string[]): SectionInView {
  const [id, setId] = useState<string>();
  const picked = useRef<{ id: string; at: number } | null>(null);
  const names = ids.join(' ');
  const look = useCallback(() => {
    const all = names.split(' ');
    if (picked.current && Math.abs(scrollY - picked.current.at) > 1) picked.current = null;
    const tops = all.map((name) => (document.getElementById(name)?.getBoundingClientRect().top ?? 0) + scrollY);
    const most = document.documentElement.scrollHeight - innerHeight;
    setId(picked.current?.id ?? all[findSectionInView(tops, scrollY, most)]);
  }, [names]);
  const pick = useCallback(
    (name: string) => {
      picked.current = { id: name, at: scrollY };
      look();
    },
    [look],
  );
  useEffect(() => {
    const ending = new AbortController();
    const options = { signal: ending.signal, passive: true };
    window.addEventListener('scroll', look, options);
    window.addEventListener('resize', look, options);
    look();
    return () => ending.abort();
  }, [look]);
  return { id, pick };
}
