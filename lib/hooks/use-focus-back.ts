/** Gives the focus back to the button whose place a question or a composer took, when that goes with the focus in it. */
import type { Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * `open`: which of the buttons is open, null for none. Returns the `ref` of each button by its name. Where the focus is
 * elsewhere by then it stays there.
 */
export function useFocusBack<N extends string>(open: N | null): (name: N) => Ref<HTMLButtonElement> | undefined {
  const opener = useRef<HTMLButtonElement>(null);
  const last = useRef<N | null>(null);
  if (open !== null) last.current = open;
  useLayoutEffect(() => {
    if (open === null && document.activeElement === document.body) opener.current?.focus();
  }, [open]);
  return (name) => (name === last.current ? opener : undefined);
}
