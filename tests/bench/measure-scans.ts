/** How long a first look at a page takes, beside the floor and the libraries. */
import type { Page } from '@playwright/test';
import type { Contender } from './contenders.ts';
import { median, quantile, type Row, ratios, show } from './figures.ts';
import type { Run } from './in-page.ts';
import type { GivenPage, Lab } from './lab.ts';

/** Pages on which the libraries need minutes, or do not end. */
const tooLarge = /10 MB/;

export async function measureScans(lab: Lab, files: GivenPage[]): Promise<Row[]> {
  const pages = await openPages(lab, files);
  const rows: Row[] = [];
  const toFloor: number[] = [];
  for (const { name, page } of pages) {
    const { median: ratio, row } = await compareWithFloor(page, name, lab.quick ? 7 : 21);
    toFloor.push(ratio);
    rows.push(row);
    console.log(`${name}: ${row.got}`);
  }
  const worst = Math.max(...toFloor);
  const middle = median(toFloor);
  const head: Row[] = [
    {
      figure: 'first scan without IDs ÷ floor, median of pages',
      goal: '≤ 0.8',
      got: show(middle),
      isReached: middle <= 0.8,
    },
    { figure: 'first scan without IDs ÷ floor, worst page', goal: '≤ 1.5', got: show(worst), isReached: worst <= 1.5 },
  ];
  for (const count of [20, 250]) {
    for (const bench of pages) {
      const row = await compareWithRivals(bench, count, lab.quick ? 3 : 11);
      rows.push(row);
      console.log(`${row.figure}: ${row.got}`);
    }
  }
  for (const { page } of pages) await page.close();
  return [...head, ...rows];
}

interface BenchPage {
  name: string;
  page: Page;
  /** Made by the bench, so that it holds no IDs but the planted ones. */
  isMade: boolean;
}

async function openPages(lab: Lab, files: GivenPage[]): Promise<BenchPage[]> {
  const first = await lab.open();
  const names = await first.evaluate(() => window.bench.names());
  await first.close();
  const pages: BenchPage[] = [];
  for (const name of names) pages.push({ name, page: await lab.open(), isMade: true });
  for (const { name, html } of files) {
    const page = await lab.open(html);
    await page.evaluate(() => window.bench.takeGiven());
    pages.push({ name, page, isMade: false });
  }
  return pages;
}

function runOnce(page: Page, name: string, count: number, contender: Contender, isFresh: boolean): Promise<Run> {
  return page.evaluate(([a, b, c, d]) => window.bench.run(a, b, c, d), [name, count, contender, isFresh] as const);
}

async function compareWithFloor(page: Page, name: string, rounds: number): Promise<{ median: number; row: Row }> {
  await page.evaluate((each) => window.bench.build(each, 0), name);
  const times: Record<'floor' | 'ours' | 'oursWithRoots' | 'oursAskAll', number[]> = {
    floor: [],
    ours: [],
    oursWithRoots: [],
    oursAskAll: [],
  };
  // Turn by turn, so that whatever else the machine does meets all alike.
  for (let round = -2; round < rounds; round++) {
    for (const contender of Object.keys(times) as (keyof typeof times)[]) {
      const { ms } = await runOnce(page, name, 0, contender, false);
      if (round >= 0) times[contender].push(ms);
    }
  }
  const own = ratios(times.ours, times.floor);
  const rest = times.oursWithRoots.map((ms, at) => ms - (times.ours[at] ?? 0) + (times.oursAskAll[at] ?? 0));
  const { elements, chars } = await page.evaluate(() => window.bench.size());
  const got = `${own.text} × ${show(median(times.floor))} ms; later, in idle slices, for shadow roots ${ratios(rest, times.floor).text}`;
  return { median: own.median, row: { figure: `  ${name}: ${elements} elements, ${chars} characters`, goal: '', got } };
}

async function compareWithRivals(bench: BenchPage, count: number, rounds: number): Promise<Row> {
  const { name, page } = bench;
  const rivals: Contender[] = tooLarge.test(name) ? [] : ['markJs', 'markJsAcross', 'findAndReplace', 'linkify'];
  const runs = new Map<Contender, Run[]>();
  const slow = new Set<Contender>();
  const all: Contender[] = ['oursWithRoots', ...rivals];
  for (let round = -2; round < rounds; round++) {
    // Each is the first in its turn, for what is run first finds the processor's caches as the page left them.
    for (let turn = 0; turn < all.length; turn++) {
      const contender = all[(turn + round + 2) % all.length] as Contender;
      if (slow.has(contender)) continue;
      const run = await runOnce(page, name, count, contender, true);
      if (round >= 0) runs.set(contender, [...(runs.get(contender) ?? []), run]);
      if (run.ms > 3000) slow.add(contender);
    }
  }
  return describeRivals(bench, count, runs);
}

/** Judged by scripts alone; the time with the layout that each leaves to the page is told beside it. */
function describeRivals({ name, isMade }: BenchPage, count: number, runs: Map<Contender, Run[]>): Row {
  const times = (each: Contender, of: 'ms' | 'laidMs') => (runs.get(each) ?? []).map((run) => run[of]);
  const time = (each: Contender) => median(times(each, 'ms'));
  const best = time('markJs') < time('findAndReplace') ? 'markJs' : 'findAndReplace';
  const share = (of: 'ms' | 'laidMs') => ratios(times('oursWithRoots', of), times(best, of));
  const own = times('oursWithRoots', 'ms');
  const found = runs.get('oursWithRoots')?.at(-1);
  const others = [...runs].flatMap(([each, [run]]) =>
    each === 'oursWithRoots' || run === undefined
      ? []
      : `${each} × ${show(time(each) / median(own))} (${run.hits} found)`,
  );
  const isAll = found?.missed === 0 && (!isMade || (found.hits === count && found.extra === 0));
  const limit = count <= 20 ? 0.25 : 0.5;
  const scripts = share('ms');
  const hasRivals = Number.isFinite(scripts.median);
  const spread = `${show(quantile(own, 0.25))}–${show(quantile(own, 0.75))}`;
  const beside = hasRivals
    ? `${scripts.text} of ${best} (with layout ${share('laidMs').text}); ${others.join(', ')}`
    : 'the libraries do not end here';
  return {
    figure: `  ${name}, ${count} IDs`,
    goal: hasRivals ? `all found, none false, ≤ ${limit}` : 'all found, none false',
    got: `${found?.hits} found, ${found?.missed} missed, ${found?.extra} ${isMade ? 'false' : 'of its own'}, ${show(median(own))} ms (${spread}): ${beside}`,
    isReached: isAll && !(scripts.median > limit),
  };
}
