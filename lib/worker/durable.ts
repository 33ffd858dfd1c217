/** The extension's IndexedDB: one store of versioned values by name. Only the worker opens it; content scripts never see it. */
import { type IDBPDatabase, openDB } from 'idb';
import { storedItem } from '../state/stored.ts';

/** A stored value with the version of its form. */
export interface Versioned {
  v: number;
  value: unknown;
}

const STORE = 'kept';
let opening: Promise<IDBPDatabase | null> | undefined;

/** The database; null where the browser refuses one (private windows, "never remember history"). */
function database(): Promise<IDBPDatabase | null> {
  opening ??= openUnlessRefused();
  return opening;
}

/** Set when the browser refused; gone at its exit. */
const refusedItem = storedItem<boolean>('refused', 1, false);

/**
 * A browser that refused (twice, as one refusal may be a passing fault) is not asked again before its next start: what is
 * kept meanwhile stands in the mirrors alone, and a worker that could read the disk again would take it for removed.
 */
async function openUnlessRefused(): Promise<IDBPDatabase | null> {
  if (await refusedItem.read()) return null;
  const found = await open()
    .catch(open)
    .catch(() => null);
  if (!found) await refusedItem.write(true).catch(() => undefined);
  return found;
}

async function open(): Promise<IDBPDatabase> {
  return openDB('deskside', 1, {
    upgrade: (db) => void db.createObjectStore(STORE),
    blocking: (_now, _wanted, event) => {
      (event.target as IDBDatabase).close();
      opening = undefined;
    },
    terminated: () => {
      opening = undefined;
    },
  });
}

/** True where nothing we keep outlives the browser. */
export async function forgetsAtExit(): Promise<boolean> {
  return (await database()) === null;
}

/** The record of that name; undefined when there is none. */
export async function readDurable(name: string): Promise<Versioned | undefined> {
  return (await database())?.get(STORE, name);
}

/** Every record whose name begins with `prefix`, by whole name. */
export async function readDurableAll(prefix: string): Promise<Map<string, Versioned>> {
  const db = await database();
  if (!db) return new Map();
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const { store } = db.transaction(STORE);
  const [names, records] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  return new Map(names.map((name, at) => [String(name), records[at]]));
}

/** Returns when the record is on the disk, not before (R16: store, then act). Rejects when the disk is full. */
export async function writeDurable(name: string, record: Versioned): Promise<void> {
  const writing = (await database())?.transaction(STORE, 'readwrite', { durability: 'strict' });
  if (!writing) return;
  await Promise.all([writing.store.put(record, name), writing.done]);
}

/** Removes the record of that name, if there is one. */
export async function removeDurable(name: string): Promise<void> {
  await (await database())?.delete(STORE, name);
}

/** Removes everything, the key's seal included. */
export async function eraseDurable(): Promise<void> {
  await (await database())?.clear(STORE);
}
