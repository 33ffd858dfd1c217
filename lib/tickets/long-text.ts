/** Which texts are long, and how much of them is shown first. */

const LONG_CHARACTERS = 900;
const LONG_LINES = 16;

export function isLongText(text: string): boolean {
  return text.length > LONG_CHARACTERS || text.split('\n', LONG_LINES + 1).length > LONG_LINES;
}

/** Enough to fill the cut window; HTML is not cut inside a tag. */
export function startOfText(text: string): string {
  if (text.length <= 4000) return text;
  const start = text.slice(0, 4000);
  const tag = start.lastIndexOf('<');
  return tag > start.lastIndexOf('>') && tag > 3000 ? start.slice(0, tag) : start;
}
