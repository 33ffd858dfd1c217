/** What a directory of names may hold. */
import * as v from 'valibot';
import { type Name, type NameKind, type Names, withName } from '../tickets/names.ts';

/** The most names of a kind. */
const MOST_NAMES = 5_000;

/** The most characters of a name. */
export const MOST_CHARS = 200;

const name = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MOST_CHARS)),
  from: v.picklist(['agent', 'desk', 'log']),
});
const number = v.pipe(v.string(), v.regex(/^\d{1,9}$/));
const namesOfKind = v.pipe(v.record(number, name), v.maxEntries(MOST_NAMES));

/** A new directory from anything: number (as text) → name, per kind. */
export const namesCheck: v.GenericSchema<unknown, Names> = v.object({
  queues: namesOfKind,
  topics: namesOfKind,
  agents: namesOfKind,
  groups: namesOfKind,
});

/**
 * The names with one more, as `withName`, of a source that nobody checked. One that does not fit in here is left out: the
 * agent's page sends the whole directory, which would be refused for it.
 */
export function withFittingName(names: Names, kind: NameKind, id: number, told: Name): Names {
  const read = v.safeParse(name, told);
  const isNew = names[kind][id] === undefined;
  const isFull = isNew && Object.keys(names[kind]).length >= MOST_NAMES;
  return read.success && v.is(number, String(id)) && !isFull ? withName(names, kind, id, read.output) : names;
}
