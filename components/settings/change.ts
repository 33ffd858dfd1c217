/** A change of settings or names: made from what stands there by then, and put there by the worker. */
import { askWorker } from '../../lib/protocol/ask.ts';
import { fail, type Result } from '../../lib/protocol/result.ts';
import { namesItem } from '../../lib/state/names.ts';
import { oneAtATime } from '../../lib/state/one-at-a-time.ts';
import { settingsItem } from '../../lib/state/settings.ts';
import type { Names } from '../../lib/tickets/names.ts';
import type { Settings } from '../../lib/tickets/settings.ts';
import { takenBack } from '../../lib/tickets/take-back.ts';

export type MakeSettings = (now: Settings) => Partial<Settings>;
export type MakeNames = (now: Names) => Names;

export interface Change {
  isNone: boolean;
  apply: () => Promise<Result<void>>;
  /** Takes back what it did; what was changed anew since, here or on another surface, stays. */
  takeBack: () => Promise<Result<void>>;
}

/** A list is changed as a whole, so each change waits for the one before it: the worker may take its time. */
export const inTurn = oneAtATime();

interface Place<T> {
  /** Undefined while nobody knows. */
  read: () => Promise<T | undefined>;
  put: (value: T) => Promise<Result<void>>;
}

/** Undefined while the worker has yet to say what stands there, as at the browser's start. */
export async function changeOfSettings(make: MakeSettings): Promise<Change | undefined> {
  const now = (await settingsItem.find())?.values;
  const after = now && make(now);
  const names = Object.keys(after ?? {}) as (keyof Settings)[];
  const read = async () => {
    const values = (await settingsItem.find())?.values;
    return values && (Object.fromEntries(names.map((name) => [name, values[name]])) as Partial<Settings>);
  };
  return changeAt({ read, put: (changes) => askWorker('settings.change', { changes }) }, () => after ?? {});
}

/** As `changeOfSettings`. */
export function changeOfNames(make: MakeNames): Promise<Change | undefined> {
  return changeAt({ read: namesItem.find, put: (names) => askWorker('names.change', { names }) }, make);
}

async function changeAt<T>({ read, put }: Place<T>, make: (now: T) => T): Promise<Change | undefined> {
  const before = await read();
  if (before === undefined) return undefined;
  const after = make(before);
  return {
    isNone: JSON.stringify(before) === JSON.stringify(after),
    apply: () => put(after),
    async takeBack() {
      const now = await read();
      return now === undefined ? fail('internal') : put(takenBack(now, before, after));
    },
  };
}
