/** Taking a change back where others were made since: only what it did goes, and what was changed anew stays. */

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const inOrder = (_key: string, value: unknown) =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
const textOf = (value: unknown) => JSON.stringify(value, inOrder);
/** As JSON, and whatever the order of their parts: browsers give stored objects back in another one. */
export const isSame = (one: unknown, other: unknown) => textOf(one) === textOf(other);
const has = (list: readonly unknown[], item: unknown) => list.some((each) => isSame(each, item));

/** What stands `now` without what was done between `before` and `after`. All are values as JSON has them; new where it differs. */
export function takenBack<T>(now: T, before: T, after: T): T {
  return withoutChange(now, before, after) as T;
}

function withoutChange(now: unknown, before: unknown, after: unknown): unknown {
  if (isSame(before, after)) return now;
  if (isSame(now, after)) return before;
  if (Array.isArray(now) && Array.isArray(before) && Array.isArray(after)) return listWithout(now, before, after);
  if (isRecord(now) && isRecord(before) && isRecord(after)) return recordWithout(now, before, after);
  return now;
}

function listWithout(now: unknown[], before: unknown[], after: unknown[]): unknown[] {
  const kept = now.filter((item) => has(before, item) || !has(after, item));
  return [...kept, ...before.filter((item) => !has(after, item) && !has(now, item))];
}

function recordWithout(now: Record<string, unknown>, before: Record<string, unknown>, after: Record<string, unknown>) {
  const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
  const entries = [...keys].map((key) => [key, withoutChange(now[key], before[key], after[key])] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
