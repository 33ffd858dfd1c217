/** Ctrl+Z, or ⌘Z, for the newest write that can still be undone: for Tab its button is the last of the surface. */
import { useEffect, useRef } from 'preact/hooks';
import { isLetterKey } from './letter-key.ts';

/** `undo`: undefined while nothing can be undone. In a text field the key is the field's own. */
export function useUndoKey(undo: (() => void) | undefined): void {
  const latest = useRef(undo);
  latest.current = undo;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!latest.current || event.defaultPrevented || !isUndo(event) || isTextField(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isUndo(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, shiftKey, altKey, repeat } = event;
  return isLetterKey(event, 'z') && (ctrlKey || metaKey) && !shiftKey && !altKey && !repeat;
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('textarea, input:not([type="checkbox"])');
}
