/** Plays many stories of the outbox and stops at the first that breaks a law, with the shortest story that does. */
import * as fc from 'fast-check';
import { stories } from './model-commands.ts';
import type { Laws } from './model-laws.ts';
import { KNOWLEDGE, playStory } from './model-story.ts';

export type ModelCounts = Laws['counts'];

const LONGEST_STORY = 24;

/** Rejects with fast-check's report when a law is broken: it names the seed and the story. */
export async function playModel(runs: number, seed: number): Promise<ModelCounts> {
  const totals: ModelCounts = { sends: 0, claims: 0, twice: 0, unsure: 0, moved: 0 };
  const property = fc.asyncProperty(stories(LONGEST_STORY), fc.constantFrom(...KNOWLEDGE), async (commands, us) => {
    const { broken, counts } = await playStory(commands, us);
    for (const name of Object.keys(totals) as (keyof ModelCounts)[]) totals[name] += counts[name];
    if (broken.length > 0) throw new Error(broken.join('; '));
  });
  await fc.assert(property, { numRuns: runs, seed });
  return totals;
}

/** The counts in words. */
export function tellCounts({ sends, claims, unsure, moved, twice }: ModelCounts): string {
  return `${sends} requests, ${claims} called sent, ${unsure} looks that confirmed nothing, ${moved} stops, ${twice} called twice`;
}
