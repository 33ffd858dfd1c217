/** Moments in words, in the agent's locale and zone. */
import { splitMinutes } from '../tickets/duration.ts';
import { distanceBetween, findInstant } from '../tickets/relative-time.ts';
import { t, wordsLocale } from './words.ts';

/** Formatters by kind, locale and options: making one costs a hundred times what using it does. */
const made = new Map<string, unknown>();

function keep<F>(kind: string, options: object, make: (locale: string) => F): F {
  const locale = wordsLocale();
  const key = `${kind} ${locale} ${JSON.stringify(options)}`;
  const known = (made.get(key) as F | undefined) ?? make(locale);
  made.set(key, known);
  return known;
}

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return keep('date', options, (locale) => new Intl.DateTimeFormat(locale, options));
}

function numberFormat(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return keep('number', options, (locale) => new Intl.NumberFormat(locale, options));
}

/** Such as "5 min. ago" or "in 3 hr."; both in epoch milliseconds. */
export function relativeTime(at: number, now: number): string {
  const { value, unit } = distanceBetween(at, now);
  const options: Intl.RelativeTimeFormatOptions = { numeric: 'auto', style: 'short' };
  return keep('distance', options, (locale) => new Intl.RelativeTimeFormat(locale, options)).format(value, unit);
}

/** As `relativeTime`, but for the end of a sentence of what was done: "just now", and never in the future. */
export function pastTime(at: number, now: number): string {
  const past = Math.min(at, now);
  return distanceBetween(past, now).value === 0 ? t('outboxDidNow') : relativeTime(past, now);
}

/** Date, time and zone in full, for tooltips. */
export function exactTime(at: number): string {
  return format({ dateStyle: 'full', timeStyle: 'long' }).format(at);
}

/** Only the time of day, by the clock of the language; in a zone such as `Europe/Sofia`, else in the agent's. */
export function clockTime(at: number, zone?: string): string {
  return format({ timeStyle: 'short', timeZone: zone }).format(at);
}

/** As a clock says it, with its day where that is not today; both in epoch milliseconds. */
export function clockOrDay(at: number, now: number): string {
  return dayKey(at) === dayKey(now) ? clockTime(at) : shortDateTime(at, now);
}

/** A short date with the time, without the year when it is this one. */
export function shortDateTime(at: number, now: number, zone?: string): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const year: Intl.DateTimeFormatOptions = sameYear ? {} : { year: 'numeric' };
  return format({ month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', ...year, timeZone: zone }).format(
    at,
  );
}

/** `YYYY-MM-DD` as a short date, without the year when it is this one; a text that is no date as it came. */
export function shortDay(day: string, now: number): string {
  const at = findInstant(day);
  if (at === undefined) return day;
  const sameYear = new Date(at).getUTCFullYear() === new Date(now).getFullYear();
  const year: Intl.DateTimeFormatOptions = sameYear ? {} : { year: 'numeric' };
  // A day alone is read as its midnight in UTC.
  return format({ month: 'short', day: 'numeric', ...year, timeZone: 'UTC' }).format(at);
}

const DAY_MS = 86_400_000;

/** A day as a heading, such as "Today", "Yesterday" or "Tuesday, September 13, 2022"; without the year when it is this one. */
export function dayName(at: number, now: number): string {
  const daysAgo = [0, 1].find((days) => dayKey(at) === dayKey(now - days * DAY_MS));
  if (daysAgo !== undefined) return capitalized(relativeDay(-daysAgo));
  const year: Intl.DateTimeFormatOptions =
    new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' };
  return format({ weekday: 'long', month: 'long', day: 'numeric', ...year }).format(at);
}

/** Such as "today" for 0 and "yesterday" for -1. */
function relativeDay(days: number): string {
  const options: Intl.RelativeTimeFormatOptions = { numeric: 'auto' };
  return keep('distance', options, (locale) => new Intl.RelativeTimeFormat(locale, options)).format(days, 'day');
}

function capitalized(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(wordsLocale()) + rest.join('');
}

/** A plain number in the agent's locale. */
export function numberText(value: number): string {
  return numberFormat().format(value);
}

const unitText = (value: number, unit: string) =>
  numberFormat({ style: 'unit', unit, unitDisplay: 'short' }).format(value);

/** Whole minutes, 0 and up, as days, hours and minutes, such as "2 days 24 min". */
export function minutesText(minutes: number): string {
  const { days, hours, minutes: rest } = splitMinutes(Math.round(minutes));
  const parts = [days > 0 && unitText(days, 'day'), hours > 0 && unitText(hours, 'hour')].filter(
    (part) => part !== false,
  );
  if (rest > 0 || parts.length === 0) parts.push(unitText(rest, 'minute'));
  return parts.join(' ');
}

/** The name of an instant's day in the agent's zone, to tell days apart. */
export function dayKey(at: number): string {
  return format({ year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
