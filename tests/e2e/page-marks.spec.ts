/** Marks, pointer, keyboard and card in a real Chromium: what the agent sees in a page and can do there. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchChromium } from '../support/chromium.ts';
import { askWorker, lookEverywhere } from '../support/connect.ts';
import { expect, test } from '../support/fixtures.ts';
import { until } from '../support/until.ts';
import {
  type Card,
  countColour,
  MARK_COLOURS,
  placeOfText,
  readCard,
  serveWeb,
  WEB,
  waitForCard,
  waitForIds,
} from '../support/web-page.ts';

const IN_BODY = '09-13-O-TW4';
const IN_OPEN = '11-14-3-AS7';
const IN_CLOSED = '11-20-K-R5D';

const page = `<title>Marks</title><style>body{font:16px sans-serif;background:#fff;color:#000}p{margin:20px}</style>
<p>see <a href="#x">${IN_BODY}</a> now</p><x-open></x-open><x-closed></x-closed><p id="elsewhere">elsewhere</p>
<textarea id="paste"></textarea><script>window.roots = [];
for (const [name, mode, id] of [['x-open', 'open', '${IN_OPEN}'], ['x-closed', 'closed', '${IN_CLOSED}']]) {
  const root = document.querySelector(name).attachShadow({ mode });
  root.innerHTML = '<div style="margin:20px">in a root ' + id + '</div>';
  window.roots.push(root);
}</script>`;
const manyIds = Array.from({ length: 400 }, (_, at) => `01-01-A-${String(at).padStart(3, '0')}`);
const many = `<title>Many</title>${manyIds.map((id) => `<p>${id}</p>`).join('')}`;
const oneText = `<title>One text</title><pre style="line-height:2">${manyIds.join('\n')}</pre>`;

/** What is painted, as the page's own registry says it: name → texts. */
function painted(of: Page): Promise<Record<string, string[]>> {
  return of.evaluate(() => {
    const all: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      all[name] = [...highlight].map(({ startContainer, startOffset, endOffset }) =>
        (startContainer.textContent ?? '').slice(startOffset, endOffset),
      );
    }
    return all;
  });
}

/** Lets the pointer rest on an ID until its card is there. */
async function restOn(web: Page, id: string): Promise<Card> {
  const { x, y } = await placeOfText(web, id);
  await web.mouse.move(x - 3, y);
  await web.mouse.move(x, y);
  return waitForCard(web);
}

const untilGone = (web: Page, what: string) => expect.poll(() => readCard(web), what).toBeNull();

test('in a drawing, where Chromium paints no line under a highlight, the underline is a tint', async ({
  connected,
}) => {
  const web = connected.page;
  await serveWeb(connected.context, { '/': `<svg><text x="20" y="60">${IN_BODY}</text></svg>` });
  await web.goto(`${WEB}/`);
  await expect.poll(() => painted(web)).toEqual({ 'deskside-underline': [IN_BODY] });
  await expect
    .poll(async () => countColour(web, await placeOfText(web, IN_BODY), MARK_COLOURS.tint))
    .toBeGreaterThan(60);
});

test('underline, tint and off, in shadow roots too, near the view only, following the scroll', async ({
  connected,
}) => {
  const web = connected.page;
  await serveWeb(connected.context, {
    '/': page,
    '/many': many,
    '/one-text': oneText,
    '/none': '<title>None</title><p>nothing</p>',
  });
  const ids = [IN_BODY, IN_OPEN, IN_CLOSED];
  await web.goto(`${WEB}/`);
  for (const style of ['underline', 'tint', 'off'] as const) {
    await askWorker(connected, 'settings.change', { changes: { markStyle: style } });
    await web.bringToFront();
    const wanted = style === 'off' ? {} : { [`deskside-${style}`]: ids };
    await expect.poll(() => painted(web), style).toEqual(wanted);
    for (const id of ids) {
      const place = await placeOfText(web, id);
      for (const colour of ['underline', 'tint'] as const) {
        const count = await countColour(web, place, MARK_COLOURS[colour]);
        if (colour === style) expect(count, `${style} at ${id}`).toBeGreaterThan(60);
        else expect(count, `no ${colour} at ${id}`).toBeLessThan(30);
      }
    }
  }

  await askWorker(connected, 'settings.change', { changes: { markStyle: 'underline' } });
  await web.bringToFront();
  await web.goto(`${WEB}/many`);
  await expect.poll(async () => (await painted(web))['deskside-underline']?.[0]).toBe('01-01-A-000');
  const first = (await painted(web))['deskside-underline'] ?? [];
  expect(first.length).toBeLessThanOrEqual(50);
  expect(first).not.toContain('01-01-A-100');
  await web.locator('p').nth(300).scrollIntoViewIfNeeded();
  await expect.poll(async () => (await painted(web))['deskside-underline']).toContain('01-01-A-300');
  const after = (await painted(web))['deskside-underline'] ?? [];
  expect(after.length).toBeLessThanOrEqual(50);
  expect(after).not.toContain('01-01-A-000');

  // A page that empties the registry for marks of its own gets ours again with the next look.
  await web.evaluate(() => CSS.highlights.clear());
  await web.locator('p').nth(10).scrollIntoViewIfNeeded();
  await expect.poll(async () => (await painted(web))['deskside-underline']).toContain('01-01-A-010');

  // Many in one text, as a browser shows a log: those at the top, in the middle and at the end, and no others.
  await web.goto(`${WEB}/one-text`);
  for (const at of [0, 200, 399]) {
    await web.evaluate((share) => scrollTo(0, share * document.documentElement.scrollHeight), at / 400);
    const marks = async () => (await painted(web))['deskside-underline'];
    await expect.poll(marks).toContain(manyIds[at]);
    await expect.poll(marks).not.toContain(manyIds[(at + 200) % 400]);
    expect((await marks())?.length).toBeGreaterThan(20);
  }
  // In columns the text goes on beside its beginning.
  await web.evaluate(() => {
    Object.assign(document.querySelector('pre')?.style ?? {}, { columns: '4', lineHeight: '80px', height: '8000px' });
    scrollTo(0, 3700);
  });
  for (const each of [50, 150, 250, 350])
    await expect.poll(async () => (await painted(web))['deskside-underline']).toContain(manyIds[each]);
});

test('what a page shows by its style alone is marked, without a scroll or a change of nodes', async ({ connected }) => {
  const web = connected.page;
  await serveWeb(connected.context, {
    '/': `<title>Unseen</title><style>.tab { display: none } .drawer { position: fixed; left: -900px } .fold { height: 3000px }
      .open .tab { display: block } .open .drawer { left: 0 } .open .fold { height: 0 }</style>
      <p class="tab">${IN_BODY}</p><p class="drawer">${IN_OPEN}</p><div class="fold"></div><p>${IN_CLOSED}</p>`,
  });
  await web.goto(`${WEB}/`);
  await waitForIds(connected, [IN_BODY, IN_OPEN, IN_CLOSED]);
  for (const isOpen of [false, true, false, true]) {
    await web.evaluate((open) => document.body.classList.toggle('open', open), isOpen);
    if (isOpen) await expect.poll(() => painted(web)).toEqual({ 'deskside-underline': [IN_BODY, IN_OPEN, IN_CLOSED] });
    else await web.waitForTimeout(300);
  }
  await restOn(web, IN_BODY);
});

test('in a modal dialog and in what fills the screen the card can be used, and the dialog stays', async ({
  connected,
}) => {
  const web = connected.page;
  await serveWeb(connected.context, {
    '/': `<title>Modal</title><dialog><p>${IN_BODY}</p></dialog><main style="background:#fff"><p>${IN_OPEN}</p></main>
      <script>document.querySelector('main').onclick = ({ currentTarget }) => currentTarget.requestFullscreen()</script>`,
  });
  await web.goto(`${WEB}/`);
  await waitForIds(connected, [IN_BODY, IN_OPEN]);
  const copy = async (id: string) => {
    await expect.poll(async () => Object.values(await painted(web)).flat()).toContain(id);
    const { buttons } = await restOn(web, id);
    await web.mouse.click(buttons['Copy ID']?.x ?? 0, buttons['Copy ID']?.y ?? 0);
    await expect.poll(async () => (await readCard(web))?.text).toContain('Copied');
  };
  const dialog = web.locator('dialog');
  await dialog.evaluate((element) => (element as HTMLDialogElement).showModal());
  await copy(IN_BODY);
  await web.keyboard.press('Escape');
  await untilGone(web, 'Escape');
  await expect(dialog).toHaveAttribute('open');
  await restOn(web, IN_BODY);
  await dialog.evaluate((element) => (element as HTMLDialogElement).close());
  await untilGone(web, 'its dialog is closed');

  await web.getByText(IN_OPEN).click();
  await expect.poll(() => web.evaluate('document.fullscreenElement?.localName')).toBe('main');
  await copy(IN_OPEN);
});

test('what stands on the card is none of the page’s', async ({ connected }) => {
  const web = connected.page;
  await serveWeb(connected.context, { '/': `<title>Card</title><dialog open><p>${IN_BODY}</p></dialog>` });
  await web.goto(`${WEB}/`);
  await waitForIds(connected, [IN_BODY]);
  await expect.poll(() => painted(web)).toEqual({ 'deskside-underline': [IN_BODY] });
  for (const more of [IN_OPEN, IN_CLOSED]) {
    await restOn(web, IN_BODY);
    // What comes after the card is seen after the card.
    await web.evaluate((id) => document.body.insertAdjacentHTML('beforeend', `<p>${id}</p>`), more);
    await expect.poll(async () => (await painted(web))['deskside-underline']).toContain(more);
    expect((await painted(web))['deskside-underline']?.filter((id) => id === IN_BODY)).toHaveLength(1);
    await web.keyboard.press('Escape');
    await untilGone(web, 'Escape');
    // The second time in what the browser holds on top.
    await web.locator('dialog').evaluate((element) => {
      (element as HTMLDialogElement).close();
      (element as HTMLDialogElement).showModal();
    });
    await expect.poll(async () => (await painted(web))['deskside-underline']).toContain(IN_BODY);
  }
});

test('the card goes with its ID, and with another size of the view; not where the ID is only drawn anew', async ({
  connected,
}) => {
  const web = connected.page;
  await serveWeb(connected.context, { '/': `<title>Card</title><p id="row">${IN_BODY}</p>` });
  await web.goto(`${WEB}/`);
  await waitForIds(connected, [IN_BODY]);
  const row = web.locator('#row');
  const write = (text: string) => row.evaluate((element, written) => element.replaceChildren(written), text);
  await expect.poll(() => painted(web)).toEqual({ 'deskside-underline': [IN_BODY] });
  await restOn(web, IN_BODY);
  await write(`${IN_BODY} again`);
  await web.waitForTimeout(600);
  expect(await readCard(web)).not.toBeNull();
  await write(IN_OPEN);
  await untilGone(web, 'another ID');
  await restOn(web, IN_OPEN);
  await row.evaluate((element, id) => element.insertAdjacentHTML('beforebegin', `<p>${id}</p>`), IN_CLOSED);
  await untilGone(web, 'its ID stands elsewhere');
  await restOn(web, IN_OPEN);
  await web.setViewportSize({ width: 700, height: 500 });
  await untilGone(web, 'another size');
});

test('frames of every kind have their marks', async ({ connected }) => {
  const web = connected.page;
  const kinds = ['/frame', 'about:blank', 'about:srcdoc', 'blob:', 'data:'];
  await serveWeb(connected.context, {
    '/': `<title>Frames</title><iframe src="/frame"></iframe><iframe id="blank"></iframe><iframe srcdoc="<p>${IN_OPEN}</p>"></iframe>
      <iframe id="blob"></iframe><iframe src="data:text/html,<p>${IN_BODY}</p>"></iframe>
      <iframe sandbox srcdoc="<p>${IN_CLOSED}</p>"></iframe><script>
      document.querySelector('#blank').contentDocument.body.textContent = '${IN_OPEN}';
      document.querySelector('#blob').src = URL.createObjectURL(new Blob(['<p>${IN_CLOSED}</p>'], { type: 'text/html' }));</script>`,
    '/frame': `<p>${IN_BODY}</p>`,
  });
  await web.goto(`${WEB}/`);
  await expect
    .poll(() => web.frames().filter((frame) => kinds.some((kind) => frame.url().includes(kind))).length)
    .toBe(6);
  for (const frame of web.frames().filter((each) => each !== web.mainFrame()))
    await expect.poll(() => frame.evaluate(() => CSS.highlights.size), frame.url()).toBe(1);
});

test('drawings and XML files in frames have their marks too', async ({ connected }) => {
  const web = connected.page;
  await serveWeb(connected.context, {
    '/': '<title>Files</title><iframe src="/a.svg"></iframe><object data="/b.svg"></object><iframe src="/c.xml"></iframe>',
  });
  for (const [path, contentType, body] of [
    ['/a.svg', 'image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg"><text y="40">${IN_BODY}</text></svg>`],
    ['/b.svg', 'image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg"><text y="40">${IN_OPEN}</text></svg>`],
    ['/c.xml', 'application/xml', `<mail>${IN_CLOSED}</mail>`],
  ] as const)
    await connected.context.route(WEB + path, (route) => route.fulfill({ contentType, body }));
  await web.goto(`${WEB}/`);
  await expect.poll(() => web.frames().length).toBe(4);
  for (const frame of web.frames().filter((each) => each !== web.mainFrame()))
    await expect.poll(() => frame.evaluate(() => CSS.highlights.size), frame.url()).toBe(1);
});

test('a page that is written anew keeps its list, its marks and the card', async ({ connected }) => {
  const web = connected.page;
  await serveWeb(connected.context, { '/': `<title>One</title><p>${IN_BODY}</p>` });
  await web.goto(`${WEB}/`);
  await expect.poll(() => painted(web)).toEqual({ 'deskside-underline': [IN_BODY] });
  // It takes all listeners from the window and the document, ours too.
  await web.evaluate((id) => {
    document.open();
    document.write(`<title>Two</title><p>${id}</p>`);
    document.close();
  }, IN_OPEN);
  await waitForIds(connected, [IN_OPEN]);
  await expect.poll(() => painted(web)).toEqual({ 'deskside-underline': [IN_OPEN] });
  const { x, y } = await placeOfText(web, IN_OPEN);
  await web.mouse.move(x, y);
  await waitForCard(web);
});

test('the card: by pointer and by key, what it says, what closes it, what it does', async ({ connected, desk }) => {
  const web = connected.page;
  await serveWeb(connected.context, { '/': page });
  await web.goto(`${WEB}/`);
  await waitForIds(connected, [IN_BODY, IN_OPEN, IN_CLOSED]);
  await expect.poll(() => painted(web)).toEqual({ 'deskside-underline': [IN_BODY, IN_OPEN, IN_CLOSED] });
  const rest = (id: string) => restOn(web, id);
  const gone = (what: string) => untilGone(web, what);

  await test.step('it speaks the language of the settings, and the page is not looked at anew for it', async () => {
    const layer = await web.evaluateHandle(() => [...CSS.highlights.values()][0]);
    for (const [language, words] of [
      ['de', 'In Deskside öffnen ID kopieren'],
      ['', 'Open in Deskside Copy ID'],
    ]) {
      await askWorker(connected, 'settings.change', { changes: { language } });
      await until(`the card in "${language}"`, async () => {
        const { x, y } = await placeOfText(web, IN_BODY);
        await web.mouse.move(x - 3, y);
        await web.mouse.move(x, y);
        await web.waitForTimeout(500);
        const card = await readCard(web);
        await web.keyboard.press('Escape');
        return card?.text === `${IN_BODY} ${words}`;
      });
    }
    expect(await web.evaluate((before) => [...CSS.highlights.values()][0] === before, layer)).toBe(true);
  });

  await test.step('it says the ID and two things to do, and no ticket data', async () => {
    desk.calls.length = 0;
    for (const id of [IN_BODY, IN_OPEN, IN_CLOSED]) {
      const card = await rest(id);
      expect(card.text).toBe(`${id} Open in Deskside Copy ID`);
      expect(Object.keys(card.buttons)).toEqual(['Open in Deskside', 'Copy ID']);
      await web.keyboard.press('Escape');
      await gone('Escape');
    }
    expect(desk.calls).toEqual([]);
  });

  await test.step('a click elsewhere and scrolling close it, the pointer’s way into it does not', async () => {
    const { buttons } = await rest(IN_BODY);
    const copy = buttons['Copy ID'];
    if (copy === undefined) throw new Error('No Copy ID');
    await web.mouse.move(copy.x, copy.y, { steps: 5 });
    expect(await readCard(web)).not.toBeNull();
    await web.locator('#elsewhere').click();
    await gone('a click elsewhere');
    await web.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<div style="height:3000px"></div>'));
    await rest(IN_BODY);
    await web.mouse.wheel(0, 40);
    await gone('scrolling');
    await web.evaluate(() => scrollTo(0, 0));
  });

  await test.step('it follows the person’s theme, whatever the page does to its own boxes', async () => {
    const own = await web.addStyleTag({ content: 'div { margin: 300px; padding: 50px; color-scheme: only light }' });
    for (const [colorScheme, background] of [
      ['dark', [38, 39, 46]],
      ['light', [255, 255, 255]],
    ] as const) {
      await web.emulateMedia({ colorScheme });
      const { buttons } = await rest(IN_BODY);
      expect(await countColour(web, buttons['Copy ID'] ?? { x: 0, y: 0 }, background)).toBeGreaterThan(1500);
      await web.keyboard.press('Escape');
      await gone('Escape');
    }
    await own.evaluate((element) => (element as Element).remove());
  });

  await test.step('Copy ID really copies', async () => {
    const { buttons } = await rest(IN_OPEN);
    const copy = buttons['Copy ID'];
    if (copy === undefined) throw new Error('No Copy ID');
    await web.mouse.click(copy.x, copy.y);
    await expect.poll(async () => (await readCard(web))?.text).toContain('Copied');
    await web.keyboard.press('Escape');
    await web.locator('#paste').focus();
    await web.keyboard.press('ControlOrMeta+v');
    await expect(web.locator('#paste')).toHaveValue(IN_OPEN);
  });

  await test.step('Alt+Enter where the focus is, and where the caret is; Escape gives the focus back', async () => {
    await web.getByRole('link').focus();
    await web.keyboard.press('Alt+Enter');
    expect((await waitForCard(web)).text).toContain(IN_BODY);
    await web.keyboard.press('Escape');
    await gone('Escape');
    await expect(web.getByRole('link')).toBeFocused();
    await web.evaluate(() => {
      (document.activeElement as HTMLElement).blur();
      const text = document.querySelector('a')?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 2, text, 6);
    });
    await web.keyboard.press('Alt+Enter');
    await waitForCard(web);
    await web.keyboard.press('Escape');
    await gone('Escape');
    // In what is being edited it is the page's key.
    await web.locator('#paste').focus();
    await web.keyboard.press('Alt+Enter');
    expect(await readCard(web)).toBeNull();
  });

  await test.step('Open in Deskside opens the real side panel on the ticket', async () => {
    const { buttons } = await rest(IN_CLOSED);
    const open = buttons['Open in Deskside'];
    if (open === undefined) throw new Error('No Open in Deskside');
    const opening = connected.context.waitForEvent('page', (each) => each.url().includes('sidepanel.html'));
    await web.mouse.click(open.x, open.y);
    const panel = await opening;
    await expect(panel.getByRole('article', { name: IN_CLOSED, exact: true })).toBeVisible();
    await gone('opening');
  });
});

test('by keys in closed and nested roots and in a drawing: a selected ID, and Escape gives the focus back', async ({
  connected,
}) => {
  const web = connected.page;
  await serveWeb(connected.context, {
    '/': `<title>Keys</title><svg><a href="#svg"><text y="20">${IN_BODY}</text></a></svg><x-outer></x-outer><script>
      const outer = document.querySelector('x-outer').attachShadow({ mode: 'closed' });
      outer.innerHTML = '<x-inner></x-inner>';
      const root = outer.firstChild.attachShadow({ mode: 'open' });
      root.innerHTML = '<p>${IN_OPEN}</p><a href="#x">${IN_CLOSED}</a>';
      window.links = { svg: document.querySelector('svg a'), root: root.querySelector('a') };
      </script>`,
  });
  await web.goto(`${WEB}/`);
  await waitForIds(connected, [IN_BODY, IN_OPEN, IN_CLOSED]);
  // By hand: what a script selects there is told otherwise.
  const { x, y } = await web.evaluate<{ x: number; y: number }>('root.firstChild.getBoundingClientRect()');
  await web.mouse.dblclick(x + 30, y + 8);
  await web.keyboard.press('Alt+Enter');
  expect((await waitForCard(web)).text).toContain(IN_OPEN);
  await web.keyboard.press('Escape');
  await untilGone(web, 'Escape');
  await web.evaluate('getSelection().empty()');
  for (const [name, id] of [
    ['svg', IN_BODY],
    ['root', IN_CLOSED],
  ] as const) {
    await web.evaluate(`links.${name}.focus()`);
    await web.keyboard.press('Alt+Enter');
    expect((await waitForCard(web)).text).toContain(id);
    await web.keyboard.press('Escape');
    await untilGone(web, 'Escape');
    expect(await web.evaluate(`links.${name}.matches(':focus')`), name).toBe(true);
  }
});

test('a browser without CSS.highlights: the list and the card by key, no marks', async () => {
  // The shipped files, and beside them one that takes the API out of our world before our script runs.
  const extension = await mkdtemp(join(tmpdir(), 'deskside-without-'));
  await cp('.output/chrome-mv3', extension, { recursive: true });
  await writeFile(join(extension, 'without.js'), 'delete globalThis.Highlight;');
  const chromium = await launchChromium({ extension });
  try {
    await lookEverywhere(chromium);
    const worker = await chromium.worker();
    const script = { id: 'without', js: ['without.js'], matches: [`${WEB}/*`], runAt: 'document_start' };
    await worker.evaluate(`chrome.scripting.registerContentScripts([${JSON.stringify(script)}])`);
    await serveWeb(chromium.context, { '/': `<a href="#x">${IN_BODY}</a>` });
    await chromium.page.goto(`${WEB}/`);
    await waitForIds(chromium, [IN_BODY]);
    expect(await painted(chromium.page)).toEqual({});
    await chromium.page.getByRole('link').focus();
    await chromium.page.keyboard.press('Alt+Enter');
    expect((await waitForCard(chromium.page)).text).toContain(IN_BODY);
  } finally {
    await chromium.close();
    await rm(extension, { recursive: true, force: true });
  }
});
