/** How soon the panel paints a ticket that is stored, and what its scripts weigh. Prints its figures; `npm run bench` judges them. */
import { expect, test } from '../support/fixtures.ts';
import { measurePaints } from '../support/paint-time.ts';
import { measureSurfaces } from '../support/surface-sizes.ts';

const RUNS = 9;
/** Bytes; to notice a library that slips in. */
const MOST_BYTES = 300_000;

test('a stored ticket is painted when the panel opens, and how soon', async ({ deskside }) => {
  await deskside.connect();
  const times = (await measurePaints(deskside, RUNS)).map(({ fromScript }) => fromScript).sort((a, b) => a - b);
  // A figure to read, not a limit: machines that test are busy.
  console.log(
    `panel, stored ticket: painted ${times[0]?.toFixed(0)} ms after script start at best, ${times[Math.floor(RUNS / 2)]?.toFixed(0)} ms in the median of ${RUNS} (goal 100 on a quiet machine)`,
  );
  expect(times).toHaveLength(RUNS);
});

test('the scripts of each surface are small', async () => {
  for (const { surface, scripts, packed } of await measureSurfaces('.output/chrome-mv3')) {
    console.log(`${surface}: ${(scripts / 1000).toFixed(0)} kB of script, ${(packed / 1000).toFixed(0)} kB gzip`);
    expect(scripts).toBeLessThan(MOST_BYTES);
  }
});
