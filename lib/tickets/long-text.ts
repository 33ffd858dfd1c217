/** Which texts are long, and how much of them is shown first. */

const LONG_CHARACTERS = 900;
const LONG_LINES = 16;

const BRIEF_CHARACTERS = 160;
const BRIEF_LINES = 4;

/** `brief`: the text stands elsewhere in full, so that less of it is enough. */
export function isLongText(text: string, brief = false): boolean {
  const lines = brief ? BRIEF_LINES : LONG_LINES;
  return text.length > (brief ? BRIEF_CHARACTERS : LONG_CHARACTERS) || text.split('\n', lines + 1).length > lines;
}

/** Enough to fill the cut window; HTML is not cut inside a tag. */
export function startOfText(text: string): string {
  if (text.length <= 4000) return text;
  const start = text.slice(0, 4000);
  const tag = start.lastIndexOf('<');
  return tag > start.lastIndexOf('>') && tag > 3000 ? start.slice(0, tag) : start;
}
