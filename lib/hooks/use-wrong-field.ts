/** Leads to what is wrong when a press finds that it cannot do its work: the words at a field are heard as the focus comes to it. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { speak } from './speak.ts';

/**
 * `box`: what the fields stand in. Returns what is to be called with each press that may find something wrong, together
 * with what marks it: the first field that is then marked as wrong takes the focus, or where it has it already, its words
 * are said; where none is wrong, nothing moves.
 */
export function useWrongField(box: RefObject<HTMLElement | null>): () => void {
  const [presses, setPresses] = useState(0);
  useLayoutEffect(() => {
    const field = presses > 0 && box.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (!field) return;
    if (field === document.activeElement) speak(errorAt(field));
    else field.focus();
  }, [presses]);
  return () => setPresses((count) => count + 1);
}

/** As `Field` names it. */
function errorAt({ id }: HTMLElement): string {
  return document.getElementById(`${id}-error`)?.textContent ?? '';
}
