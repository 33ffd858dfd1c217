/** Whether the agent is writing in a composer right now: then nothing is swapped under them. */
import type { RefObject } from 'preact';
import { useCallback, useRef } from 'preact/hooks';

export interface Typing<E extends HTMLElement> {
  /** Goes on the element that holds the ticket. */
  areaRef: RefObject<E | null>;
  isTyping(): boolean;
}

/** A composer is a form, or anything marked `data-composer`, inside the area. */
export function useTyping<E extends HTMLElement>(): Typing<E> {
  const areaRef = useRef<E>(null);
  const isTyping = useCallback(() => areaRef.current?.querySelector('form, [data-composer]') != null, []);
  return { areaRef, isTyping };
}
