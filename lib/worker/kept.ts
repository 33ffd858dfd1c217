/** What must outlive worker and browser: durable in IndexedDB, mirrored in `storage.session` for our pages to watch. */
import { oneAtATime } from '../state/one-at-a-time.ts';
import type { StoredFamily, StoredItem } from '../state/stored.ts';
import { isSame } from '../tickets/take-back.ts';
import { forgetsAtExit, readDurable, readDurableAll, removeDurable, type Versioned, writeDurable } from './durable.ts';
import { isFullError, withRoom } from './room.ts';

/** By the version it starts from: the value in the form of the next version. */
export type Migrations = Record<number, (old: unknown) => unknown>;

/** Brings a record to the wanted version; undefined when it is newer than us or no migration leads there. */
export function migrate(record: Versioned | undefined, version: number, migrations: Migrations): unknown {
  if (!record || record.v > version) return undefined;
  let value = record.value;
  for (let v = record.v; v < version; v++) {
    const step = migrations[v];
    if (!step) return undefined;
    value = step(value);
  }
  return value;
}

/** Runs the task at the first call and hands its promise to the later ones; a failed one is tried again. */
function once(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= task().catch((error: unknown) => {
      running = undefined;
      throw error;
    });
    return running;
  };
}

function unlessFull(error: unknown): void {
  if (!isFullError(error)) throw error;
}

export interface KeptItem<T> {
  read(): Promise<T>;
  write(value: T): Promise<void>;
  /** Reads, changes and writes with nothing in between; returns what was written. */
  update(change: (value: T) => T): Promise<T>;
  /** Writes the mirror anew from the durable copy, once in a worker's life. */
  restore(): Promise<void>;
}

/** What of each kept thing a migration needs: its name or prefix, the version of its form now, the ways there. */
export interface KeptForm {
  name: string;
  version: number;
  migrations: Migrations;
}

/** Every kept thing there is, in the order they were defined; a test migrates every older form of each. */
export const keptForms: KeptForm[] = [];

interface ItemOptions<T> {
  name: string;
  version: number;
  mirror: StoredItem<T>;
  migrations: Migrations;
  fallback: T;
}

/** One kept value. Where IndexedDB refuses, the mirror alone holds it until the browser exits. */
export function keptItem<T>({ name, version, mirror, migrations, fallback }: ItemOptions<T>): KeptItem<T> {
  keptForms.push({ name, version, migrations });
  // Durable copy and mirror change in the same order.
  const inTurn = oneAtATime();
  const readKept = async (): Promise<T> => {
    if (await forgetsAtExit()) return mirror.read();
    return (migrate(await readDurable(name), version, migrations) as T | undefined) ?? fallback;
  };
  const restore = once(async () => {
    const value = await readKept();
    await withRoom(() => mirror.write(value)).catch(unlessFull);
  });
  const writeKept = async (value: T) => {
    await restore();
    await writeDurable(name, { v: version, value });
    await withRoom(() => mirror.write(value));
  };
  return {
    restore,
    async read() {
      await restore();
      return readKept();
    },
    write: (value) => inTurn(() => writeKept(value)),
    update: (change) =>
      inTurn(async () => {
        const value = change(await readKept());
        await writeKept(value);
        return value;
      }),
  };
}

export interface KeptFamily<T> {
  read(name: string): Promise<T | null>;
  readAll(): Promise<Map<string, T>>;
  write(name: string, value: T): Promise<void>;
  remove(name: string): Promise<void>;
  /** Puts the mirrors right by the durable copies, once in a worker's life. */
  restore(): Promise<void>;
}

interface FamilyOptions<T> {
  prefix: string;
  version: number;
  mirror: StoredFamily<T>;
  migrations: Migrations;
  /** A value that the mirror has no room for is not kept either, for what is kept is acted on. Else it is kept, unseen. */
  isShownFirst?: boolean;
}

/** Kept values of one kind, a record each. */
export function keptFamily<T>({ prefix, version, mirror, migrations, isShownFirst }: FamilyOptions<T>): KeptFamily<T> {
  keptForms.push({ name: prefix, version, migrations });
  const inTurn = oneAtATime();
  const open = (record: Versioned | undefined) => (migrate(record, version, migrations) as T | undefined) ?? null;
  const readKeptAll = async (): Promise<Map<string, T>> => {
    if (await forgetsAtExit()) return mirror.readAll();
    const members = new Map<string, T>();
    for (const [name, record] of await readDurableAll(`${prefix}:`)) {
      const value = open(record);
      if (value !== null) members.set(name.slice(prefix.length + 1), value);
    }
    return members;
  };
  const show = (name: string, value: T) => withRoom(() => mirror.item(name).write(value));
  const restore = once(async () => {
    const members = await readKeptAll();
    const shown = await mirror.readAll();
    for (const name of shown.keys()) if (!members.has(name)) await mirror.item(name).remove();
    // What there is no room to show is kept all the same; what stands there from the worker before is hundreds at times.
    for (const [name, value] of members) if (!isSame(shown.get(name), value)) await show(name, value).catch(unlessFull);
  });
  const keep = (name: string, value: T) => writeDurable(`${prefix}:${name}`, { v: version, value });
  const keepIfShown = async (name: string, value: T) => {
    const before = await mirror.item(name).read();
    await show(name, value);
    await keep(name, value).catch(async (error: unknown) => {
      await (before === null ? mirror.item(name).remove() : mirror.item(name).write(before));
      throw error;
    });
  };
  return {
    restore,
    async read(name) {
      await restore();
      return (await forgetsAtExit()) ? mirror.item(name).read() : open(await readDurable(`${prefix}:${name}`));
    },
    async readAll() {
      await restore();
      return readKeptAll();
    },
    write: (name, value) =>
      inTurn(async () => {
        await restore();
        if (isShownFirst) return keepIfShown(name, value);
        await keep(name, value);
        await show(name, value);
      }),
    remove: (name) =>
      inTurn(async () => {
        await restore();
        await removeDurable(`${prefix}:${name}`);
        await mirror.item(name).remove();
      }),
  };
}
