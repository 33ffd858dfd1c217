/** Whether the agent is at work in what is shown: then nothing is swapped under them. */
import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Doing } from '../tickets/follow-page.ts';

export interface Typing<E extends HTMLElement> {
  /** Goes on the element that holds the composers. */
  areaRef: RefObject<E | null>;
  doing(): Doing;
  /** Calls back when they do something else by then than `before`. Returns what ends the watch. */
  watch(before: Doing, onOther: () => void): () => void;
}

export function useTyping<E extends HTMLElement>(): Typing<E> {
  const areaRef = useRef<E>(null);
  const [typing] = useState<Typing<E>>(() => {
    const doing = (): Doing => {
      const area = areaRef.current;
      if (area?.querySelector('form')) return 'typing';
      // The focus of a window that is not in front is nobody's.
      return document.hasFocus() && area?.contains(document.activeElement) ? 'there' : 'away';
    };
    const watch = (before: Doing, onOther: () => void) => {
      let last = before;
      let timer: ReturnType<typeof setTimeout>;
      const look = () => {
        const now = doing();
        if (now === last) return;
        last = now;
        onOther();
      };
      // The focus may be on its way from one thing to another.
      const lookSoon = () => {
        clearTimeout(timer);
        timer = setTimeout(look);
      };
      const ending = new AbortController();
      const observer = new MutationObserver(lookSoon);
      if (areaRef.current) observer.observe(areaRef.current, { childList: true, subtree: true });
      for (const name of ['focusout', 'blur']) addEventListener(name, lookSoon, { signal: ending.signal });
      look();
      return () => {
        clearTimeout(timer);
        observer.disconnect();
        ending.abort();
      };
    };
    return { areaRef, doing, watch };
  });
  return typing;
}
