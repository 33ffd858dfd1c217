/** Passes the focus on when what had it goes: within its item, else to the item after it or before it, else to their box. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface FocusWatch<B extends HTMLElement> {
  ref: RefObject<B | null>;
  onFocusIn: (event: FocusEvent) => void;
  onFocusOut: () => void;
}

interface Held {
  element: Element;
  /** Its list item, if it is in one, then those after it, then those before it: best first. */
  items: Element[];
}

/**
 * Goes on the box, whose list items pass the focus to each other; where none is left, it goes to the box's first field or
 * button, or to the box itself. Seen to whenever the component that calls this is drawn. Where the focus is elsewhere by then it stays
 * there. `elsewhere`: takes it, at each loss, where nothing in the box is a good place for it.
 */
export function useFocusPassed<B extends HTMLElement>(elsewhere?: () => void): FocusWatch<B> {
  const box = useRef<B>(null);
  const held = useRef<Held | null>(null);
  useLayoutEffect(() => {
    if (!held.current || held.current.element.isConnected) return;
    const { items } = held.current;
    held.current = null;
    if (document.activeElement !== document.body) return;
    if (elsewhere) return elsewhere();
    const place = items.find(({ isConnected }) => isConnected) ?? box.current;
    (place?.querySelector<HTMLElement>('input, textarea, button') ?? box.current)?.focus();
  });
  return {
    ref: box,
    onFocusIn({ target }) {
      const element = target as Element;
      const all = [...(box.current?.querySelectorAll('li') ?? [])];
      const at = all.findIndex((item) => item.contains(element));
      held.current = { element, items: at < 0 ? [] : [...all.slice(at), ...all.slice(0, at).reverse()] };
    },
    // Some browsers say this of what is taken out, too: only a moment later it is known to have gone.
    onFocusOut: () =>
      queueMicrotask(() => {
        const element = held.current?.element;
        if (element?.isConnected && element !== document.activeElement) held.current = null;
      }),
  };
}
