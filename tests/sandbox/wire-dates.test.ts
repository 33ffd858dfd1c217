/** The sandbox desk's own reading and writing of dates, in its forms and zone. */
import { describe, expect, test } from 'vitest';
import { formatWireDate, isoNanos, isoSeconds, parseWireDate } from './wire-dates.ts';

const at = (iso: string) => Date.parse(iso);

describe('reading and writing', () => {
  test.each([
    ['14-JAN-22 14:06', 'DD-MON-YY HH24:MI', 'UTC', '2022-01-14T14:06:00Z'],
    ['14-JAN-22 14:06', 'DD-MON-YY HH24:MI', 'Europe/Berlin', '2022-01-14T13:06:00Z'],
    ['02-SEP-2023', 'DD-MON-YYYY', 'America/New_York', '2023-09-02T04:00:00Z'],
    ['09/02/2023', 'MM/DD/YYYY', 'UTC', '2023-09-02T00:00:00Z'],
    ['2023-09-02 02:05 PM', 'YYYY-MM-DD HH:MI AM', 'Asia/Kolkata', '2023-09-02T08:35:00Z'],
    ['2023-09-02 12:05 AM', 'YYYY-MM-DD HH:MI AM', 'UTC', '2023-09-02T00:05:00Z'],
    ['25-OCT-26 03:30', 'DD-MON-YY HH24:MI', 'Europe/Berlin', '2026-10-25T02:30:00Z'],
    ['28-MAR-26 23:59', 'DD-MON-YY HH24:MI', 'Europe/Berlin', '2026-03-28T22:59:00Z'],
  ])('%s as %s in %s', (text, form, zone, iso) => {
    expect(parseWireDate(text, form, zone)).toBe(at(iso));
    expect(formatWireDate(at(iso), form, zone)).toBe(text);
  });

  test.each([
    '31-FEB-22 10:00',
    '14-Jan-22 14:06',
    '14-JAN-2022 14:06',
    '4-JAN-22 14:06',
    '14-JAN-22 24:00',
    ' 14-JAN-22 14:06',
    '',
  ])('refuses "%s"', (text) => {
    expect(parseWireDate(text, 'DD-MON-YY HH24:MI', 'UTC')).toBeNull();
  });
});

test('ISO forms as in the samples', () => {
  expect(isoSeconds(at('2022-09-05T14:20:54.900Z'))).toBe('2022-09-05T14:20:54Z');
  expect(isoNanos(at('2022-09-13T11:50:47.518Z'), 36, 'Europe/Berlin')).toBe('2022-09-13T13:50:47.518036000+02:00');
  expect(isoNanos(at('2022-01-13T11:50:47Z'), 0, 'America/St_Johns')).toBe('2022-01-13T08:20:47.000000000-03:30');
});
