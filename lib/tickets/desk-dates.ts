/** Dates in the forms that a desk's General settings name (`DD-MON-YY HH24:MI`), in the desk's time zone. */
import { TZDate, tz } from '@date-fns/tz';
import { format, isValid, parseISO } from 'date-fns';
import { enUS } from 'date-fns/locale/en-US';

/** The desk's tokens, longest first, and what date-fns calls them. */
const TOKENS: [desk: string, ours: string][] = [
  ['YYYY', 'yyyy'],
  ['MONTH', 'MMMM'],
  ['HH24', 'HH'],
  ['HH12', 'hh'],
  ['MON', 'MMM'],
  ['DD', 'dd'],
  ['MM', 'MM'],
  ['YY', 'yy'],
  ['HH', 'hh'],
  ['MI', 'mm'],
  ['SS', 'ss'],
  ['AM', 'a'],
  ['PM', 'a'],
];

type Part = { token: string } | { literal: string };

/** A form cut into tokens and literal text; null when it holds letters that are no token. */
function readForm(form: string): Part[] | null {
  const parts: Part[] = [];
  let rest = form;
  while (rest !== '') {
    const found = TOKENS.find(([desk]) => rest.toUpperCase().startsWith(desk));
    if (!found && /^[\p{L}\p{N}]/u.test(rest)) return null;
    parts.push(found ? { token: found[1] } : { literal: rest.slice(0, 1) });
    rest = rest.slice(found ? found[0].length : 1);
  }
  return parts;
}

function hasTokens(form: string, wanted: string[][]): boolean {
  const tokens = readForm(form)?.flatMap((part) => ('token' in part ? [part.token] : []));
  return tokens !== undefined && wanted.every((some) => some.some((token) => tokens.includes(token)));
}

const DAY_TOKENS = [['yyyy', 'yy'], ['MM', 'MMM', 'MMMM'], ['dd']];

/** True for a form that names a year, a month and a day, such as `DD-MON-YYYY`. */
export function isDateForm(form: string): boolean {
  return hasTokens(form, DAY_TOKENS);
}

/** True for a form that also names hour and minute; `HH12` needs its `AM`. */
export function isDateTimeForm(form: string): boolean {
  const hasHour = hasTokens(form, [['HH']]) || hasTokens(form, [['hh'], ['a']]);
  return hasHour && hasTokens(form, [...DAY_TOKENS, ['mm']]);
}

/** True for a zone that is known here, and for none. */
export function isZone(zone: string): boolean {
  try {
    return zone === '' || Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** The desk's zone; the browser's where none is set, or the one set is unknown here. */
export function deskZone(zone: string): string {
  const timeZone = zone !== '' && isZone(zone) ? zone : undefined;
  return Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
}

function write(date: Date, form: string): string | null {
  const parts = readForm(form);
  if (!parts || !isValid(date)) return null;
  const texts = parts.map((part) => ('literal' in part ? part.literal : format(date, part.token, { locale: enUS })));
  return texts.join('').toUpperCase();
}

/** `2023-09-02` in the desk's date form (`02-SEP-2023`); null when either is wrong. */
export function writeDay(day: string, form: string): string | null {
  const date = /^\d{4}-\d\d-\d\d$/.test(day) ? parseISO(day, { in: tz('UTC') }) : new Date(Number.NaN);
  return write(date, form);
}

/** An ISO 8601 instant in the desk's date-time form and zone (`14-JAN-22 14:06`); null when either is wrong. */
export function writeInstant(iso: string, form: string, zone: string): string | null {
  return write(new TZDate(Date.parse(iso), deskZone(zone)), form);
}

/** As a `datetime-local` field holds a time. */
const LOCAL = "yyyy-MM-dd'T'HH:mm";

/** The value of a `datetime-local` field, read in the desk's zone; null when it is none, or a clock change skips it. */
export function localToInstant(value: string, zone: string): string | null {
  const date = parseISO(value, { in: tz(deskZone(zone)) });
  return isValid(date) && format(date, LOCAL) === value ? new Date(date.getTime()).toISOString() : null;
}

/** An ISO instant as the value of a `datetime-local` field in the desk's zone; `''` when it is none. */
export function instantToLocal(iso: string, zone: string): string {
  const date = new TZDate(Date.parse(iso), deskZone(zone));
  return isValid(date) ? format(date, LOCAL) : '';
}
