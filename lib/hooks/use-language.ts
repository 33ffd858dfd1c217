/** Puts the language of the settings in force on the page. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { isLanguageLoaded, loadLanguage } from '../words/load-language.ts';
import { wordsLocale } from '../words/words.ts';
import { useSettings } from './use-settings.ts';

/** So long the settings are waited for at the browser's start; then the browser's own language has to do. Milliseconds. */
const PATIENCE_MS = 1000;

/** The locale of the words once they are there; undefined before. After a change all is drawn again, so state must hold no words. */
export function useLanguage(): string | undefined {
  const { settings, ready } = useSettings();
  const [locale, setLocale] = useState(() => (isLanguageLoaded(settings.language) ? wordsLocale() : undefined));
  useEffect(() => {
    if (isLanguageLoaded(settings.language)) return setLocale(wordsLocale());
    let isOver = false;
    const load = () =>
      loadLanguage(settings.language)
        .catch(() => undefined)
        .then(() => isOver || setLocale(wordsLocale()));
    const timer = setTimeout(load, ready ? 0 : PATIENCE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [settings.language, ready]);
  useLayoutEffect(() => {
    if (locale !== undefined) document.documentElement.lang = locale;
  }, [locale]);
  return locale;
}
