/** One watch per stored thing, however many components show it; later ones have its value in their first paint. */
import { useLayoutEffect, useState } from 'preact/hooks';

interface Shared {
  value: unknown;
  listeners: Set<(value: never) => void>;
  stop: () => void;
}

/** Lives as long as a component shows it: nothing here outlasts the surface. */
const shared = new Map<unknown, Shared>();

/** `name` tells things apart; `start` begins to watch, hands over each value, and returns how to stop. */
export function useShared<T>(name: unknown, start: (put: (value: T) => void) => () => void): T | undefined {
  const [state, setState] = useState({ name, value: present<T>(name) });
  useLayoutEffect(() => {
    // The same state again is no reason to draw.
    const listener = (value: T) =>
      setState((before) => (before.name === name && before.value === value ? before : { name, value }));
    const value = join(name, start, listener);
    if (value !== undefined) listener(value);
    return () => leave(name, listener);
    // What a name stands for never changes.
  }, [name]);
  return state.name === name ? state.value : present<T>(name);
}

function present<T>(name: unknown): T | undefined {
  return shared.get(name)?.value as T | undefined;
}

function join<T>(name: unknown, start: (put: (value: T) => void) => () => void, listener: (value: T) => void) {
  const known = shared.get(name);
  if (known) {
    known.listeners.add(listener);
    return known.value as T | undefined;
  }
  const made: Shared = { value: undefined, listeners: new Set([listener]), stop: () => {} };
  shared.set(name, made);
  made.stop = start((value) => {
    made.value = value;
    for (const each of made.listeners) (each as (value: T) => void)(value);
  });
  return undefined;
}

function leave<T>(name: unknown, listener: (value: T) => void): void {
  const known = shared.get(name);
  known?.listeners.delete(listener);
  if (!known || known.listeners.size > 0) return;
  shared.delete(name);
  known.stop();
}
