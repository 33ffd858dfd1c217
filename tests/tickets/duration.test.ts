/** Tests how the desk's durations are read. */
import { expect, test } from 'vitest';
import { findMinutes, splitMinutes } from '../../lib/tickets/duration.ts';

test.each([
  ['2 00:24', 2904],
  ['7 01:26', 10166],
  ['0 00:00', 0],
  ['00:45', 45],
  ['12 23:59', 18719],
])('%s is %i minutes', (text, minutes) => {
  expect(findMinutes(text)).toBe(minutes);
});

test.each([[null], [''], ['2 days'], ['2 00:99'], ['-1 00:10'], ['2'], ['P2D']])('%s is no duration', (text) => {
  expect(findMinutes(text)).toBeUndefined();
});

test('minutes are split without a rest', () => {
  expect(splitMinutes(10166)).toEqual({ days: 7, hours: 1, minutes: 26 });
});
