/** Keeps the row that the keys act on clear of what comes up at the foot of its list. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** `foot` sticks at the end of the view, over the rows of `box`. Nothing moves under a pointer. */
export function useRowClear(box: RefObject<HTMLElement | null>, foot: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = foot.current;
    if (!element) return;
    const sizes = new ResizeObserver(() => {
      const at = document.activeElement;
      const row = box.current?.contains(at) && at?.matches(':focus-visible') ? at.closest('li') : null;
      if (!row) return;
      const { top, height } = element.getBoundingClientRect();
      const { bottom } = row.getBoundingClientRect();
      if (bottom <= top || bottom > top + height) return;
      row.style.scrollMarginBlockEnd = `${height}px`;
      row.scrollIntoView({ block: 'nearest' });
      row.style.scrollMarginBlockEnd = '';
    });
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [box, foot]);
}
