/** Days and moments in words: in the language of the settings, whatever the zone. */
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { shortDay } from '../../lib/words/times.ts';
import { chooseWords } from '../../lib/words/words.ts';

// Where a day of UTC begins on the day before.
beforeAll(() => void vi.stubEnv('TZ', 'Pacific/Pago_Pago'));
afterEach(() => chooseWords(undefined));

const now = Date.parse('2026-07-01T12:00:00Z');

test.each([
  ['en', 'Sep 2', 'Jan 14, 2024'],
  ['de', '2. Sept.', '14. Jan. 2024'],
  ['es', '2 sept', '14 ene 2024'],
  ['fr', '2 sept.', '14 janv. 2024'],
  ['bg', '2.09', '14.01.2024 г.'],
])('a day in %s, its year only where it is another', (language, thisYear, other) => {
  chooseWords({ language, messages: {} });
  expect(shortDay('2026-09-02', now)).toBe(thisYear);
  expect(shortDay('2024-01-14', now)).toBe(other);
  expect(shortDay('2026-01-01', now)).not.toMatch(/202/);
});

test('what is no day stays as it is', () => {
  expect(shortDay('2026-13-40', now)).toBe('2026-13-40');
});
