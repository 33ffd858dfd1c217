/** What we cost a page that changes: processor time, slices, its own changes, frames, memory. */
import type { CDPSession, Page } from '@playwright/test';
import { median, medianInterval, quantile, type Row, ratios, show } from './figures.ts';
import type { Lab } from './lab.ts';

export async function measureChanges(lab: Lab): Promise<Row[]> {
  return [
    ...(await measureSlices(lab)),
    ...(await measureChurn(lab)),
    ...(await measureManyIds(lab)),
    ...(await measureHeap(lab)),
  ];
}

/** Processor time of the page's main thread so far, in milliseconds. */
async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

async function watch(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** Every slice of first scans with and without IDs, and of a page that changes. */
async function measureSlices(lab: Lab): Promise<Row[]> {
  const page = await lab.open();
  const all: number[] = [];
  for (const name of await page.evaluate(() => window.bench.names())) {
    for (const count of [0, 250]) {
      await page.evaluate(([each, ids]) => window.bench.build(each, ids), [name, count] as const);
      await page.evaluate(() => window.bench.startOurs(true));
      await page.evaluate(() => window.bench.churn(1));
      await page.evaluate(() => window.bench.end());
      const { slices } = await page.evaluate(() => window.bench.takeSlices());
      all.push(...slices);
    }
  }
  await page.close();
  const p99 = quantile(all, 0.99);
  const got = `${show(p99)} ms (longest ${show(Math.max(...all))} ms, ${all.length} slices)`;
  return [{ figure: 'longest own task, p99 of all pages and changes', goal: '≤ 8 ms', got, isReached: p99 <= 8 }];
}

async function measureChurn(lab: Lab): Promise<Row[]> {
  const seconds = lab.quick ? 3 : 10;
  const pairs = lab.quick ? 3 : 9;
  const page = await lab.open();
  await page.evaluate(() => window.bench.build('mail list', 20));
  const session = await watch(page);
  const shares: number[] = [];
  const own: number[] = [];
  const runOne = async (isOurs: boolean) => {
    await page.evaluate(() => window.bench.build('mail list', 20));
    if (isOurs) await page.evaluate(() => window.bench.startOurs(true));
    else await page.evaluate(() => window.bench.startEmptyObserver());
    await page.waitForTimeout(200);
    await page.evaluate(() => window.bench.takeSlices());
    const before = await taskMs(session);
    await page.evaluate((each) => window.bench.churn(each), seconds);
    const after = await taskMs(session);
    const { slices, observerMs } = await page.evaluate(() => window.bench.takeSlices());
    await page.evaluate(() => window.bench.end());
    if (isOurs) own.push((slices.reduce((sum, ms) => sum + ms, 0) + observerMs) / seconds);
    return after - before;
  };
  await runOne(true);
  own.length = 0;
  for (let pair = 0; pair < pairs; pair++) {
    const isOursFirst = pair % 2 === 0;
    const first = await runOne(isOursFirst);
    const second = await runOne(!isOursFirst);
    shares.push(isOursFirst ? first / second : second / first);
    console.log(
      `changes, pair ${pair + 1} of ${pairs}: ${show(shares.at(-1) ?? 0)}, own ${show(own.at(-1) ?? 0)} ms a second`,
    );
  }
  await page.close();
  const { low, high } = medianInterval(shares);
  const script = median(own);
  return [
    {
      figure: `200 nodes/s and 1,000 edits/s for ${seconds} s: CPU ÷ empty observer, ${pairs} pairs`,
      goal: 'low end ≤ 1.03',
      got: `${show(median(shares))}, 95 % interval ${show(low)}–${show(high)}`,
      isReached: low <= 1.03,
    },
    {
      figure: '  own script time per second of it',
      goal: '≤ 5 ms',
      got: `${show(script)} ms`,
      isReached: script <= 5,
    },
  ];
}

/** A page with 5,000 IDs: its own changes and frames, with our marks, without us, and with an observer that does nothing. */
async function measureManyIds(lab: Lab): Promise<Row[]> {
  const rounds = lab.quick ? 5 : 15;
  const change: Record<'with' | 'without' | 'observed', number[]> = { with: [], without: [], observed: [] };
  const frame: Record<'with' | 'without' | 'observed', number[]> = { with: [], without: [], observed: [] };
  const page = await lab.open();
  const session = await watch(page);
  for (let round = -1; round < rounds; round++) {
    for (const which of ['with', 'without', 'observed'] as const) {
      await page.evaluate(() => window.bench.buildRows(5000));
      if (which === 'with') await page.evaluate(() => window.bench.startOurs(true));
      if (which === 'observed') await page.evaluate(() => window.bench.startEmptyObserver());
      await page.waitForTimeout(400);
      const ms = await page.evaluate(() => window.bench.timeChanges());
      await page.waitForTimeout(300);
      const before = await taskMs(session);
      await page.evaluate(() => window.bench.runFrames(60));
      const perFrame = ((await taskMs(session)) - before) / 60;
      if (which !== 'without') await page.evaluate(() => window.bench.end());
      if (round < 0) continue;
      change[which].push(ms);
      frame[which].push(perFrame);
    }
  }
  await page.close();
  const share = ratios(change.with, change.without);
  // Nobody sees a change without an observer, and that alone has its price.
  const least = ratios(change.observed, change.without);
  const more = median(frame.with) - median(frame.without);
  return [
    {
      figure: 'page with 5,000 IDs and marks: its own changes ÷ without us',
      goal: '≤ 1.1',
      got: `${share.text} × ${show(median(change.without))} ms for 2,000; an observer that does nothing: ${least.text}`,
      isReached: share.median <= 1.1,
    },
    {
      figure: '  its frames: more time for each',
      goal: '≤ +1 ms',
      got: `+${show(more)} ms to ${show(median(frame.without))} ms`,
      isReached: more <= 1,
    },
  ];
}

async function measureHeap(lab: Lab): Promise<Row[]> {
  const page = await lab.open();
  await page.evaluate(() => window.bench.build('mail list', 200));
  const session = await watch(page);
  const used = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const before = await used();
  await page.evaluate(() => window.bench.startOurs(true));
  await page.waitForTimeout(6000);
  await page.evaluate(() => window.bench.takeSlices());
  const mb = ((await used()) - before) / 1024 / 1024;
  const found = await page.evaluate(() => window.bench.found());
  await page.close();
  return [{ figure: `heap for a page with ${found} IDs`, goal: '≤ 1 MB', got: `${show(mb)} MB`, isReached: mb <= 1 }];
}
