/** Every language has every string, with the same placeholders, and none too long for where it stands. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../lib/words/languages.ts';

type Messages = Record<string, { message: string }>;

const folder = new URL('../../public/_locales/', import.meta.url);
const read = (language: string): Messages =>
  JSON.parse(readFileSync(new URL(`${language}/messages.json`, folder), 'utf8')) as Messages;
const english = read('en');

/** `$1`, `%s`, `{id}`, `{999}`, `{{ticket.id}}`: what must not be lost or changed by a translation. */
function placeholders(message: string): string[] {
  return (message.match(/\$[1-9]|%s|\{\{?[\w.+]+\}\}?/g) ?? []).sort();
}

test('the languages of the setting are those that are there', () => {
  expect(readdirSync(folder).sort()).toEqual([...LANGUAGES].sort());
});

describe.each(LANGUAGES.filter((language) => language !== 'en'))('%s', (language) => {
  const messages = read(language);

  test('has every string and no other', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  test('has the same placeholders', () => {
    for (const [key, { message }] of Object.entries(messages))
      expect(new Set(placeholders(message)), key).toEqual(new Set(placeholders(english[key]?.message ?? '')));
  });

  test('has no empty string, and few that are left in English', () => {
    const same = Object.entries(messages).filter(([key, { message }]) => message === english[key]?.message);
    expect(Object.values(messages).every(({ message }) => message.trim() !== '')).toBe(true);
    expect(same.length / Object.keys(english).length).toBeLessThan(0.05);
  });

  test('keeps to the limits of the browsers: name 75, description 132 characters', () => {
    expect(messages.extensionName?.message.length).toBeLessThanOrEqual(75);
    expect(messages.extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });
});

test('no line of French begins with a sign that belongs to the word before it', () => {
  const breaking = Object.entries(read('fr')).filter(([, { message }]) => / [;:?!»]|« /.test(message));
  expect(breaking.map(([key]) => key)).toEqual([]);
});
