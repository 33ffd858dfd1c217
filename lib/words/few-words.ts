/** Words for where few are said: these come along in every language we ship, for there nothing can be loaded. */
import type { MessageKey } from '../tickets/message-key.ts';

/** The messages of each key, by the path of their `messages.json`. */
export type FewWords<Key extends MessageKey> = Record<Key, Record<string, { message: string }>>;

/** In the language of the settings; `''`: in the browser's own, as `ofBrowser` tells it, or English where it has lost it. */
export function wordsIn<Key extends MessageKey>(
  words: FewWords<Key>,
  language: string,
  ofBrowser: (key: MessageKey) => string,
): Record<Key, string> {
  const wordOf = (key: Key) => {
    const inLanguage = (each: string) => words[key][`../../public/_locales/${each}/messages.json`]?.message;
    return inLanguage(language) ?? (ofBrowser(key) || inLanguage('en') || '');
  };
  return Object.fromEntries((Object.keys(words) as Key[]).map((key) => [key, wordOf(key)])) as Record<Key, string>;
}
