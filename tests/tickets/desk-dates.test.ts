/** The desk's date forms, both ways, in zones with and without clock changes. */
import { describe, expect, test } from 'vitest';
import {
  instantToLocal,
  isDateForm,
  isDateTimeForm,
  localToInstant,
  writeDay,
  writeInstant,
} from '../../lib/tickets/desk-dates.ts';

const instants: [iso: string, form: string, zone: string, text: string][] = [
  ['2022-01-14T14:06:00.000Z', 'DD-MON-YY HH24:MI', 'UTC', '14-JAN-22 14:06'],
  ['2022-01-14T14:06:00.000Z', 'DD-MON-YY HH24:MI', 'Europe/Sofia', '14-JAN-22 16:06'],
  ['2022-07-14T14:06:00.000Z', 'DD-MON-YY HH24:MI', 'Europe/Sofia', '14-JUL-22 17:06'],
  ['2022-01-14T00:06:00.000Z', 'MM/DD/YYYY HH12:MI AM', 'UTC', '01/14/2022 12:06 AM'],
  ['2022-01-14T12:06:00.000Z', 'MM/DD/YYYY HH12:MI PM', 'UTC', '01/14/2022 12:06 PM'],
  ['2022-05-14T22:30:09.000Z', 'YYYY.MM.DD HH24:MI:SS', 'Asia/Kolkata', '2022.05.15 04:00:09'],
  ['2022-12-31T23:59:00.000Z', 'DD MONTH YYYY HH24:MI', 'Pacific/Auckland', '01 JANUARY 2023 12:59'],
  ['2024-02-29T10:00:00.000Z', "DD-MON-'YY HH24:MI", 'America/New_York', "29-FEB-'24 05:00"],
];

describe('date-time forms', () => {
  test.each(instants)('%s as %s in %s', (iso, form, zone, text) => {
    expect(isDateTimeForm(form)).toBe(true);
    expect(writeInstant(iso, form, zone)).toBe(text);
  });

  test('a time that a clock change skips is none; a doubled one is one of the two', () => {
    expect(localToInstant('2026-03-29T02:30', 'Europe/Berlin')).toBeNull();
    expect(localToInstant('2026-03-29T03:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    expect(localToInstant('2026-10-25T02:30', 'Europe/Berlin')).toMatch(/^2026-10-25T0[01]:30:00.000Z$/);
  });

  test('the field of a composer, both ways', () => {
    expect(instantToLocal('2026-07-01T12:00:00Z', 'Europe/Berlin')).toBe('2026-07-01T14:00');
    expect(localToInstant('2026-07-01T14:00', 'Europe/Berlin')).toBe('2026-07-01T12:00:00.000Z');
    expect(instantToLocal('nonsense', 'UTC')).toBe('');
    expect(localToInstant('', 'UTC')).toBeNull();
  });

  test.each([
    ['2022-01-14T25:06'],
    ['2022-01-14T24:00'],
    ['2022-02-31T14:06'],
    ['2022-13-14T14:06'],
    ['2022-01-14'],
    ['2022-01-14T14:06:00'],
    ['2022-01-14T14:06Z'],
    ['22-01-14T14:06'],
    ['2022-01-14 14:06'],
  ])('%s is no value of such a field', (value) => {
    expect(localToInstant(value, 'UTC')).toBeNull();
  });

  test('an unknown zone is the browser’s', () => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const at = '2026-07-01T12:00:00Z';
    expect(writeInstant(at, 'DD-MON-YY HH24:MI', 'Mars/Olympus')).toBe(writeInstant(at, 'DD-MON-YY HH24:MI', own));
  });
});

describe('date forms', () => {
  test.each([
    ['2023-09-02', 'DD-MON-YYYY', '02-SEP-2023'],
    ['2024-01-14', 'YYYY/MM/DD', '2024/01/14'],
    ['2024-02-29', 'DDMMYY', '290224'],
  ])('%s as %s', (day, form, text) => {
    expect(isDateForm(form)).toBe(true);
    expect(writeDay(day, form)).toBe(text);
  });

  test.each([['2023-02-30'], ['2023-2-3'], [''], ['02-SEP-2023'], ['2023-09-02T00:00']])('%s is no day', (day) => {
    expect(writeDay(day, 'DD-MON-YYYY')).toBeNull();
  });

  test.each([[''], ['DD-MON'], ['hello'], ['DD-MON-YYYY at'], ['HH24:MI']])('%s is no date form', (form) => {
    expect(isDateForm(form)).toBe(false);
  });

  test.each([['DD-MON-YYYY HH12:MI'], ['DD-MON-YYYY'], ['DD-MON-YYYY HH24'], ['HH24:MI']])(
    '%s is no date-time form',
    (form) => expect(isDateTimeForm(form)).toBe(false),
  );
});
