/** What the script's bare presence costs: task time of an empty page, and of one with 20 frames, beside an empty script. */
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { median, medianInterval, type Row, show } from './figures.ts';
import type { Lab } from './lab.ts';
import { OFF, ON, readTaskMs, startShipped, watchTasks } from './shipped.ts';

const pages = {
  '/empty': '<title>Empty</title>',
  '/frames': `<title>Frames</title>${'<iframe src="/frame"></iframe>'.repeat(20)}`,
  '/frame': '<title>Frame</title>',
};

/** After this time, in milliseconds, all that a load brings about is over. */
const settleMs = 1500;

export async function measurePresence(lab: Lab): Promise<Row[]> {
  const empty = await writeEmpty();
  const shipped = await startShipped(pages, empty);
  try {
    const { context } = shipped.chromium;
    const own = await context.newPage();
    const other = await context.newPage();
    const rows: Row[] = [];
    for (const [path, what, goalMs] of [
      ['/empty', 'an empty page', 2],
      ['/frames', 'a page with 20 frames', 15],
    ] as const) {
      await own.goto(`${ON}${path}`);
      await other.goto(`${OFF}${path}`);
      const added = await compare(own, other, lab.quick ? 7 : 25);
      const { low, high } = medianInterval(added.more);
      rows.push({
        figure: `task time added to ${what}, against an empty script`,
        goal: `≤ ${goalMs} ms`,
        got: `${show(median(added.more))} ms, 95 % interval ${show(low)}–${show(high)} (${show(median(added.base))} ms with the empty one, ${added.more.length} pairs)`,
        isReached: median(added.more) <= goalMs,
      });
    }
    return rows;
  } finally {
    await shipped.close();
    await rm(empty, { recursive: true, force: true });
  }
}

async function compare(own: Page, other: Page, pairs: number): Promise<{ more: number[]; base: number[] }> {
  const more: number[] = [];
  const base: number[] = [];
  for (let pair = -2; pair < pairs; pair++) {
    const first = pair % 2 === 0 ? own : other;
    const firstMs = await timeLoad(first);
    const secondMs = await timeLoad(first === own ? other : own);
    if (pair < 0) continue;
    more.push(first === own ? firstMs - secondMs : secondMs - firstMs);
    base.push(first === own ? secondMs : firstMs);
  }
  return { more, base };
}

async function timeLoad(page: Page): Promise<number> {
  await page.bringToFront();
  const session = await watchTasks(page);
  const before = await readTaskMs(session);
  await page.reload();
  await page.waitForTimeout(settleMs);
  const ms = (await readTaskMs(session)) - before;
  await session.detach();
  return ms;
}

/** An extension whose script does nothing, on the site where ours is switched off: in the same pages and frames. */
async function writeEmpty(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'deskside-empty-')));
  const script = {
    matches: [`${OFF}/*`],
    js: ['empty.js'],
    all_frames: true,
    match_origin_as_fallback: true,
    run_at: 'document_idle',
  };
  const manifest = { manifest_version: 3, name: 'empty', version: '1', content_scripts: [script] };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'empty.js'), '0;');
  return folder;
}
