/** A text that an agent selected in a page, and how it stands in a note. */

export interface PageSelection {
  text: string;
  /** Title and address of the page; either may be empty. */
  title: string;
  url: string;
}

/** The most characters of a selection that are taken into a note. */
export const MOST_SELECTED = 20_000;

/** The text as a quote, line by line, and below it where it is from. */
export function quote({ text, title, url }: PageSelection): string {
  const lines = text.trim().split(/\r?\n/);
  const quoted = lines.map((line) => `> ${line.trim()}`.trimEnd());
  const source = [title.trim(), url].filter((part) => part !== '').join(', ');
  return source === '' ? quoted.join('\n') : `${quoted.join('\n')}\n${source}`;
}
