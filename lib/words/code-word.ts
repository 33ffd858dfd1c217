/** A number code of the desk in words. */
import { type CodeKind, findCodeWord } from '../tickets/codes.ts';
import { t } from './words.ts';

/** One that we do not know is its number. */
export function codeWord(kind: CodeKind, code: number): string {
  const word = findCodeWord(kind, code);
  return word ? t(word) : String(code);
}
