/** The line of a ticket's description that says most, for rows. */

const MOST_CHARACTERS = 200;

/** A line such as "Dear support team," says nothing. */
const GREETING = /^.{1,40}[,!،、，]$/;

/** The first line with text, but no greeting where more follows; doubled spaces and tags taken out. Null where there is no text. */
export function firstLine(description: string | null): string | null {
  const lines = (description ?? '')
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
