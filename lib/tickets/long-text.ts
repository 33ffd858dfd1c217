/** Which texts are long, and how much of them is shown first. */
import { plainText } from './plain-text.ts';

const LONG_CHARACTERS = 900;
const LONG_LINES = 16;

const BRIEF_CHARACTERS = 160;
const BRIEF_LINES = 4;

/** Of a plain text. `brief`: it stands elsewhere in full, so that less of it is enough. */
export function isLongText(text: string, brief = false): boolean {
  const lines = brief ? BRIEF_LINES : LONG_LINES;
  return text.length > (brief ? BRIEF_CHARACTERS : LONG_CHARACTERS) || text.split('\n', lines + 1).length > lines;
}

/** Enough to fill the cut window. */
const START_CHARACTERS = 4000;

/** So much is made plain at first: a megabyte takes its time, and its beginning mostly holds enough. */
const FIRST_LOOK = 50_000;

/** The start of a text as people read it, whatever stands before and between its words. The whole of one that is not long. */
export function startOfText(text: string, plain: (text: string) => string = plainText): string {
  const start = plain(text.slice(0, FIRST_LOOK));
  const isEnough = start.length >= START_CHARACTERS || text.length <= FIRST_LOOK;
  return (isEnough ? start : plain(text)).slice(0, START_CHARACTERS);
}
