/** Leads to what is wrong when a press finds that it cannot do its work: the words at a field are heard only there. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * `box`: what the fields stand in. Returns what is to be called with each press that may find something wrong, together
 * with what marks it: the first field that is then marked as wrong takes the focus; where none is, nothing moves.
 */
export function useWrongField(box: RefObject<HTMLElement | null>): () => void {
  const [presses, setPresses] = useState(0);
  useLayoutEffect(() => {
    if (presses > 0) box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [presses]);
  return () => setPresses((count) => count + 1);
}
