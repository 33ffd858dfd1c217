/** Days and moments in words: in the language of the settings, whatever the zone. */
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { clockOrDay, clockTime, pastTime, shortDay } from '../../lib/words/times.ts';
import { chooseWords, t } from '../../lib/words/words.ts';
import bg from '../../public/_locales/bg/messages.json' with { type: 'json' };
import de from '../../public/_locales/de/messages.json' with { type: 'json' };
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import es from '../../public/_locales/es/messages.json' with { type: 'json' };
import fr from '../../public/_locales/fr/messages.json' with { type: 'json' };

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

test('a moment of today as a clock says it, one of another day with that day', () => {
  chooseWords({ language: 'en', messages: {} });
  // The day of the zone that is set above, 11 hours behind UTC.
  const said = (iso: string) => clockOrDay(Date.parse(iso), now).replace(/\u202f/g, ' ');
  expect(said('2026-07-01T11:30:00Z')).toBe('12:30 AM');
  expect(said('2026-07-01T10:30:00Z')).toBe('Jun 30, 11:30 PM');
  expect(said('2025-12-31T23:30:00Z')).toBe('Dec 31, 2025, 12:30 PM');
});

test.each([
  ['en', '5:00 PM'],
  ['en-GB', '17:00'],
  ['de', '17:00'],
  ['fr', '17:00'],
])('a time of day in %s, by the clock of the zone', (language, time) => {
  chooseWords({ language, messages: {} });
  const at = Date.parse('2026-07-01T15:00:00Z');
  expect(clockTime(at, 'Europe/Vienna').replace('\u202f', ' ')).toBe(time);
  expect(clockTime(at)).toMatch(/\b0?4:00/);
});

test('what is no day stays as it is', () => {
  expect(shortDay('2026-13-40', now)).toBe('2026-13-40');
});

test.each([
  ['en', en, 'Joel replied just now', 'Joel replied 5 min. ago'],
  ['de', de, 'Joel hat geantwortet, gerade eben', 'Joel hat geantwortet, vor 5 Min.'],
  ['es', es, 'Joel respondió hace un momento', 'Joel respondió hace 5 min'],
  ['fr', fr, 'Joel a répondu à l’instant', 'Joel a répondu il y a 5 min'],
  ['bg', bg, 'Joel отговори току-що', 'Joel отговори преди 5 мин'],
])('what was done in %s, even by a clock that is ahead', (language, messages, justNow, earlier) => {
  chooseWords({ language, messages });
  const said = (at: number) => t('outboxDidReply', 'Joel', pastTime(at, now));
  expect([said(now), said(now - 44_000), said(now + 120_000)]).toEqual([justNow, justNow, justNow]);
  expect(said(now - 300_000).replace('\u00a0', ' ')).toBe(earlier);
});
