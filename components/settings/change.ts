/** A change of settings or names: made from what stands there by then, and put there by the worker. */
import { askWorker } from '../../lib/protocol/ask.ts';
import type { Result } from '../../lib/protocol/result.ts';
import { namesItem } from '../../lib/state/names.ts';
import { oneAtATime } from '../../lib/state/one-at-a-time.ts';
import { settingsItem } from '../../lib/state/settings.ts';
import type { Names } from '../../lib/tickets/names.ts';
import type { Settings } from '../../lib/tickets/settings.ts';

export type MakeSettings = (now: Settings) => Partial<Settings>;
export type MakeNames = (now: Names) => Names;

export interface Change {
  isNone: boolean;
  apply: () => Promise<Result<void>>;
  takeBack: () => Promise<Result<void>>;
}

/** A list is changed as a whole, so each change waits for the one before it: the worker may take its time. */
export const inTurn = oneAtATime();

/** Undefined while the worker has yet to say what stands there, as at the browser's start. */
export async function changeOfSettings(make: MakeSettings): Promise<Change | undefined> {
  const now = (await settingsItem.find())?.values;
  if (!now) return undefined;
  const after = make(now);
  const names = Object.keys(after) as (keyof Settings)[];
  const before = Object.fromEntries(names.map((name) => [name, now[name]]));
  return changeBetween(before, after, (changes: Partial<Settings>) => askWorker('settings.change', { changes }));
}

/** As `changeOfSettings`. */
export async function changeOfNames(make: MakeNames): Promise<Change | undefined> {
  const now = await namesItem.find();
  return now && changeBetween(now, make(now), (names) => askWorker('names.change', { names }));
}

function changeBetween<T>(before: T, after: T, put: (value: T) => Promise<Result<void>>): Change {
  return {
    isNone: JSON.stringify(before) === JSON.stringify(after),
    apply: () => put(after),
    takeBack: () => put(before),
  };
}
