/** How far a moment is from now, in the largest unit that says it well. */

export interface Distance {
  /** Negative: in the past. Whole numbers. */
  value: number;
  unit: 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Both in epoch milliseconds. Under 45 s either way it is 0 seconds: "now". */
export function distanceBetween(at: number, now: number): Distance {
  const gap = at - now;
  const size = Math.abs(gap);
  if (size < 45_000) return { value: 0, unit: 'second' };
  if (size < HOUR) return { value: whole(gap / MINUTE), unit: 'minute' };
  if (size < 22 * HOUR) return { value: whole(gap / HOUR), unit: 'hour' };
  if (size < 30 * DAY) return { value: whole(gap / DAY), unit: 'day' };
  if (size < 345 * DAY) return { value: whole(gap / (30.4 * DAY)), unit: 'month' };
  return { value: whole(gap / (365.25 * DAY)), unit: 'year' };
}

/** Rounded, but never to nothing. */
function whole(amount: number): number {
  const rounded = Math.round(amount);
  return rounded === 0 ? Math.sign(amount) : rounded;
}

/** Epoch milliseconds of the desk's ISO text (up to nine fraction digits); undefined when it is no date. */
export function findInstant(iso: string | null): number | undefined {
  if (iso === null || !/^\d{4}-\d{2}-\d{2}/.test(iso)) return undefined;
  const at = Date.parse(iso.replace(/(\.\d{3})\d+/, '$1'));
  return Number.isNaN(at) ? undefined : at;
}
