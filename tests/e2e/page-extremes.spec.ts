/** Pages that would bring a careless script to its knees: each ends well, and the panel says where a limit stopped us. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { readFrames, serveWeb, WEB } from '../support/web-page.ts';

const LAST = '12-31-Z-END';

/** Puts down the longest time in which the page could do nothing, from when it stands. */
const heart = `requestAnimationFrame(() => setTimeout(() => {
  window.longestMs = 0;
  let last = performance.now();
  const beat = () => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - last);
    last = now;
    setTimeout(beat, 4);
  };
  beat();
}));
const idOf = (n) => { const tail = n.toString(36).toUpperCase().padStart(4, '0');
  return String((n % 12) + 1).padStart(2, '0') + '-' + String((n % 28) + 1).padStart(2, '0') + '-' + tail[0] + '-' + tail.slice(1); };`;

const make = (script: string) => `<title>Extreme</title><body></body><script>{${script}}</script>`;

interface Extreme {
  name: string;
  /** Runs in the page while it is parsed; `idOf(n)` makes the n-th ID. */
  script: string;
  /** What the panel says besides tickets. */
  isStopped: boolean;
  /** Stands in the list in the end. */
  wanted?: string;
}

const rows = (count: string, row: string) =>
  `document.body.innerHTML = Array.from({ length: ${count} }, (_, n) => ${row}).join('')`;

const extremes: Extreme[] = [
  { name: '100,000 IDs in rows', script: rows('100000', "'<p>' + idOf(n) + '</p>'"), isStopped: true },
  {
    name: '100,000 IDs in one text',
    script: "document.body.append(Array.from({ length: 100000 }, (_, n) => idOf(n)).join(' '))",
    isStopped: true,
  },
  {
    name: '10 MB of text in rows',
    script: rows('50000', `'<p>' + 'nothing is here '.repeat(14) + '</p>'`),
    isStopped: true,
  },
  {
    name: '12 MB in one text',
    script: `document.body.append('${LAST} ' + 'nothing is here '.repeat(750000))`,
    isStopped: false,
    wanted: LAST,
  },
  { name: '200,000 elements', script: rows('100000', "'<p>x <b>y</b></p>'"), isStopped: true },
  {
    name: '5,000 levels deep',
    // Without boxes: Chromium 156 ends the process of a page that nests 5,000 of them, with us or without.
    script: `document.head.insertAdjacentHTML('beforeend', '<style>div { display: contents }</style>');
      let place = document.body;
      for (let n = 0; n < 5000; n++) place = place.appendChild(document.createElement('div'));
      place.append('${LAST}')`,
    isStopped: false,
    wanted: LAST,
  },
  {
    name: '500 shadow roots, each in the one before',
    script: `let place = document.body;
      for (let n = 0; n < 500; n++) place = place.appendChild(document.createElement('x-deep')).attachShadow({ mode: 'open' });
      place.append('${LAST}')`,
    isStopped: false,
    wanted: LAST,
  },
  {
    name: '10,000 changes a second',
    script: `document.body.innerHTML = '<p>x</p>'.repeat(500);
      const all = [...document.body.children];
      let n = 0;
      const timer = setInterval(() => {
        for (let each = 0; each < 100; each++, n++) all[n % 500].firstChild.data = n % 5 ? 'changed ' + n : idOf(n % 100);
        if (n < 30000) return;
        clearInterval(timer);
        for (const row of all) row.textContent = 'calm';
        all[499].textContent = '${LAST}';
      }, 10)`,
    isStopped: false,
    wanted: LAST,
  },
  {
    name: 'a page that changes in answer to all that it sees',
    script: `document.body.innerHTML = '<p>' + idOf(1) + '</p><main></main>';
      const main = document.querySelector('main');
      let n = 2;
      const answer = () => {
        if (n > 3000) return;
        main.insertAdjacentHTML('beforeend', '<p>' + idOf(n++ % 150) + '</p>');
        while (main.childElementCount > 80) main.firstElementChild.remove();
      };
      new MutationObserver(answer).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
      let painted = '';
      const look = () => {
        const now = [...CSS.highlights].map(([name, each]) => name + each.size).join() + [...CSS.highlights.values()].flatMap((each) => [...each]).map((each) => each.startContainer.data).join();
        if (now !== painted) { painted = now; CSS.highlights.clear(); answer(); }
        if (n <= 3000) return requestAnimationFrame(look);
        document.body.innerHTML = '<p>${LAST}</p>';
      };
      look();
      setTimeout(() => { n = 3001; }, 4000)`,
    isStopped: false,
    wanted: LAST,
  },
];

async function isSettled(
  web: Page,
  read: () => ReturnType<typeof readFrames>,
  wanted: string | undefined,
): Promise<boolean> {
  const frames = Object.values(await read());
  return (
    frames.length === 1 &&
    frames.every(({ scan, ids }) => scan !== 'looking' && (!wanted || ids.join() === wanted)) &&
    !web.isClosed()
  );
}

test('pathological pages end well', async ({ connected }) => {
  test.setTimeout(300_000);
  const web = connected.page;
  const paths = extremes.map((_, at) => `/${at}`);
  await serveWeb(
    connected.context,
    Object.fromEntries(extremes.map(({ script }, at) => [`/${at}`, make(`${heart};${script}`)])),
  );
  await web.goto(`${WEB}/none`);
  const panel = await connected.openSidePanel(web);
  for (const [at, { name, isStopped, wanted }] of extremes.entries()) {
    await test.step(name, async () => {
      await web.goto(`${WEB}${paths[at]}`);
      await expect.poll(() => isSettled(web, () => readFrames(connected), wanted), { timeout: 60_000 }).toBe(true);
      // The list of the page before stands hidden behind the ticket, with what was said of it.
      const notes = panel.getByText(/there may be more tickets on it|in the part that was read/);
      const said = notes.filter({ visible: true }).first();
      if (isStopped) await expect(said).toBeVisible();
      else await expect(said).toHaveCount(0);
      const list = panel.getByRole('list', { name: 'Tickets on this page' }).getByRole('listitem');
      if (wanted) await expect(panel.getByRole('article', { name: wanted, exact: true })).toBeVisible();
      if (name.startsWith('100,000')) await expect(list.first()).toHaveAttribute('aria-setsize', '200');
      const longest = await web.evaluate(() => (window as unknown as { longestMs: number }).longestMs);
      // The page is as it was: it can be scrolled and changed at once.
      await web.evaluate(() => {
        scrollTo(0, 100_000);
        document.body.append('still here');
      });
      console.log(`${name}: longest pause of the page ${longest.toFixed(0)} ms`);
    });
  }
});
