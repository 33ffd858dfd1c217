/** Worker kills at random moments, one trial for each fault of the list: no duplicate, no loss, nothing falsely "sent". */
import { TRIAL_FAULTS } from '../kill/kill-faults.ts';
import { runKillTrials, tellFigures } from '../kill/kill-trials.ts';
import { expect, test } from '../support/fixtures.ts';

const COUNT = TRIAL_FAULTS.length;
const seed = Number(process.env.KILL_SEED ?? 20_261);

test.setTimeout(300_000);

test(`${COUNT} kills of the worker while it writes to a failing desk`, async ({ deskside, desk }) => {
  await deskside.connect();
  const figures = await runKillTrials(deskside, desk, COUNT, seed);
  console.log(`worker kills, seed ${seed}: ${tellFigures(figures)}`);
  expect([...figures.duplicates, ...figures.losses, ...figures.falseClaims]).toEqual([]);
});
