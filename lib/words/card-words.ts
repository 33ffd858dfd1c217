/** What the card in web pages says, in every language we ship: so few words that its script brings them along. */
import type { MessageKey } from '../tickets/message-key.ts';

const keys = {
  open: 'pageCardOpen',
  copy: 'ticketCopyId',
  copied: 'pageCardCopied',
  openByHand: 'pageCardOpenByHand',
} as const satisfies Record<string, MessageKey>;

type CardWord = keyof typeof keys;
type ByFile = Record<string, { message: string }>;

const files: Record<CardWord, ByFile> = {
  open: import.meta.glob('../../public/_locales/*/messages.json', { import: 'pageCardOpen', eager: true }),
  copy: import.meta.glob('../../public/_locales/*/messages.json', { import: 'ticketCopyId', eager: true }),
  copied: import.meta.glob('../../public/_locales/*/messages.json', { import: 'pageCardCopied', eager: true }),
  openByHand: import.meta.glob('../../public/_locales/*/messages.json', { import: 'pageCardOpenByHand', eager: true }),
};

/** In the language of the settings; `''`: in the browser's own, as `ofBrowser` tells it, or English where it has lost it. */
export function cardWords(language: string, ofBrowser: (key: MessageKey) => string): Record<CardWord, string> {
  const word = (name: CardWord) => {
    const inLanguage = (each: string) => files[name][`../../public/_locales/${each}/messages.json`]?.message;
    return inLanguage(language) ?? (ofBrowser(keys[name]) || inLanguage('en') || '');
  };
  return { open: word('open'), copy: word('copy'), copied: word('copied'), openByHand: word('openByHand') };
}
