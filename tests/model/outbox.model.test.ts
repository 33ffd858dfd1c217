/** The outbox under everything that may happen to it, as often as its figure says: no duplicate, no loss, nothing falsely "sent". */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { stories } from './model-commands.ts';
import { KNOWLEDGE, playStory } from './model-story.ts';

const RUNS = Number(process.env.OUTBOX_RUNS ?? 50_000);

test(`the laws of the outbox hold in ${RUNS} stories`, { timeout: 600_000 }, async () => {
  const totals = { sends: 0, claims: 0, twice: 0, unsure: 0, moved: 0 };
  const startedAt = performance.now();
  const property = fc.asyncProperty(stories(24), fc.constantFrom(...KNOWLEDGE), async (commands, us) => {
    const laws = await playStory(commands, us);
    for (const name of Object.keys(totals) as (keyof typeof totals)[]) totals[name] += laws.counts[name];
    expect(laws.broken).toEqual([]);
  });
  await fc.assert(property, { numRuns: RUNS, endOnFailure: false });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(
    `outbox model: ${RUNS} stories in ${seconds} s, ${totals.sends} requests, ${totals.claims} called sent, ` +
      `${totals.unsure} looks that confirmed nothing, ${totals.moved} stops, ${totals.twice} called twice: 0 laws broken`,
  );
});
