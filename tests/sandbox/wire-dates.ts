/** Reads and writes dates as the desk does: its own forms in its own zone for requests, ISO 8601 for answers. */

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

const TOKENS: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<shortYear>\\d{2})',
  MON: `(?<month>${MONTHS.join('|')})`,
  MM: '(?<monthNumber>\\d{2})',
  DD: '(?<day>\\d{2})',
  HH24: '(?<hour>\\d{2})',
  HH: '(?<hour12>\\d{2})',
  MI: '(?<minute>\\d{2})',
  AM: '(?<half>AM|PM)',
};
const TOKEN = /YYYY|YY|MON|MM|DD|HH24|HH|MI|AM/g;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(zone, made);
  return made;
}

const QUARTER_MS = 900_000;
const offsets = new Map<string, number>();

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. They only change on quarters of an hour. */
function offsetOf(at: number, zone: string): number {
  const quarter = Math.floor(at / QUARTER_MS) * QUARTER_MS;
  const known = offsets.get(`${zone} ${quarter}`);
  if (known !== undefined) return known;
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(quarter)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - quarter;
  offsets.set(`${zone} ${quarter}`, offset);
  return offset;
}

/** What the clock on the wall shows at an instant, told as if it were UTC (epoch milliseconds). */
function wallClock(at: number, zone: string): number {
  return at + offsetOf(at, zone);
}

/** The instant at which the wall clock of a zone shows this; in the gap of a clock change, the time after it. */
function instantOf(wall: number, zone: string): number {
  const guess = wall - offsetOf(wall, zone);
  return wall - offsetOf(guess, zone);
}

function patternOf(form: string): RegExp {
  const escaped = form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`^${escaped.replace(TOKEN, (token) => TOKENS[token] ?? token)}$`);
}

function hourOf(fields: Record<string, string | undefined>): number {
  if (fields.hour12 === undefined) return Number(fields.hour ?? 0);
  return (Number(fields.hour12) % 12) + (fields.half === 'PM' ? 12 : 0);
}

/** A date written in one of the desk's forms → epoch milliseconds; null when the form or the day is wrong. */
export function parseWireDate(text: string, form: string, zone: string): number | null {
  const fields = patternOf(form).exec(text)?.groups;
  if (!fields) return null;
  const year = fields.year ? Number(fields.year) : 2000 + Number(fields.shortYear);
  const month = fields.month ? MONTHS.indexOf(fields.month) : Number(fields.monthNumber) - 1;
  const [day, hour, minute] = [Number(fields.day), hourOf(fields), Number(fields.minute ?? 0)];
  const wall = Date.UTC(year, month, day, hour, minute);
  const isReal = new Date(wall).getUTCDate() === day && month >= 0 && month < 12 && hour < 24 && minute < 60;
  return isReal ? instantOf(wall, zone) : null;
}

/** Epoch milliseconds → text in one of the desk's forms. */
export function formatWireDate(at: number, form: string, zone: string): string {
  const wall = new Date(wallClock(at, zone));
  const two = (value: number) => String(value).padStart(2, '0');
  const hour = wall.getUTCHours();
  const values: Record<string, string> = {
    YYYY: String(wall.getUTCFullYear()),
    YY: two(wall.getUTCFullYear() % 100),
    MON: MONTHS[wall.getUTCMonth()] ?? '',
    MM: two(wall.getUTCMonth() + 1),
    DD: two(wall.getUTCDate()),
    HH24: two(hour),
    HH: two(hour % 12 || 12),
    MI: two(wall.getUTCMinutes()),
    AM: hour < 12 ? 'AM' : 'PM',
  };
  return form.replace(TOKEN, (token) => values[token] ?? token);
}

/** The form of dates in a ticket: `2022-09-05T14:20:54Z`. */
export function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** The form of dates in a log: the desk's zone, nine fraction digits, the last three always 0. */
export function isoNanos(at: number, micros: number, zone: string): string {
  const wall = wallClock(at, zone);
  const offset = Math.round(offsetOf(at, zone) / 60_000);
  const size = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, '0');
  const fraction = `${String(at % 1000).padStart(3, '0')}${String(micros % 1000).padStart(3, '0')}000`;
  const sign = offset < 0 ? '-' : '+';
  return `${new Date(wall).toISOString().slice(0, 19)}.${fraction}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
