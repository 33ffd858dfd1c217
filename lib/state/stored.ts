/** One kind of stored item: a key in `storage.session`, the version of its form, a fallback. */
import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';

interface Versioned<T> {
  v: number;
  value: T;
}

/** A handle on one key. A value of another version reads as the fallback; the worker writes the mirror anew at its start. */
export interface StoredItem<T> {
  readonly key: `session:${string}`;
  read(): Promise<T>;
  write(value: T): Promise<void>;
  remove(): Promise<void>;
  /** Calls back with each new value until the signal aborts. */
  watch(onChange: (value: T) => void, signal: AbortSignal): void;
}

/** Defines an item in `storage.session`. */
export function storedItem<T>(name: string, version: number, fallback: T): StoredItem<T> {
  const key = `session:${name}` as const;
  const open = (stored: Versioned<T> | null): T => (stored?.v === version ? stored.value : fallback);
  return {
    key,
    read: async () => open(await storage.getItem<Versioned<T>>(key)),
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
  /** Calls back when any member changed, came or went, until the signal aborts. */
  watchAll(onChange: (name: string, value: T | null) => void, signal: AbortSignal): void;
}

/** The keys with this prefix, where the browser can list keys without the values; else null, for all. */
async function keysOf(prefix: string): Promise<string[] | null> {
  const session = browser.storage.session as { getKeys?: () => Promise<string[]> };
  try {
    const keys = await session.getKeys?.();
    return keys?.filter((key) => key.startsWith(`${prefix}:`)) ?? null;
  } catch {
    return null;
  }
}

/** Defines a family of items whose keys share a prefix. */
export function storedFamily<T>(prefix: string, version: number): StoredFamily<T> {
  const open = (stored: unknown): T | null => {
    const record = stored as Versioned<T> | null | undefined;
    return record?.v === version ? record.value : null;
  };
  const nameOf = (key: string) => (key.startsWith(`${prefix}:`) ? key.slice(prefix.length + 1) : undefined);
  return {
    item: (name) => storedItem<T | null>(`${prefix}:${name}`, version, null),
    async readAll() {
      const members = new Map<string, T>();
      for (const [key, stored] of Object.entries(await browser.storage.session.get(await keysOf(prefix)))) {
        const name = nameOf(key);
        const value = name === undefined ? null : open(stored);
        if (name !== undefined && value !== null) members.set(name, value);
      }
      return members;
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
