/** Loads the words of a language we ship. For our own pages only: the worker and pages have the browser's. */
import { browser } from 'wxt/browser';
import { findLanguage, languageFor } from './languages.ts';
import { chooseWords, type Messages } from './words.ts';

/** A chunk each, imported when it is wanted (`script-src 'self'` allows modules, `connect-src` no fetch of our own files). */
const files = import.meta.glob<Messages>('../../public/_locales/*/messages.json', { import: 'default' });

/** The setting whose words are in force; undefined before the first was. */
let loaded: string | undefined;

/** True once the words of this setting are in force. */
export function isLanguageLoaded(setting: string): boolean {
  return loaded === setting;
}

/** Puts the words of the setting in force: `''` is the browser's own language. Keeps the words there are if it cannot. */
export async function loadLanguage(setting: string): Promise<void> {
  const own = languageFor(browser.i18n.getUILanguage());
  const wanted = findLanguage(setting) ?? own;
  const messages =
    wanted === own && hasOwnWords() ? undefined : await files[`../../public/_locales/${wanted}/messages.json`]?.();
  chooseWords(messages && { language: wanted, messages });
  loaded = setting;
}

/** Now and then Chromium 156 starts an extension's process without any of its messages, and never finds them again. */
function hasOwnWords(): boolean {
  return browser.i18n.getMessage('extensionName') !== '';
}
