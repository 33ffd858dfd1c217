/** Stored items as component state: what stands in storage, kept in step by watching it. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { StoredFamily, StoredItem } from '../state/stored.ts';

/** Undefined only until the first read is back (some milliseconds); then the value, live. */
export function useStored<T>(item: StoredItem<T>): T | undefined {
  const [state, setState] = useState<{ key: string; value: T }>();
  useLayoutEffect(() => follow(item, (value) => setState({ key: item.key, value })), [item.key]);
  return state?.key === item.key ? state.value : undefined;
}

/** Watches first and reads then, so that no change falls between; a change that came in wins over the read. */
function follow<T>(item: StoredItem<T>, onValue: (value: T) => void): () => void {
  const life = new AbortController();
  let changed = false;
  item.watch((value) => {
    changed = true;
    onValue(value);
  }, life.signal);
  void item.read().then((value) => {
    if (!changed && !life.signal.aborted) onValue(value);
  });
  return () => life.abort();
}

/** One member of a family; null when there is none, undefined until read. A null name is no member. */
export function useStoredMember<T>(family: StoredFamily<T>, name: string | null): T | null | undefined {
  const value = useStored(family.item(name ?? ''));
  return name === null ? null : value;
}

/** All members of a family by name, live; undefined until read. */
export function useStoredFamily<T>(family: StoredFamily<T>): ReadonlyMap<string, T> | undefined {
  const [members, setMembers] = useState<ReadonlyMap<string, T>>();
  useEffect(() => {
    const life = new AbortController();
    const early = new Map<string, T | null>();
    let known: Map<string, T> | undefined;
    const put = (name: string, value: T | null) => {
      if (!known) return void early.set(name, value);
      known = new Map(known);
      if (value === null) known.delete(name);
      else known.set(name, value);
      setMembers(known);
    };
    family.watchAll(put, life.signal);
    void family.readAll().then((all) => {
      if (life.signal.aborted) return;
      known = all;
      setMembers(all);
      for (const [name, value] of early) put(name, value);
    });
    return () => life.abort();
  }, [family]);
  return members;
}
