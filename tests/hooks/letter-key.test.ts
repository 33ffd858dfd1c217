/** A shortcut is pressed on whatever keyboard. */
import { expect, test } from 'vitest';
import { isLetterKey } from '../../lib/hooks/letter-key.ts';

test.each([
  ['z', 'KeyZ', true],
  ['Z', 'KeyZ', true],
  // German: Z stands where Y does elsewhere.
  ['z', 'KeyY', true],
  ['y', 'KeyZ', false],
  // Bulgarian and Greek.
  ['з', 'KeyZ', true],
  ['ζ', 'KeyZ', true],
  ['я', 'KeyQ', false],
  ['Enter', 'Enter', false],
])('%s of %s: %s', (key, code, isZ) => {
  expect(isLetterKey({ key, code }, 'z')).toBe(isZ);
});
