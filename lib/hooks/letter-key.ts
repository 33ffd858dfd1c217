/** Which letter a key is for a shortcut, on keyboards of other alphabets too. */

/** True for the key of this Latin letter: what it writes, or where it writes another alphabet's, its place. */
export function isLetterKey({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>, letter: string): boolean {
  const isLatin = /^[a-z]$/i.test(key);
  return isLatin ? key.toLowerCase() === letter : code === `Key${letter.toUpperCase()}`;
}
