/** One kind of stored item: a key in `storage.session`, the version of its form, a fallback. */
import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { allLookedAt, isLookedAt, listKeys, lookedAt } from './first-look.ts';

interface Versioned<T> {
  v: number;
  value: T;
}

/** A handle on one key. A value of another version reads as the fallback; the worker writes the mirror anew at its start. */
export interface StoredItem<T> {
  readonly key: `session:${string}`;
  read(): Promise<T>;
  /** As `read`; undefined where the worker has yet to say what the value is, as at the browser's start. */
  find(): Promise<T | undefined>;
  /** The value without waiting, where the first look has it; else undefined. */
  peek(): T | undefined;
  write(value: T): Promise<void>;
  remove(): Promise<void>;
  /** Calls back with each new value until the signal aborts. */
  watch(onChange: (value: T) => void, signal: AbortSignal): void;
}

/** Defines an item in `storage.session` that is its fallback while nothing stands there. */
export function storedItem<T>(name: string, version: number, fallback: T): StoredItem<T> {
  return defineItem(name, version, fallback, fallback);
}

/** Defines an item that the worker writes at its every start, the fallback too: until then nobody knows its value. */
export function mirrorItem<T>(name: string, version: number, fallback: T): StoredItem<T> {
  return defineItem<T>(name, version, fallback, undefined);
}

function defineItem<T>(name: string, version: number, fallback: T, absent: T | undefined): StoredItem<T> {
  const key = `session:${name}` as const;
  const read = () => storage.getItem<Versioned<T>>(key);
  const isOurs = (stored: unknown): stored is Versioned<T> => (stored as Versioned<T> | null)?.v === version;
  const open = (stored: unknown): T => (isOurs(stored) ? stored.value : fallback);
  const find = (stored: unknown): T | undefined => (isOurs(stored) ? stored.value : absent);
  return {
    key,
    read: async () => open(await read()),
    find: async () => find(await read()),
    peek: () => (isLookedAt(name) ? find(lookedAt(name)) : undefined),
    write: (value) => storage.setItem<Versioned<T>>(key, { v: version, value }),
    remove: () => storage.removeItem(key),
    watch(onChange, signal) {
      const stop = storage.watch<Versioned<T>>(key, (stored) => onChange(open(stored)));
      signal.addEventListener('abort', stop, { once: true });
    },
  };
}

/** A family of items, one key per thing, such as all drafts. */
export interface StoredFamily<T> {
  item(name: string): StoredItem<T | null>;
  /** All present members, by name. */
  readAll(): Promise<Map<string, T>>;
  /** The same without waiting, where the first look has them all; else undefined. */
  peekAll(): Map<string, T> | undefined;
  /** Calls back when any member changed, came or went, until the signal aborts. */
  watchAll(onChange: (name: string, value: T | null) => void, signal: AbortSignal): void;
}

/** Defines a family of items whose keys share a prefix. */
export function storedFamily<T>(prefix: string, version: number): StoredFamily<T> {
  const open = (stored: unknown): T | null => {
    const record = stored as Versioned<T> | null | undefined;
    return record?.v === version ? record.value : null;
  };
  const nameOf = (key: string) => (key.startsWith(`${prefix}:`) ? key.slice(prefix.length + 1) : undefined);
  const membersOf = (stored: Iterable<[string, unknown]>): Map<string, T> => {
    const members = new Map<string, T>();
    for (const [key, record] of stored) {
      const name = nameOf(key);
      const value = name === undefined ? null : open(record);
      if (name !== undefined && value !== null) members.set(name, value);
    }
    return members;
  };
  return {
    item: (name) => storedItem<T | null>(`${prefix}:${name}`, version, null),
    async readAll() {
      const keys = await listKeys((key) => nameOf(key) !== undefined);
      return membersOf(Object.entries(await browser.storage.session.get(keys)));
    },
    peekAll: () => {
      const all = allLookedAt(`${prefix}:`);
      return all && membersOf(all);
    },
    watchAll(onChange, signal) {
      const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => {
        if (area !== 'session') return;
        for (const [key, { newValue }] of Object.entries(changes)) {
          const name = nameOf(key);
          if (name !== undefined) onChange(name, open(newValue));
        }
      };
      browser.storage.onChanged.addListener(listen);
      signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listen), { once: true });
    },
  };
}
