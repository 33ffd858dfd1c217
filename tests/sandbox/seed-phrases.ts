/** The phrases around the scenarios, by kind. */
import { readBlocks } from './text-blocks.ts';

const PHRASES = Map.groupBy(readBlocks('seed-phrases'), ({ head }) => head);

/** All phrases of a kind: one a line, or one a block for the longer ones. */
export function phrases(kind: string): string[] {
  const blocks = PHRASES.get(kind) ?? [];
  return blocks.length > 1 ? blocks.map(({ body }) => body) : (blocks[0]?.body.split('\n') ?? []);
}

/** The phrases of a kind that fit a topic: its own ones where there are any, else the general ones. */
export function phrasesFor(kind: string, topic: number | null): string[] {
  const own = phrases(`${kind} ${topic}`);
  return own.length > 0 ? own : phrases(kind);
}
