/** Words in the language of the settings, with placeholders and plural forms. */
import { afterEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { languageFor } from '../../lib/words/languages.ts';
import { menuWords } from '../../lib/words/menu-words.ts';
import { chooseWords, t, tn, wordsLocale } from '../../lib/words/words.ts';

afterEach(() => chooseWords(undefined));

test('the chosen language’s words, filled as the browser fills them', () => {
  chooseWords({
    language: 'de',
    messages: {
      basicRemove: { message: '$1 für $$5 $2$1' },
      searchFound_one: { message: '$1 Ticket' },
      searchFound_other: { message: '$1 Tickets' },
    },
  });
  expect(t('basicRemove', 'A', 7)).toBe('A für $5 7A');
  expect(tn('searchFound', 1)).toBe('1 Ticket');
  expect(tn('searchFound', 1200)).toBe('1.200 Tickets');
  expect(wordsLocale()).toBe('de');
});

test('a fill is never read as a pattern', () => {
  chooseWords({ language: 'de', messages: { basicRemove: { message: '$1' } } });
  expect(t('basicRemove', '$& $1 $$')).toBe('$& $1 $$');
});

test.each([
  ['de-AT', 'de'],
  ['pt_BR', 'en'],
  ['BG', 'bg'],
  ['', 'en'],
])('%s is served by %s', (locale, language) => {
  expect(languageFor(locale)).toBe(language);
});

test.each([
  ['ja', 'en', '1_one'],
  ['pl', 'en', '22_other'],
  ['', 'en', '1_one'],
  ['en-GB', 'en-GB', '1_one'],
  ['de-AT', 'de-AT', '1_one'],
  ['fr-CA', 'fr-CA', '0_one'],
])('without a choice, a browser in %s has words, dates and plurals in %s', (browsers, locale, counted) => {
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue(browsers);
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string) => key);
  expect(wordsLocale()).toBe(locale);
  const [count, form] = counted.split('_');
  expect(tn('searchFound', Number(count))).toBe(`searchFound_${form}`);
});

test.each([
  ['de', '„%s“ in Deskside nachschlagen'],
  ['', 'the browser’s own'],
])('the menu speaks the language of the settings: %j', (language, title) => {
  expect(menuWords(language, () => 'the browser’s own').menuLookUp).toBe(title);
});

test('where the browser has lost our words the menu is in English', () => {
  expect(menuWords('', () => '').menuAddNote).toBe('Add selection as a note…');
});
