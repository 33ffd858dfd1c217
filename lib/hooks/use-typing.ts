/** Whether the agent is writing in a composer right now: then nothing is swapped under them. */
import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';

export interface Typing<E extends HTMLElement> {
  /** Goes on the element that holds the composers. */
  areaRef: RefObject<E | null>;
  isTyping(): boolean;
  /** Calls `done` when the composers are closed, at once where none is open. Returns what ends the wait. */
  untilDone(done: () => void): () => void;
}

export function useTyping<E extends HTMLElement>(): Typing<E> {
  const areaRef = useRef<E>(null);
  const [typing] = useState<Typing<E>>(() => {
    const isTyping = () => areaRef.current?.querySelector('form') != null;
    const untilDone = (done: () => void) => {
      const observer = new MutationObserver(() => {
        if (!isTyping()) done();
      });
      if (!isTyping() || !areaRef.current) done();
      else observer.observe(areaRef.current, { childList: true, subtree: true });
      return () => observer.disconnect();
    };
    return { areaRef, isTyping, untilDone };
  });
  return typing;
}
