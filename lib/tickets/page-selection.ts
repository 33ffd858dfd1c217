/** A text that an agent selected in a page, and how it stands in a note. */

export interface PageSelection {
  text: string;
  /** Title and address of the page; either may be empty. */
  title: string;
  url: string;
}

/** The most characters of a selection that are taken into a note. */
export const MOST_SELECTED = 20_000;

/** What is selected in one frame: each keeps its own when the agent goes on to another. */
export interface FrameSelection {
  text: string;
  /** True in the frame that the agent is in, and in those around it. */
  hasFocus: boolean;
  /** The agent was last in a frame within this one. */
  isAround: boolean;
}

/** The selection that the agent made last; empty where there is none. */
export function findSelection(frames: readonly FrameSelection[]): string {
  const selected = frames.filter(({ text }) => text.trim() !== '');
  const inner = selected.filter(({ isAround }) => !isAround);
  return (inner.find(({ hasFocus }) => hasFocus) ?? inner[0] ?? selected[0])?.text ?? '';
}

/** The text as a quote, line by line, and below it where it is from. */
export function quote({ text, title, url }: PageSelection): string {
  const lines = text.trim().split(/\r?\n/);
  const quoted = lines.map((line) => `> ${line.trim()}`.trimEnd());
  const source = [title.trim(), url].filter((part) => part !== '').join(', ');
  return source === '' ? quoted.join('\n') : `${quoted.join('\n')}\n${source}`;
}
