/** Draws its children once the words of the chosen language are there, and anew when another is chosen. */
import { type ComponentChildren, Fragment } from 'preact';
import { useLanguage } from '../../lib/hooks/use-language.ts';

export function InLanguage({ children }: { children: () => ComponentChildren }) {
  const locale = useLanguage();
  return locale === undefined ? null : <Fragment key={locale}>{children()}</Fragment>;
}
