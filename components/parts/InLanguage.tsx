/** Draws its children once the words of the chosen language are there, and again in the words of another when that is chosen. */
import type { ComponentChildren } from 'preact';
import { useLanguage } from '../../lib/hooks/use-language.ts';

export function InLanguage({ children }: { children: () => ComponentChildren }) {
  // The same components in other words: what has the focus keeps it, and what is typed stays.
  return useLanguage() === undefined ? null : children();
}
