/** Reads the text files beside it: blocks that begin with `== head`, lines that begin with `#` left out. */
import { readFileSync } from 'node:fs';

export interface TextBlock {
  head: string;
  /** Without blank lines at its ends. */
  body: string;
}

/** The blocks of `texts/NAME.txt`, in order. */
export function readBlocks(name: string): TextBlock[] {
  const text = readFileSync(new URL(`./texts/${name}.txt`, import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => !line.startsWith('# '));
  const blocks: { head: string; lines: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('== ')) blocks.push({ head: line.slice(3).trim(), lines: [] });
    else blocks.at(-1)?.lines.push(line);
  }
  return blocks.map(({ head, lines: body }) => ({ head, body: body.join('\n').trim() }));
}

/** `a | b | c` → its trimmed parts. */
export function splitHead(head: string): string[] {
  return head.split('|').map((part) => part.trim());
}
