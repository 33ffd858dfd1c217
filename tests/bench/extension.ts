/** What the built extension weighs in every page: the content script as it is shipped, packed as servers pack it. */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Row } from './figures.ts';
import { buildExtension } from './shipped.ts';

/** Bytes; the goal of the design notes is 12 kB with everything that the script brings. */
const GOAL_BYTES = 12_000;

/** Builds first, so that the figures are of the code at hand. */
export async function measureExtension(): Promise<Row[]> {
  buildExtension();
  const rows = ['chrome-mv3', 'firefox-mv3'].map(async (build) => [
    await weigh(`script in every page, ${build}`, `.output/${build}/page-content.js`, GOAL_BYTES),
    await weigh('  and in those with IDs, its second one', `.output/${build}/marks-content.js`),
  ]);
  return (await Promise.all(rows)).flat();
}

async function weigh(figure: string, path: string, goal?: number): Promise<Row> {
  const script = await readFile(path);
  const bytes = gzipSync(script).byteLength;
  return {
    figure: `${figure}, gzip`,
    goal: goal === undefined ? '' : '≤ 12 kB',
    got: `${(bytes / 1000).toFixed(1)} kB (${(script.byteLength / 1000).toFixed(1)} kB unpacked)`,
    ...(goal !== undefined && { isReached: bytes <= goal }),
  };
}
