/** The words people read, from the browser's locale files. */
import { browser } from 'wxt/browser';
import type { MessageKey } from '../tickets/message-key.ts';

/** The string of a key, with its placeholders `$1` to `$9` filled. */
export function t(key: MessageKey, ...fills: (string | number)[]): string {
  return browser.i18n.getMessage(key, fills.map(String)) || key;
}

/** Keys that exist in the forms `NAME_one` and `NAME_other` (and more where a language has more). */
export type PluralKey = MessageKey extends infer K ? (K extends `${infer N}_other` ? N : never) : never;

/** The string of a counted thing in the language's plural form; the count is `$1`. */
export function tn(name: PluralKey, count: number, ...fills: (string | number)[]): string {
  const language = browser.i18n.getUILanguage();
  const form = new Intl.PluralRules(language).select(count);
  const shown = new Intl.NumberFormat(language).format(count);
  const text = browser.i18n.getMessage(`${name}_${form}` as MessageKey, [shown, ...fills.map(String)]);
  return text || t(`${name}_other` as MessageKey, shown, ...fills);
}
