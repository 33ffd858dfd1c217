/** Words for where few are said: these come along in every language we ship, for there nothing can be loaded. */
import type { MessageKey } from '../tickets/message-key.ts';

type ByFile = Record<string, { message: string }>;

/** A word by its key, with its message by the path of each `messages.json`. */
export type FewWords<Name extends string> = Record<Name, { key: MessageKey; files: ByFile }>;

/** In the language of the settings; `''`: in the browser's own, as `ofBrowser` tells it, or English where it has lost it. */
export function wordsIn<Name extends string>(
  words: FewWords<Name>,
  language: string,
  ofBrowser: (key: MessageKey) => string,
): Record<Name, string> {
  const wordOf = ({ key, files }: FewWords<Name>[Name]) => {
    const inLanguage = (each: string) => files[`../../public/_locales/${each}/messages.json`]?.message;
    return inLanguage(language) ?? (ofBrowser(key) || inLanguage('en') || '');
  };
  const all = Object.entries<FewWords<Name>[Name]>(words).map(([name, word]) => [name, wordOf(word)]);
  return Object.fromEntries(all);
}
