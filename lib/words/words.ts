/** The words people read: from the browser's locale files, or from the one of ours that the settings name. */
import { browser } from 'wxt/browser';
import type { MessageKey } from '../tickets/message-key.ts';
import { findLanguage } from './languages.ts';

/** A locale file as it stands in public/_locales. */
export type Messages = Partial<Record<string, { message: string }>>;

let chosen: { language: string; messages: Messages } | undefined;

/** Takes the words from these messages from now on; undefined: from the browser again. */
export function chooseWords(words: { language: string; messages: Messages } | undefined): void {
  chosen = words;
}

/** The language of the words, dates and numbers, as a locale such as `de` or `en-GB`: never one that we have no words in. */
export function wordsLocale(): string {
  if (chosen) return chosen.language;
  const own = browser.i18n.getUILanguage();
  return findLanguage(own) ? own : 'en';
}

/** The string of a key, with its placeholders `$1` to `$9` filled. */
export function t(key: MessageKey, ...fills: (string | number)[]): string {
  return findText(key, fills.map(String)) || key;
}

function findText(key: MessageKey, fills: string[]): string {
  const message = chosen?.messages[key]?.message;
  return message === undefined ? browser.i18n.getMessage(key, fills) : fill(message, fills);
}

/** Fills as the browser does: `$1` to `$9`, and `$$` for a dollar. */
function fill(message: string, fills: string[]): string {
  return message.replace(/\$([1-9$])/g, (_, sign: string) => (sign === '$' ? '$' : (fills[Number(sign) - 1] ?? '')));
}

/** Keys that exist in the forms `NAME_one` and `NAME_other` (and more where a language has more). */
export type PluralKey = MessageKey extends infer K ? (K extends `${infer N}_other` ? N : never) : never;

/** The string of a counted thing in the language's plural form; the count is `$1`. */
export function tn(name: PluralKey, count: number, ...fills: (string | number)[]): string {
  const form = new Intl.PluralRules(wordsLocale()).select(count);
  const shown = new Intl.NumberFormat(wordsLocale()).format(count);
  const text = findText(`${name}_${form}` as MessageKey, [shown, ...fills.map(String)]);
  return text || t(`${name}_other` as MessageKey, shown, ...fills);
}
