/** Texts with each letter and its marks in one form (NFC), so that they can be compared. */

/** More marks than this on one letter mean nothing in any script; to put them in order takes the square of their number. */
const MARKS = /(\p{M}{30})\p{M}+/gu;

export function composed(text: string): string {
  return text.replace(MARKS, '$1').normalize('NFC');
}
