/** What the script's bare presence costs: task time of an empty page, and of one with 20 frames, beside an empty script. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type Page, chromium as playwright } from '@playwright/test';
import { findChromium } from '../support/find-browsers.ts';
import { median, medianInterval, type Row, show } from './figures.ts';
import type { Lab } from './lab.ts';
import { ON, readTaskMs, serve, startShipped, watchTasks } from './shipped.ts';

const pages = {
  '/empty': '<title>Empty</title>',
  '/frames': `<title>Frames</title>${'<iframe src="/frame"></iframe>'.repeat(20)}`,
  '/frame': '<title>Frame</title>',
};

/** After this time, in milliseconds, all that a load brings about is over. */
const settleMs = 1500;

export async function measurePresence(lab: Lab): Promise<Row[]> {
  const shipped = await startShipped(pages);
  const empty = await startEmpty();
  try {
    const rows: Row[] = [];
    for (const [path, what, goalMs] of [
      ['/empty', 'an empty page', 2],
      ['/frames', 'a page with 20 frames', 15],
    ] as const) {
      const added = await compare(shipped.chromium.page, empty.page, `${ON}${path}`, lab.quick ? 7 : 25);
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
    await empty.close();
    await shipped.close();
  }
}

async function compare(
  own: Page,
  other: Page,
  url: string,
  pairs: number,
): Promise<{ more: number[]; base: number[] }> {
  await own.goto(url);
  await other.goto(url);
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
  const session = await watchTasks(page);
  const before = await readTaskMs(session);
  await page.reload();
  await page.waitForTimeout(settleMs);
  const ms = (await readTaskMs(session)) - before;
  await session.detach();
  return ms;
}

/** A browser with an extension whose script does nothing, in the same pages and frames. */
async function startEmpty(): Promise<{ page: Page; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'deskside-empty-'));
  const script = {
    matches: ['https://*/*'],
    js: ['empty.js'],
    all_frames: true,
    match_origin_as_fallback: true,
    run_at: 'document_idle',
  };
  const manifest = { manifest_version: 3, name: 'empty', version: '1', content_scripts: [script] };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'empty.js'), '0;');
  const context: BrowserContext = await playwright.launchPersistentContext(join(folder, 'profile'), {
    executablePath: findChromium(),
    chromiumSandbox: false,
    viewport: null,
    args: [
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      '--disable-gpu',
      '--window-size=1280,900',
    ],
  });
  await serve({ context }, pages);
  const page = context.pages()[0] ?? (await context.newPage());
  const close = async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { page, close };
}
