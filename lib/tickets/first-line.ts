/** The first line of a ticket's description, for rows. */

const MOST_CHARACTERS = 200;

/** Without leading blank lines and doubled spaces; null where there is no text. */
export function firstLine(description: string | null): string | null {
  const line = description?.split(/\r?\n/).find((text) => text.trim() !== '');
  if (line === undefined) return null;
  const plain = line
    .replace(/<[^>]{1,200}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.slice(0, MOST_CHARACTERS) || null;
}
