/** What a directory of names may hold. */
import * as v from 'valibot';
import type { Names } from '../tickets/names.ts';

/** The most names of a kind. */
const MOST_NAMES = 5_000;

const name = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  from: v.picklist(['agent', 'desk', 'log']),
});
const namesOfKind = v.pipe(v.record(v.pipe(v.string(), v.regex(/^\d{1,9}$/)), name), v.maxEntries(MOST_NAMES));

/** A new directory from anything: number (as text) → name, per kind. */
export const namesCheck: v.GenericSchema<unknown, Names> = v.object({
  queues: namesOfKind,
  topics: namesOfKind,
  agents: namesOfKind,
  groups: namesOfKind,
});
