/** Stored items as component state: what stands in storage, kept in step by watching it. */
import type { StoredFamily, StoredItem } from '../state/stored.ts';
import { useShared } from './use-shared.ts';

/** Undefined only until the first read is back (some milliseconds) and the worker has written what it mirrors; then the value, live. */
export function useStored<T>(item: StoredItem<T>): T | undefined {
  return useShared<T>(item.key, (put) => follow(item, put));
}

/** Watches first and reads then, so that no change falls between; a change that came in wins over the read. */
function follow<T>(item: StoredItem<T>, onValue: (value: T) => void): () => void {
  const life = new AbortController();
  let changed = false;
  item.watch((value) => {
    changed = true;
    onValue(value);
  }, life.signal);
  const known = item.peek();
  if (known !== undefined) onValue(known);
  else
    void item.find().then((value) => {
      if (value !== undefined && !changed && !life.signal.aborted) onValue(value);
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
  return useShared<ReadonlyMap<string, T>>(family, (put) => followAll(family, put));
}

/** As `follow`, for all members; changes that come before the first read is back are laid over it. */
function followAll<T>(family: StoredFamily<T>, onMembers: (members: ReadonlyMap<string, T>) => void): () => void {
  const life = new AbortController();
  const early = new Map<string, T | null>();
  let known: Map<string, T> | undefined;
  const change = (name: string, value: T | null) => {
    if (!known) return void early.set(name, value);
    known = new Map(known);
    if (value === null) known.delete(name);
    else known.set(name, value);
    onMembers(known);
  };
  const take = (all: Map<string, T>) => {
    if (life.signal.aborted) return;
    known = all;
    onMembers(all);
    for (const [name, value] of early) change(name, value);
  };
  family.watchAll(change, life.signal);
  const all = family.peekAll();
  if (all) take(all);
  else void family.readAll().then(take);
  return () => life.abort();
}
