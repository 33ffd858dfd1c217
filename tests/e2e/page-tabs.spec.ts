/** The list of a tab through all that happens to tabs, frames and the extension, in a real Chromium. */
import type { Page } from '@playwright/test';
import { DEFAULT_SETTINGS } from '../../lib/tickets/settings.ts';
import { INBOX_IDS } from '../sandbox/sample-ids.ts';
import type { Chromium } from '../support/chromium.ts';
import { askWorker } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { until } from '../support/until.ts';
import { placeOfText, readFrames, serveWeb, WEB, waitForCard, waitForIds } from '../support/web-page.ts';

const ONE = '09-13-O-TW4';
const TWO = '11-14-3-AS7';
const THREE = '11-20-K-R5D';
const FOUR = '10-30-M-3ZC';

const framed = `<title>Framed</title><p>${ONE}</p><iframe src="/frame"></iframe><iframe id="blank"></iframe><x-a></x-a><script>
document.querySelector('#blank').contentDocument.body.textContent = 'blank ${FOUR}';
const root = document.querySelector('x-a').attachShadow({ mode: 'closed' });
root.innerHTML = '<iframe srcdoc="<p>srcdoc ${THREE}</p>"></iframe>';
</script>`;

async function badgeOf(chromium: Chromium): Promise<string> {
  const worker = await chromium.worker();
  return worker.evaluate<string>(
    'chrome.tabs.query({ active: true }).then(([{ id }]) => chrome.action.getBadgeText({ tabId: id }))',
  );
}

const inWorker = async <T>(chromium: Chromium, expression: string): Promise<T> =>
  (await chromium.worker()).evaluate<T>(expression);

const sorted = async (chromium: Chromium) =>
  [...new Set(Object.values(await readFrames(chromium)).flatMap(({ ids }) => ids))].sort();

test('frames, navigation, conversations and badge', async ({ connected, pages }) => {
  const web = connected.page;
  await serveWeb(connected.context, { '/': framed, '/frame': `<p>frame ${TWO}</p>`, '/other': `<p>${TWO}</p>` });

  await test.step('all frames: of an address, about:blank, srcdoc within a closed root', async () => {
    await web.goto(`${WEB}/`);
    await expect.poll(() => sorted(connected)).toEqual([ONE, TWO, THREE, FOUR].sort());
    await expect.poll(() => badgeOf(connected)).toBe('4');
  });

  await test.step('forms that nothing matches, and back', async () => {
    await askWorker(connected, 'settings.change', { changes: { forms: ['CASE {9999}'] } });
    await waitForIds(connected, []);
    await askWorker(connected, 'settings.change', { changes: { forms: [...DEFAULT_SETTINGS.forms] } });
    await expect.poll(() => sorted(connected)).toEqual([ONE, TWO, THREE, FOUR].sort());
  });

  await test.step('frames that the page takes out', async () => {
    await web.evaluate(() => document.querySelector('iframe')?.remove());
    await expect.poll(() => sorted(connected)).toEqual([ONE, THREE, FOUR].sort());
    await web.evaluate(() => document.querySelector('x-a')?.remove());
    await expect.poll(() => sorted(connected)).toEqual([ONE, FOUR].sort());
    await expect.poll(() => badgeOf(connected)).toBe('2');
  });

  await test.step('a frame that is moved begins anew, without what a script wrote into it', async () => {
    await web.evaluate(() => document.body.prepend(document.querySelector('#blank') ?? ''));
    await expect.poll(() => sorted(connected)).toEqual([ONE]);
  });

  await test.step('a frame that goes elsewhere, and the page itself', async () => {
    await web.evaluate(() => document.querySelector('iframe')?.setAttribute('src', '/frame'));
    await expect.poll(() => sorted(connected)).toEqual([ONE, TWO].sort());
    await web.goto(`${WEB}/other`);
    await waitForIds(connected, [TWO]);
    await web.goto(`${WEB}/nothing`);
    await waitForIds(connected, []);
    await expect.poll(() => badgeOf(connected)).toBe('');
  });

  await test.step('from a page without frames to one where nothing of ours runs, so that nobody says it is gone', async () => {
    await web.goto(`${WEB}/other`);
    await waitForIds(connected, [TWO]);
    await web.goto('chrome://version');
    await waitForIds(connected, []);
  });

  await test.step('a conversation is opened without a load', async () => {
    await web.goto(pages.url('inbox'));
    await expect.poll(() => sorted(connected)).toContain(INBOX_IDS[0]);
    const before = await sorted(connected);
    await web.evaluate((id) => {
      history.pushState(null, '', '/inbox/other');
      document.body.innerHTML = `<h1>RE: [${id}]</h1>`;
    }, FOUR);
    await waitForIds(connected, [FOUR]);
    expect(before).not.toEqual([FOUR]);
  });
});

test('a tab that is discarded and comes back', async ({ connected }) => {
  await serveWeb(connected.context, { '/': `<p>${ONE}</p>`, '/front': `<p>${TWO}</p>` });
  // Not the tab that Playwright began with: it forgets a page that is discarded.
  const back = await connected.context.newPage();
  await back.goto(`${WEB}/`);
  await waitForIds(connected, [ONE]);
  const tabId = await inWorker<number>(connected, 'chrome.tabs.query({ active: true }).then(([{ id }]) => id)');
  await connected.page.bringToFront();
  await connected.page.goto(`${WEB}/front`);
  await waitForIds(connected, [TWO]);
  const after = await inWorker<number>(connected, `chrome.tabs.discard(${tabId}).then(({ id }) => id)`);
  await expect.poll(() => sorted(connected)).toEqual([TWO]);
  await inWorker(connected, `chrome.tabs.update(${after}, { active: true })`);
  await waitForIds(connected, [ONE]);
});

test.describe('with the back-forward cache', () => {
  test.use({ launch: { backForwardCache: true } });

  test('pages that are left and come back, both ways', async ({ connected, pages }) => {
    // By the browser's own hand: Playwright does not follow a page out of the cache.
    const go = (how: string) =>
      inWorker(connected, `chrome.tabs.query({ active: true }).then(([{ id }]) => chrome.tabs.${how})`);
    const title = () => inWorker<string>(connected, 'chrome.tabs.query({ active: true }).then(([{ title }]) => title)');
    await connected.page.goto(pages.url('one'));
    await connected.page.evaluate((id) => {
      const frame = document.createElement('iframe');
      frame.srcdoc = `<p>${id}</p>`;
      document.body.append(frame);
      addEventListener('pageshow', ({ persisted }) => {
        document.title = persisted ? 'from the cache' : 'anew';
      });
    }, FOUR);
    const one = await until('the first page', async () => {
      const ids = await sorted(connected);
      return ids.length === 2 && ids;
    });
    await go(`update(id, { url: '${pages.url('chat')}' })`);
    await expect.poll(async () => (await sorted(connected)).length).toBe(3);
    const chat = await sorted(connected);
    await go('goBack(id)');
    await expect.poll(title).toBe('from the cache');
    await expect.poll(() => sorted(connected)).toEqual(one);
    await expect.poll(() => badgeOf(connected)).toBe('2');
    await go('goForward(id)');
    await expect.poll(() => sorted(connected)).toEqual(chat);
    await go('goBack(id)');
    await expect.poll(() => sorted(connected)).toEqual(one);
  });

  test('pages that come back without a script, or after an ask that is over', async ({ connected, pages }) => {
    const change = (changes: object) => askWorker(connected, 'settings.change', { changes });
    await serveWeb(connected.context, { '/': `<p>${ONE}</p>` });
    await connected.page.goto(`${WEB}/`);
    await waitForIds(connected, [ONE]);
    const id = await inWorker<number>(connected, 'chrome.tabs.query({ active: true }).then(([{ id }]) => id)');
    const go = (how: string) => inWorker(connected, `chrome.tabs.${how}`);
    const isAt = () => inWorker<string>(connected, `chrome.tabs.get(${id}).then(({ url }) => url)`);
    const panel = await connected.openSidePanel(connected.page);
    // Chromium goes back past a page that nobody has touched; this counts as a touch.
    await connected.page.evaluate('true');

    await test.step('switched off, left, switched on elsewhere', async () => {
      await change({ offSites: [WEB] });
      await waitForIds(connected, []);
      await go(`update(${id}, { url: '${pages.url('one')}' })`);
      await expect.poll(async () => (await sorted(connected)).length).toBe(1);
      await change({ offSites: [] });
      await go(`goBack(${id})`);
      await expect.poll(isAt).toBe(`${WEB}/`);
      await waitForIds(connected, [ONE]);
    });

    await test.step('looked at only when asked, from another page on', async () => {
      await go(`goForward(${id})`);
      await expect.poll(isAt).toBe(pages.url('one'));
      await change({ where: 'asked' });
      await expect(panel.getByRole('button', { name: 'Look here' })).toBeVisible();
      await go(`goBack(${id})`);
      await expect.poll(isAt).toBe(`${WEB}/`);
      await waitForIds(connected, []);
      await panel.getByRole('button', { name: 'Look here' }).click();
      await waitForIds(connected, [ONE]);
    });
  });
});

test('a page that no extension may look at says so, whatever its address', async ({ connected }) => {
  const panel = await connected.openSidePanel(connected.page);
  await connected.context.route('https://down.example/**', (route) => route.abort('connectionrefused'));
  await connected.page.goto('https://down.example/').catch(() => undefined);
  // It comes a moment after the load has failed, and would break off the next one.
  await connected.page.waitForURL('chrome-error://**');
  await expect(panel.getByText('This page belongs to the browser')).toBeVisible();
  await serveWeb(connected.context, { '/': `<p>${ONE}</p>` });
  await connected.page.goto(`${WEB}/`);
  await expect(panel.getByRole('article', { name: ONE })).toBeVisible();
});

test('an error page shows nothing of the page that it stands in for, nor of its frames', async ({ connected }) => {
  await serveWeb(connected.context, { '/': `<p>${ONE}</p><iframe srcdoc="<p>${TWO}</p>"></iframe>` });
  await connected.page.goto(`${WEB}/`);
  await waitForIds(connected, [ONE, TWO]);
  await connected.context.route(`${WEB}/**`, (route) => route.abort('internetdisconnected'));
  await connected.page.reload().catch(() => undefined);
  await waitForIds(connected, []);
});

test('a window that a page opened without an address is looked at', async ({ connected }) => {
  await serveWeb(connected.context, { '/': `<p>${ONE}</p>` });
  await connected.page.goto(`${WEB}/`);
  await waitForIds(connected, [ONE]);
  const opened = connected.context.waitForEvent('page');
  await connected.page.evaluate((id) => {
    const popup = open('', '_blank');
    popup?.document.write(`<p>${id}</p>`);
  }, TWO);
  await opened;
  await expect.poll(() => sorted(connected)).toEqual([ONE, TWO]);
});

test('the extension is loaded anew: the old script ends, the new one takes over in the open page', async ({
  connected,
}) => {
  const web = connected.page;
  await serveWeb(connected.context, { '/': `<p>${ONE}</p>` });
  await web.goto(`${WEB}/`);
  await waitForIds(connected, [ONE]);
  await web.evaluate(() => Object.assign(window, { isSamePage: true }));
  await connected.reload();
  await web.bringToFront();
  await until('the list, from the new worker', async () => (await sorted(connected)).join() === ONE);
  expect(await web.evaluate('isSamePage')).toBe(true);

  await web.evaluate((id) => document.body.insertAdjacentHTML('beforeend', `<p>${id}</p>`), TWO);
  await waitForIds(connected, [ONE, TWO]);
  await expect.poll(() => web.evaluate(() => [...CSS.highlights.values()].map(({ size }) => size))).toEqual([2]);
  await expect.poll(() => livingScripts(web, connected.origin)).toBe(1);
  const { x, y } = await placeOfText(web, TWO);
  await web.mouse.move(x, y);
  await waitForCard(web);
  expect(await web.locator('html > div').count()).toBe(1);
});

/** How many of our scripts in the page have not ended. */
async function livingScripts(page: Page, origin: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => context.origin === origin && worlds.push(context.id));
  await session.send('Runtime.enable');
  let living = 0;
  for (const contextId of worlds) {
    const expression = "globalThis[Symbol.for('deskside.page')] !== undefined";
    const { result } = await session.send('Runtime.evaluate', { contextId, expression });
    if (result.value === true) living++;
  }
  await session.detach();
  return living;
}
