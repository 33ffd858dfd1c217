/** What the card in web pages says. */
import type { MessageKey } from '../tickets/message-key.ts';
import { type FewWords, wordsIn } from './few-words.ts';

const words: FewWords<'pageCardOpen' | 'ticketCopyId' | 'copied' | 'notCopied' | 'pageCardOpenByHand'> = {
  pageCardOpen: import.meta.glob('../../public/_locales/*/messages.json', { import: 'pageCardOpen', eager: true }),
  ticketCopyId: import.meta.glob('../../public/_locales/*/messages.json', { import: 'ticketCopyId', eager: true }),
  copied: import.meta.glob('../../public/_locales/*/messages.json', { import: 'copied', eager: true }),
  notCopied: import.meta.glob('../../public/_locales/*/messages.json', { import: 'notCopied', eager: true }),
  pageCardOpenByHand: import.meta.glob('../../public/_locales/*/messages.json', {
    import: 'pageCardOpenByHand',
    eager: true,
  }),
};

/** The words of the card, by the language of the settings (see `wordsIn`). */
export function cardWords(language: string, ofBrowser: (key: MessageKey) => string) {
  const { pageCardOpen, ticketCopyId, pageCardOpenByHand, ...same } = wordsIn(words, language, ofBrowser);
  return { open: pageCardOpen, copy: ticketCopyId, openByHand: pageCardOpenByHand, ...same };
}
