/** What the context menu and the address bar say: the worker loads no files of ours. */
import type { MessageKey } from '../tickets/message-key.ts';
import { type FewWords, wordsIn } from './few-words.ts';

type MenuWord = 'menuLookUp' | 'menuAddNote' | 'menuLookHere' | 'omniboxHint';

const words: FewWords<MenuWord> = {
  menuLookUp: import.meta.glob('../../public/_locales/*/messages.json', { import: 'menuLookUp', eager: true }),
  menuAddNote: import.meta.glob('../../public/_locales/*/messages.json', { import: 'menuAddNote', eager: true }),
  menuLookHere: import.meta.glob('../../public/_locales/*/messages.json', { import: 'menuLookHere', eager: true }),
  omniboxHint: import.meta.glob('../../public/_locales/*/messages.json', { import: 'omniboxHint', eager: true }),
};

/** The words of menu and address bar, by the language of the settings (see `wordsIn`). */
export function menuWords(language: string, ofBrowser: (key: MessageKey) => string): Record<MenuWord, string> {
  return wordsIn(words, language, ofBrowser);
}
