/** How long a new ID in a page takes to stand in the real panel, with the worker awake and after it was ended. */
import type { Page } from '@playwright/test';
import { median, quantile, type Row, show } from './figures.ts';
import type { Lab } from './lab.ts';
import { ON, startShipped } from './shipped.ts';

const page = `<title>Mail</title>${'<div><b>Someone</b> <span>a line of a mail</span></div>'.repeat(1000)}
<p>01-01-A-AAA</p><p id="new">01-01-A-AAB</p>`;

export async function measureLatency(lab: Lab): Promise<Row[]> {
  const { chromium, close } = await startShipped({ '/': page });
  try {
    await chromium.page.goto(`${ON}/`);
    const panel = await chromium.openSidePanel(chromium.page);
    await panel.getByText('01-01-A-AAB').first().waitFor();
    let count = 0;
    const measure = async (rounds: number, before: () => Promise<unknown>) => {
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) {
        // At odd moments, so that no timer of ours is always met at the same point.
        await chromium.page.waitForTimeout(500 + ((round * 137) % 400));
        await before();
        times.push(await timeOne(chromium.page, panel, `02-02-B-${String(count++).padStart(3, '0')}`));
      }
      return times;
    };
    const awake = await measure(lab.quick ? 12 : 40, async () => undefined);
    const asleep = await measure(lab.quick ? 6 : 20, () => chromium.killWorker());
    return [row('worker awake', awake, 400), row('worker asleep', asleep, 1000)];
  } finally {
    await close();
  }
}

/** Both clocks are the machine's. */
async function timeOne(page: Page, panel: Page, id: string): Promise<number> {
  const shown = panel.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.body.textContent?.includes(wanted)) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    id,
  );
  // The panel listens before the page changes.
  await panel.evaluate('0');
  const changed = await page.evaluate((each) => {
    const place = document.querySelector('#new');
    if (place) place.textContent = each;
    return performance.timeOrigin + performance.now();
  }, id);
  return (await shown) - changed;
}

function row(what: string, times: readonly number[], goalMs: number): Row {
  const p95 = quantile(times, 0.95);
  const got = `${show(p95)} ms (median ${show(median(times))} ms, longest ${show(Math.max(...times))} ms, ${times.length} times)`;
  return {
    figure: `a new ID until it stands in the panel, ${what}, p95`,
    goal: `≤ ${goalMs} ms`,
    got,
    isReached: p95 <= goalMs,
  };
}
