/** Whether typing in a compose window is slowed: a large mail page with the built extension, and switched off on its site. */
import type { Page } from '@playwright/test';
import { askWorker } from '../support/connect.ts';
import { median, medianInterval, type Row, show } from './figures.ts';
import type { Lab } from './lab.ts';
import { OFF, ON, readTaskMs, startShipped, watchTasks } from './shipped.ts';

const idOf = (at: number) => `01-${String(1 + (at % 28)).padStart(2, '0')}-M-${String(at).padStart(3, '0')}`;
const mails = Array.from(
  { length: 600 },
  (_, at) =>
    `<div class="row"><b>Sender ${at}</b> <span>RE: [${idOf(at)}] a subject of some words</span> <i>10:30</i></div>`,
).join('');

/** Each key's time from its event to the end of the frame that shows it goes into `window.keyMs`. */
const page = `<title>Mail</title>${mails}<div id="compose" contenteditable style="position:fixed;bottom:0;right:0;width:500px;height:300px;background:#fff">
<p>Hello,</p></div><script>window.keyMs = [];
addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => keyMs.push(performance.now() - timeStamp);
  port2.postMessage(0);
}), true);</script>`;

interface Typed {
  paintMs: number;
  taskMs: number;
}

/** With marks the browser itself has more to do for each frame: what is ours alone is seen without them. */
const styles = ['off', 'underline'] as const;

export async function measureTyping(lab: Lab): Promise<Row[]> {
  const { chromium, close } = await startShipped({ '/': page });
  try {
    const sites = new Map<string, Page>();
    for (const site of [ON, OFF]) {
      const opened = await chromium.context.newPage();
      await opened.goto(`${site}/`);
      sites.set(site, opened);
    }
    const rows: Row[] = [];
    for (const markStyle of styles) {
      await askWorker(chromium, 'settings.change', { changes: { markStyle } });
      const typed = await typeInPairs(sites, lab.quick ? 4 : 15);
      const isJudged = markStyle === 'off';
      rows.push(
        describe(`keystroke to paint in a compose window, marks: ${markStyle}`, 'paintMs', typed, isJudged),
        describe('  task time of a keystroke', 'taskMs', typed, isJudged),
      );
    }
    return rows;
  } finally {
    await close();
  }
}

async function typeInPairs(sites: Map<string, Page>, pairs: number): Promise<Record<string, Typed[]>> {
  const typed: Record<string, Typed[]> = { [ON]: [], [OFF]: [] };
  for (let pair = -1; pair < pairs; pair++) {
    for (const site of pair % 2 === 0 ? [ON, OFF] : [OFF, ON]) {
      const one = await typeSome(sites.get(site) as Page);
      if (pair >= 0) typed[site]?.push(one);
    }
  }
  return typed;
}

/** Types as fast as the page shows it. */
async function typeSome(page: Page): Promise<Typed> {
  await page.bringToFront();
  await page.locator('#compose').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Hello, ');
  const session = await watchTasks(page);
  await page.evaluate('keyMs.length = 0');
  const before = await readTaskMs(session);
  const text = `about 09-13-O-TW4 as we said on the phone, `.repeat(2);
  await page.keyboard.type(text);
  await page.waitForFunction((count) => (window as unknown as { keyMs: number[] }).keyMs.length >= count, text.length);
  const taskMs = ((await readTaskMs(session)) - before) / text.length;
  const all = await page.evaluate<number[]>('keyMs');
  await session.detach();
  return { paintMs: median(all), taskMs };
}

function describe(figure: string, key: keyof Typed, typed: Record<string, Typed[]>, isJudged: boolean): Row {
  const [own = [], other = []] = [typed[ON], typed[OFF]];
  const ratios = own.map((each, at) => each[key] / (other[at]?.[key] ?? Number.NaN));
  const { low, high } = medianInterval(ratios);
  const base = show(median(other.map((each) => each[key])));
  return {
    figure: `${figure}, ÷ without us`,
    goal: isJudged ? 'low end ≤ 1.03' : '',
    got: `${show(median(ratios))}, 95 % interval ${show(low)}–${show(high)} (${base} ms without us, ${ratios.length} pairs)`,
    ...(isJudged && { isReached: low <= 1.03 }),
  };
}
