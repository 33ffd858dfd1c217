/** Sums up where the browser tests looked for a key of the desk, and looks at what they themselves left behind. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasKey, TALLY, type Tally } from './canary.ts';

const tallies = existsSync(TALLY)
  ? readFileSync(TALLY, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Tally)
  : [];
const of = (where: string) => tallies.filter((tally) => tally.where === where);
const sum = (some: Tally[], what: 'places' | 'hits') => some.reduce((total, tally) => total + tally[what], 0);

/** Reports, pictures, traces: all that the run wrote. */
function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

const files = [...filesIn('.cache/test-results'), ...filesIn('.cache/playwright')];
const inFiles = files.filter((file) => hasKey(readFileSync(file, 'latin1')));
const browsers = ['Chromium', 'Firefox', 'desk'].map(
  (where) => `${sum(of(where), 'places')} in ${of(where).length} runs of ${where}`,
);
const hits = sum(tallies, 'hits') + inFiles.length;
console.log(
  `canary keys over the whole suite: looked for in 5 spellings at ${browsers.join(', ')} and in ${files.length} files: ${hits} hits`,
);
for (const file of inFiles) console.log(`  found in ${file}`);
process.exitCode = hits === 0 && of('Chromium').length > 0 && of('Firefox').length > 0 ? 0 : 1;
