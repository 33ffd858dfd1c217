/** The card on pages that are unlike others: where it stands, what of it is in the view, and what pages notice of it. */
import type { Page } from '@playwright/test';
import { askWorker } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { until } from '../support/until.ts';
import { type Card, placeOfText, readCard, serveWeb, WEB, waitForCard, waitForIds } from '../support/web-page.ts';

const ID = '09-13-O-TW4';

/** Lets the pointer rest on the ID, once it is painted, until its card is there. */
async function restOn(web: Page): Promise<Card> {
  await expect.poll(() => web.evaluate('CSS.highlights.size')).toBe(1);
  const { x, y } = await placeOfText(web, ID);
  await web.mouse.move(x - 3, y);
  await web.mouse.move(x, y);
  return waitForCard(web);
}

async function press(web: Page, name: string): Promise<void> {
  const at = (await readCard(web))?.buttons[name];
  if (at === undefined) throw new Error(`No ${name}`);
  await web.mouse.click(at.x, at.y);
}

/** The card, in a row or more, is all in the view. */
function expectInView({ edges }: Card, { width, height }: { width: number; height: number }): void {
  expect(edges.left).toBeGreaterThanOrEqual(0);
  expect(edges.top).toBeGreaterThanOrEqual(0);
  expect(edges.right).toBeLessThanOrEqual(width);
  expect(edges.bottom).toBeLessThanOrEqual(height);
}

test('it reads from left to right in a page that reads from right to left', async ({ connected }) => {
  const web = connected.page;
  await serveWeb(connected.context, { '/': `<html dir="rtl"><title>Right</title><p>${ID}</p>` });
  await web.goto(`${WEB}/`);
  await waitForIds(connected, [ID]);
  const { edges, buttons } = await restOn(web);
  // The ID begins the card; from right to left it was written 'O-TW4-09-13', at its right.
  const [open, copy] = [buttons['Open in Deskside']?.x ?? 0, buttons['Copy ID']?.x ?? 0];
  expect([edges.left, open, copy, edges.right]).toEqual([edges.left, open, copy, edges.right].sort((a, b) => a - b));
});

test('it stands at its ID in a page that is zoomed by its style', async ({ connected }) => {
  const web = connected.page;
  await serveWeb(connected.context, {
    '/': `<html style="zoom:1.6"><title>Zoom</title><p style="margin:100px 200px;white-space:nowrap">${ID}</p>`,
  });
  await web.goto(`${WEB}/`);
  await waitForIds(connected, [ID]);
  const { edges } = await restOn(web);
  const place = await placeOfText(web, ID);
  expect(Math.abs(edges.top - place.y)).toBeLessThan(40);
  expect(edges.left).toBeLessThan(place.x);
  expect(edges.right).toBeGreaterThan(place.x);
});

test('all of it is in the view: at its edge with more words on it, and where the view is narrow', async ({
  connected,
}) => {
  const web = connected.page;
  await serveWeb(connected.context, {
    '/': `<title>Edge</title><p style="position:fixed;right:0;bottom:0;margin:0">${ID}</p>`,
  });
  await web.goto(`${WEB}/`);
  await waitForIds(connected, [ID]);
  for (const [width, language, words] of [
    [700, '', ['Copy ID', 'Copied']],
    [200, 'de', ['ID kopieren', 'Kopiert']],
  ] as const) {
    await askWorker(connected, 'settings.change', { changes: { language } });
    await web.bringToFront();
    const size = { width, height: 300 };
    await web.setViewportSize(size);
    await until(`the card in "${language}"`, async () => {
      await web.keyboard.press('Escape');
      const card = await restOn(web);
      if (!card.text.includes(words[0])) return false;
      expectInView(card, size);
      return true;
    });
    await press(web, words[0]);
    await until(words[1], async () => {
      const card = await readCard(web);
      if (!card?.text.includes(words[1])) return false;
      expectInView(card, size);
      return true;
    });
    await web.keyboard.press('Escape');
  }
});

test('pages that close what is pressed beside, hold the focus, and have keys of their own', async ({ connected }) => {
  const web = connected.page;
  await serveWeb(connected.context, {
    '/': `<title>Menu</title><div id="menu"><a href="#x">${ID}</a></div><script>
      const seen = (window.seen = []), menu = document.querySelector('#menu');
      for (const name of ['pointerdown', 'mousedown', 'click', 'focusin', 'keydown', 'keyup'])
        document.addEventListener(name, (event) => {
          if (menu.contains(event.target)) return;
          seen.push(name);
          event.preventDefault();
          if (name === 'pointerdown') menu.remove();
          if (name === 'focusin') menu.firstChild.focus();
        });</script>`,
  });
  await web.goto(`${WEB}/`);
  await waitForIds(connected, [ID]);
  await restOn(web);
  await press(web, 'Copy ID');
  await expect.poll(async () => (await readCard(web))?.text).toContain('Copied');
  await web.keyboard.press('Escape');
  await expect.poll(() => readCard(web)).toBeNull();
  await web.getByRole('link').focus();
  await web.keyboard.press('Alt+Enter');
  await waitForCard(web);
  await web.keyboard.press('Tab');
  await web.keyboard.press('Enter');
  await expect.poll(async () => (await readCard(web))?.text).toContain('Copied');
  expect(await web.evaluate('seen')).toEqual([]);
});

test('the second click of a double click is none of the page that the card stood on', async ({ connected }) => {
  const web = connected.page;
  await serveWeb(connected.context, {
    '/': `<title>Below</title><p>${ID}</p><button style="display:block;width:600px;height:300px">Close</button><script>
      const seen = (window.seen = []);
      for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'])
        document.querySelector('button').addEventListener(name, () => seen.push(name));</script>`,
  });
  await web.goto(`${WEB}/`);
  await waitForIds(connected, [ID]);
  const { buttons } = await restOn(web);
  const { x, y } = buttons['Open in Deskside'] ?? { x: 0, y: 0 };
  // How long the second click is waited for is counted from it: the panel may take longer to open on a busy machine.
  await connected.evaluateInContentScript(
    web,
    `AbortSignal.timeout = (ms) => {
      const end = new AbortController();
      globalThis.beginToWait = () => void setTimeout(() => end.abort(), ms);
      return end.signal;
    }`,
  );
  await web.mouse.click(x, y);
  await expect.poll(() => web.evaluate('document.documentElement.lastElementChild.localName')).toBe('body');
  await web.mouse.down({ clickCount: 2 });
  await web.mouse.up({ clickCount: 2 });
  expect(await web.evaluate('seen')).toEqual([]);
  await connected.evaluateInContentScript(web, 'beginToWait()');
  // It takes that one alone.
  await expect(async () => {
    await web.mouse.click(x, y);
    expect(await web.evaluate('seen')).toContain('click');
  }).toPass();
});

test('a page of http has no clipboard: the ID is copied all the same, and where nothing can be, that is said', async ({
  connected,
}) => {
  const web = connected.page;
  const http = 'http://intranet.example/';
  await connected.context.route(`${http}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><p>${ID}</p><textarea></textarea>` }),
  );
  await web.goto(http);
  await waitForIds(connected, [ID]);
  await restOn(web);
  await press(web, 'Copy ID');
  await expect.poll(async () => (await readCard(web))?.text).toContain('Copied');
  await web.getByRole('textbox').focus();
  await web.keyboard.press('Control+V');
  await expect(web.getByRole('textbox')).toHaveValue(ID);
  await connected.evaluateInContentScript(web, 'document.execCommand = () => false');
  await web.mouse.move(0, 0);
  await restOn(web);
  await press(web, 'Copy ID');
  await expect.poll(async () => (await readCard(web))?.text).toContain('Could not be copied');
});

for (const [kind, contentType, body] of [
  [
    'SVG',
    'image/svg+xml',
    `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><text x="40" y="40">${ID}</text></svg>`,
  ],
  ['XML', 'application/xml', `<mail><subject>${ID}</subject></mail>`],
] as const)
  test(`it stands in a document of ${kind}, which makes elements of its own`, async ({ connected }) => {
    const web = connected.page;
    const failures: string[] = [];
    web.on('pageerror', (failure) => failures.push(failure.message));
    await connected.context.route(`${WEB}/**`, (route) => route.fulfill({ contentType, body }));
    await web.goto(`${WEB}/`);
    await waitForIds(connected, [ID]);
    await restOn(web);
    await press(web, 'Copy ID');
    await expect.poll(async () => (await readCard(web))?.text).toContain('Copied');
    expect(failures).toEqual([]);
  });
