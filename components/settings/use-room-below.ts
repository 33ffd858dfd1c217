/** Keeps what stands at the window's foot from covering what has the focus. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * For as long as there is something in the box at the window's foot (`content`, another one each time, null for nothing),
 * the page scrolls what takes the focus above it, and at once what has it already.
 */
export function useRoomBelow(box: RefObject<HTMLElement | null>, content: object | null): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.scrollPaddingBlockEnd = content ? `${box.current?.offsetHeight ?? 0}px` : '';
    const active = document.activeElement;
    if (!content || !active || active === document.body || box.current?.contains(active)) return;
    (active.closest('.field, .check') ?? active).scrollIntoView({ block: 'nearest' });
  }, [content]);
}
