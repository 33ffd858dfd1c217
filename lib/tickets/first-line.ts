/** The line of a ticket's description that says most, for rows. */

const MOST_CHARACTERS = 200;

/** Of what may be a megabyte; the style of a mail is shorter. */
const MOST_READ = 100_000;

/** What mail HTML says of itself; up to the end of a text that was cut within. */
const UNSHOWN = /<(style|script|head)\b[^>]{0,500}>[\s\S]*?(?:<\/\1\s{0,9}>|$)/gi;

/** A line such as "Dear support team," says nothing. */
const GREETING = /^.{1,40}[,!،、，]$/;

/** The first line with text, but no greeting where more follows; doubled spaces and tags taken out. Null where there is no text. */
export function firstLine(description: string | null): string | null {
  const lines = (description ?? '')
    .slice(0, MOST_READ)
    .replace(UNSHOWN, '')
    .split(/\r?\n|<br\s*\/?>|<\/p>/i)
    .map(plainLine)
    .filter(Boolean);
  const [first, second] = lines;
  const line = first !== undefined && second !== undefined && GREETING.test(first) ? second : first;
  return line?.slice(0, MOST_CHARACTERS) ?? null;
}

function plainLine(line: string): string {
  return line
    .replace(/<[^>]{1,200}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
