/** The desk's durations, "days hours:minutes" such as `2 00:24` (API page: `estimated`, `elapsed`). */

/** Whole minutes; undefined for anything that is not this form, which is then shown as it came. */
export function findMinutes(text: string | null): number | undefined {
  const parts = /^\s*(?:(\d{1,6})\s+)?(\d{1,3}):([0-5]\d)(?::[0-5]\d)?\s*$/.exec(text ?? '');
  if (!parts) return undefined;
  const [, days = '0', hours = '0', minutes = '0'] = parts;
  return (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
}

export interface DurationParts {
  days: number;
  hours: number;
  minutes: number;
}

/** Whole minutes, 0 and up, in days, hours and minutes. */
export function splitMinutes(minutes: number): DurationParts {
  return { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 };
}
