/** What the card in web pages says. */
import type { MessageKey } from '../tickets/message-key.ts';
import { type FewWords, wordsIn } from './few-words.ts';

type CardWord = 'open' | 'copy' | 'copied' | 'notCopied' | 'openByHand';

const words: FewWords<CardWord> = {
  open: {
    key: 'pageCardOpen',
    files: import.meta.glob('../../public/_locales/*/messages.json', { import: 'pageCardOpen', eager: true }),
  },
  copy: {
    key: 'ticketCopyId',
    files: import.meta.glob('../../public/_locales/*/messages.json', { import: 'ticketCopyId', eager: true }),
  },
  copied: {
    key: 'copied',
    files: import.meta.glob('../../public/_locales/*/messages.json', { import: 'copied', eager: true }),
  },
  notCopied: {
    key: 'notCopied',
    files: import.meta.glob('../../public/_locales/*/messages.json', { import: 'notCopied', eager: true }),
  },
  openByHand: {
    key: 'pageCardOpenByHand',
    files: import.meta.glob('../../public/_locales/*/messages.json', { import: 'pageCardOpenByHand', eager: true }),
  },
};

/** The words of the card, by the language of the settings (see `wordsIn`). */
export function cardWords(language: string, ofBrowser: (key: MessageKey) => string): Record<CardWord, string> {
  return wordsIn(words, language, ofBrowser);
}
