/** One watch per stored thing, however many components show it; later ones have its value in their first paint. */
import { useLayoutEffect, useState } from 'preact/hooks';

interface Shared {
  value: unknown;
  listeners: Set<(value: never) => void>;
  stop: () => void;
}

/**
 * How long a watch goes on for what takes the place of the last that showed it: the next ticket is drawn after the one
 * before is gone, and its actions only once its record is read.
 */
const KEPT_MS = 1000;

/** Lives little longer than a component shows it: nothing here outlasts the surface. */
const shared = new Map<unknown, Shared>();

/** `name` tells things apart; `start` begins to watch, hands over each value, and returns how to stop. */
export function useShared<T>(name: unknown, start: (put: (value: T) => void) => () => void): T | undefined {
  const [state, setState] = useState(() => ({ name, value: begin(name, start).value as T | undefined }));
  const current = state.name === name ? state.value : (begin(name, start).value as T | undefined);
  useLayoutEffect(() => {
    // The same state again is no reason to draw.
    const listener = (value: T | undefined) =>
      setState((before) => (before.name === name && before.value === value ? before : { name, value }));
    const known = begin(name, start);
    known.listeners.add(listener);
    listener(known.value as T | undefined);
    return () => leave(name, listener);
    // What a name stands for never changes.
  }, [name]);
  return current;
}

/** Begins in the first drawing already: what is known without waiting then stands in it. */
function begin<T>(name: unknown, start: (put: (value: T) => void) => () => void): Shared {
  const known = shared.get(name);
  if (known) return known;
  const made: Shared = { value: undefined, listeners: new Set(), stop: () => {} };
  shared.set(name, made);
  made.stop = start((value) => {
    made.value = value;
    for (const each of made.listeners) (each as (value: T) => void)(value);
  });
  return made;
}

function leave<T>(name: unknown, listener: (value: T) => void): void {
  const known = shared.get(name);
  known?.listeners.delete(listener);
  if (!known || known.listeners.size > 0) return;
  setTimeout(() => {
    if (known.listeners.size > 0 || shared.get(name) !== known) return;
    shared.delete(name);
    known.stop();
  }, KEPT_MS);
}
