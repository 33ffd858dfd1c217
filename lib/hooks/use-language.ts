/** Puts the language of the settings in force on the page. */
import { useEffect, useState } from 'preact/hooks';
import { loadLanguage } from '../words/load-language.ts';
import { wordsLocale } from '../words/words.ts';
import { useSettings } from './use-settings.ts';

/** The locale of the words once they are there; undefined before. A change of it must draw everything anew. */
export function useLanguage(): string | undefined {
  const { settings, ready } = useSettings();
  const [locale, setLocale] = useState<string>();
  useEffect(() => {
    if (!ready) return;
    let isOver = false;
    void loadLanguage(settings.language)
      .catch(() => undefined)
      .then(() => {
        if (isOver) return;
        document.documentElement.lang = wordsLocale();
        setLocale(wordsLocale());
      });
    return () => {
      isOver = true;
    };
  }, [settings.language, ready]);
  return locale;
}
