/** The languages we ship, as the folders of public/_locales, and how each calls itself. */

export const LANGUAGES = ['en', 'de', 'es', 'fr', 'bg'] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_NAMES: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  bg: 'Български',
};

/** The language of ours of a locale such as `de-AT`; undefined where we have none. */
export function findLanguage(locale: string): Language | undefined {
  const base = locale.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === base);
}

/** The language of ours that serves a locale; English where we have none. */
export function languageFor(locale: string): Language {
  return findLanguage(locale) ?? 'en';
}
