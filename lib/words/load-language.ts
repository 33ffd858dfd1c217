/** Loads the words of a language we ship. For our own pages only: the worker and pages have the browser's. */
import { browser } from 'wxt/browser';
import { isLanguage, languageFor } from './languages.ts';
import { chooseWords, type Messages } from './words.ts';

/** A chunk each, imported when it is wanted (`script-src 'self'` allows modules, `connect-src` no fetch of our own files). */
const files = import.meta.glob<Messages>('../../public/_locales/*/messages.json', { import: 'default' });

/** Puts the words of the setting in force: `''` is the browser's own language. Keeps the words there are if it cannot. */
export async function loadLanguage(setting: string): Promise<void> {
  if (!isLanguage(setting) || setting === languageFor(browser.i18n.getUILanguage())) return chooseWords(undefined);
  const messages = await files[`../../public/_locales/${setting}/messages.json`]?.();
  if (messages) chooseWords({ language: setting, messages });
}
