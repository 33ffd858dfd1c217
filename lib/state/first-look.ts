/** What stands in `storage.session` when a surface opens, read at once: its first paint then waits for nothing. */
import { browser } from 'wxt/browser';

type Changes = Record<string, { newValue?: unknown }>;

interface Look {
  /** By key, kept in step with storage; undefined: looked for, and absent. */
  found: Map<string, unknown>;
  /** A key that begins with one of these is known only if it was asked for. */
  leftOut: readonly string[];
}

/** Only from the look until the first paint: storage itself is the one place where state lives. */
let look: Look | undefined;
let stop: (() => void) | undefined;

/** Reads every key but those that begin with one of `leftOut`. */
export async function lookAtStorage(leftOut: readonly string[]): Promise<void> {
  const found = new Map<string, unknown>();
  const keepInStep = (changes: Changes, area: string) => {
    if (area !== 'session') return;
    for (const [key, { newValue }] of Object.entries(changes)) found.set(key, newValue);
  };
  browser.storage.onChanged.addListener(keepInStep);
  stop = () => browser.storage.onChanged.removeListener(keepInStep);
  const keys = await listKeys((key) => !startsWithAny(key, leftOut));
  add(found, await browser.storage.session.get(keys));
  look = { found, leftOut };
}

/** Adds single keys of those that were left out. */
export async function lookAlsoAt(keys: readonly string[]): Promise<void> {
  if (!look || keys.length === 0) return;
  const absent = Object.fromEntries(keys.map((key) => [key, undefined]));
  add(look.found, { ...absent, ...(await browser.storage.session.get([...keys])) });
}

/** From now on storage alone is asked. */
export function endFirstLook(): void {
  stop?.();
  stop = undefined;
  look = undefined;
}

/** Whether the look says what stands under this key, be it nothing. */
export function isLookedAt(key: string): boolean {
  return look !== undefined && (look.found.has(key) || !startsWithAny(key, look.leftOut));
}

export function lookedAt(key: string): unknown {
  return look?.found.get(key);
}

/** All that stands under keys with this prefix; undefined where the look does not know them all. */
export function allLookedAt(prefix: string): [string, unknown][] | undefined {
  if (!look || look.leftOut.includes(prefix)) return undefined;
  return [...look.found].filter(([key]) => key.startsWith(prefix));
}

/** The keys that are wanted, where the browser can list keys without their values; else null, which stands for all. */
export async function listKeys(isWanted: (key: string) => boolean): Promise<string[] | null> {
  const session = browser.storage.session as { getKeys?: () => Promise<string[]> };
  try {
    const keys = await session.getKeys?.();
    return keys?.filter(isWanted) ?? null;
  } catch {
    return null;
  }
}

/** What changed while it was read is newer than what was read. */
function add(found: Map<string, unknown>, read: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(read)) if (!found.has(key)) found.set(key, value);
}

function startsWithAny(key: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => key.startsWith(prefix));
}
