/** Marks, card, list and what a page can see of them, in a real Firefox with the built extension. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { type Desk, startDesk } from '../sandbox/desk.ts';
import { type Firefox, launchFirefox } from '../support/firefox.ts';
import { until } from '../support/until.ts';

const ONE = '09-13-O-TW4';
const TWO = '11-14-3-AS7';
const THREE = '11-20-K-R5D';
const FOUR = '12-12-Z-ZZZ';
const ALT = '\uE00A';
const ENTER = '\uE007';
const ESCAPE = '\uE00C';
const CONTROL = '\uE009';

/** The page watches all that it can watch of itself. */
const web: Record<string, string> = {
  '/': `<title>Page</title><script>window.seen = [];
    const watch = (root) => new MutationObserver((records) => { for (const each of records) seen.push(each.type + ' ' + each.target.nodeName); })
      .observe(root, { attributes: true, characterData: true, childList: true, subtree: true });
    window.painted = () => JSON.stringify(Object.fromEntries([...CSS.highlights].map(([name, each]) =>
      [name, [...each].map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset))])));
    addEventListener('message', () => seen.push('message'));
    window.namesBefore = Object.getOwnPropertyNames(window);</script>
    <style>body{background:#fff;color:#000;font:16px sans-serif}</style>
    <p>see <a href="#x">${ONE}</a></p><x-open></x-open><x-closed></x-closed><textarea id="paste"></textarea><script>
    window.roots = [];
    for (const [name, mode, id] of [['x-open', 'open', '${TWO}'], ['x-closed', 'closed', '${THREE}']]) {
      const root = document.querySelector(name).attachShadow({ mode });
      root.innerHTML = '<p>' + id + '</p>';
      roots.push(root);
      watch(root);
    }
    addEventListener('load', () => watch(document));
    addEventListener('pageshow', (event) => { if (event.persisted) document.title = 'from the cache'; });</script>`,
  '/frames': `<title>Frames</title><iframe src="/frame"></iframe><iframe id="blank"></iframe><iframe srcdoc="<p>${TWO}</p>"></iframe>
    <iframe id="blob"></iframe><script>document.querySelector('#blank').contentDocument.body.textContent = '${ONE}';
    document.querySelector('#blob').src = URL.createObjectURL(new Blob(['<p>${THREE}</p>'], { type: 'text/html' }));</script>`,
  '/frame': `<p>${FOUR}</p>`,
  '/mail': `<title>Mail</title><p>${ONE}</p><iframe src="/frame"></iframe>`,
  '/none': '<title>None</title><p>nothing</p><script>window.namesBefore = Object.getOwnPropertyNames(window)</script>',
};

/** Documents that are no HTML: a drawing, and a file of data with a style. */
const SVG = 'http://www.w3.org/2000/svg';
const typed: Record<string, [type: string, body: string]> = {
  '/svg': ['image/svg+xml', `<svg xmlns="${SVG}"><text y="40">${ONE}</text></svg>`],
  '/xml': [
    'application/xml',
    `<?xml-stylesheet type="text/css" href="data:text/css,*{display:block}"?><text>${ONE}</text>`,
  ],
};

let desk: Desk;
let server: Server;
let origin: string;
let firefox: Firefox;
let ours: string;
let theirs: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  desk = await startDesk();
  server = createServer((request, response) => {
    const [type, body] = typed[request.url ?? ''] ?? ['text/html', `<!doctype html>${web[request.url ?? ''] ?? ''}`];
    response.setHeader('content-type', `${type}; charset=utf-8`);
    response.end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  firefox = await launchFirefox({ deskPort: desk.port, certificate: desk.certificate });
  const grant = `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const origins = ['https://*/*', 'http://*/*', 'https://*.sympoq.com/*'];
    await ExtensionPermissions.add(arguments[0], { permissions: [], origins }, WebExtensionPolicy.getByID(arguments[0]).extension);`;
  await firefox.evaluateInBrowser(grant, firefox.extensionId);
  ours = await firefox.openTab(`${firefox.origin}/popup.html`);
  const address = { address: 'acme', key: desk.keys.agent };
  await until('a worker that answers', async () => {
    const body = 'return await browser.runtime.sendMessage(arguments[0])';
    return (await firefox.tab.evaluate<{ ok: boolean }>(body, { name: 'connection.connect', input: address })).ok;
  });
  const registered = 'return (await browser.scripting.getRegisteredContentScripts()).length';
  await until('the script to be registered', () => firefox.tab.evaluate<number>(registered));
  theirs = await firefox.openTab(`${origin}/none`);
});

test.afterAll(async () => {
  await firefox?.close();
  server?.closeAllConnections();
  server?.close();
  await desk?.close();
});

/** IDs in the worker's list of all tabs of the web. */
async function listed(): Promise<string> {
  const handle = ours;
  await firefox.switchToTab(handle);
  const ids = await firefox.tab.evaluate<string[]>(`const all = await browser.storage.session.get(null);
    return Object.entries(all).filter(([key]) => key.startsWith('frame:')).flatMap(([, { value }]) => value.ids)`);
  await firefox.switchToTab(theirs);
  return ids.join(' ');
}

const inPage = '(window.wrappedJSObject ?? window)';

function painted(): Promise<Record<string, string[]>> {
  return firefox.tab.evaluate(`return JSON.parse(${inPage}.painted())`);
}

interface Card {
  text: string;
  buttons: Record<string, { x: number; y: number }>;
}

/** The open card, which stands in a closed root. */
const readCard = () =>
  firefox.evaluateInPage<Card | null>(`
    const last = document.documentElement.lastElementChild;
    const box = (last?.localName === 'foreignObject' ? last.firstElementChild : last)?.openOrClosedShadowRoot?.querySelector('[role=dialog]');
    if (!box) return null;
    const middle = (each) => { const { left, top, width, height } = each.getBoundingClientRect(); return { x: left + width / 2, y: top + height / 2 }; };
    return { text: [...box.children].map((each) => each.textContent).filter(Boolean).join(' '),
      buttons: Object.fromEntries([...box.querySelectorAll('button')].map((each) => [each.textContent, middle(each)])) }`);

async function restOn(selector: string): Promise<Card> {
  const place = await firefox.evaluateInPage<{ x: number; y: number }>(
    `const host = document.querySelector(arguments[0]);
    const text = (host.openOrClosedShadowRoot?.firstElementChild ?? host).firstChild;
    const range = document.createRange();
    range.selectNode(text);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 }`,
    selector,
  );
  await firefox.point(place);
  return until(`the card of ${selector}`, readCard);
}

const isGone = () => until('the card to go', async () => (await readCard()) === null);

test('a page without IDs sees nothing, one with IDs the name and the adopted sheets', async () => {
  const look = `const page = ${inPage};
    const all = [document, ...Array.from(page.roots ?? [])];
    return { sheets: all.map((each) => [each.styleSheets.length, each.adoptedStyleSheets.length]),
      names: Object.keys(JSON.parse(page.painted?.() ?? '{}')), html: document.documentElement.outerHTML.includes('deskside'),
      globals: Object.getOwnPropertyNames(page).filter((name) => !page.namesBefore.includes(name) && !/^(roots|seen|watch|names|painted)/.test(name)) }`;
  expect(await firefox.tab.evaluate(look)).toEqual({ sheets: [[0, 0]], names: [], html: false, globals: [] });
  await firefox.open(`${origin}/`);
  const marks = JSON.stringify({ 'deskside-underline': [ONE, TWO, THREE] });
  await until('marks', async () => JSON.stringify(await painted()) === marks);
  await until('the list', async () => (await listed()) === [ONE, TWO, THREE].join(' '));
  const seen = await firefox.tab.evaluate<{ sheets: number[][]; globals: string[] }>(look);
  expect(seen).toMatchObject({ names: ['deskside-underline'], html: false, globals: [] });
  expect(seen.sheets).toEqual([
    [1, 0],
    [0, 1],
    [0, 1],
  ]);
  expect(await firefox.tab.evaluate(`return [...${inPage}.seen]`)).toEqual([]);
});

test('frames of every kind have their marks', async () => {
  await firefox.open(`${origin}/frames`);
  const sizes = `return Array.from(${inPage}.frames, (frame) => frame.CSS.highlights.size).join()`;
  await until('marks in all frames', async () => (await firefox.tab.evaluate<string>(sizes)) === '1,1,1,1');
  await firefox.open(`${origin}/`);
  await until('marks', async () => Object.keys(await painted()).length === 1);
});

test('a frame that goes to an empty page leaves the list, and comes back into it', async () => {
  await firefox.open(`${origin}/mail`);
  const sidebar = await firefox.openSidebar();
  // Read beside the page: to go to another tab would make the worker look which frames stand.
  const beside = async () =>
    (
      await sidebar.evaluate<string[]>(`const all = await browser.storage.session.get(null);
      return Object.entries(all).filter(([key]) => key.startsWith('frame:')).flatMap(([, { value }]) => value.ids)`)
    )
      .sort()
      .join(' ');
  const go = (path: string) => firefox.tab.evaluate(`document.querySelector('iframe').src = '${path}'`);
  await until('the list', async () => (await beside()) === `${ONE} ${FOUR}`);
  await go('/empty');
  await until('the page alone', async () => (await beside()) === ONE);
  await go('/frame');
  await until('the frame again', async () => (await beside()) === `${ONE} ${FOUR}`);
  await firefox.open(`${origin}/`);
  await until('marks', async () => Object.keys(await painted()).length === 1);
  await firefox.evaluateInBrowser("Services.wm.getMostRecentWindow('navigator:browser').SidebarController.hide()");
});

test('the card: pointer, key, closed root, copying, and the words on how to open the panel', async () => {
  for (const [selector, id] of [
    ['a', ONE],
    ['x-open', TWO],
    ['x-closed', THREE],
  ] as const) {
    const card = await restOn(selector);
    expect(card.text).toBe(`${id} Open in Deskside Copy ID`);
    await firefox.press(ESCAPE);
    await isGone();
  }
  expect(await firefox.tab.evaluate(`return [...${inPage}.seen]`)).toEqual(Array(6).fill('childList HTML'));

  await firefox.tab.evaluate("document.querySelector('a').focus()");
  await firefox.press(ALT, ENTER);
  expect((await until('the card', readCard)).text).toContain(ONE);
  await firefox.press(ESCAPE);
  await isGone();

  const { buttons } = await restOn('x-open');
  const { 'Copy ID': copy, 'Open in Deskside': open } = buttons;
  if (!copy || !open) throw new Error('Buttons are missing');
  await firefox.point(copy, 'click');
  await until('the word', async () => (await readCard())?.text.includes('Copied'));
  await firefox.point(open, 'click');
  await until('the words', async () => (await readCard())?.text.includes('only from its toolbar or by its shortcut'));
  await firefox.press(ESCAPE);
  await firefox.tab.evaluate("document.querySelector('#paste').focus()");
  await firefox.press(CONTROL, 'v');
  await until('the ID', () =>
    firefox.tab.evaluate<boolean>(`return document.querySelector('#paste').value === '${TWO}'`),
  );

  const sidebar = await firefox.openSidebar();
  await sidebar.waitForText(desk.tickets.get(TWO)?.description ?? TWO);
  // Where it is open already it goes on to the ticket, and the card has done its part.
  const again = (await restOn('x-closed')).buttons['Open in Deskside'];
  if (!again) throw new Error('The button is missing');
  // A page may ask for it once a second.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await firefox.point(again, 'click');
  await isGone();
  await sidebar.waitForText(desk.tickets.get(THREE)?.description?.split('\n')[0] ?? THREE);
});

test('the card in a drawing and in an XML file that are opened as pages', async () => {
  for (const path of ['/svg', '/xml']) {
    await firefox.open(origin + path);
    await until('the list', async () => (await listed()) === ONE);
    await until('the mark', () => firefox.tab.evaluate<number>('return CSS.highlights.size'));
    const { text, buttons } = await restOn('text');
    expect(text).toBe(`${ONE} Open in Deskside Copy ID`);
    const copy = buttons['Copy ID'];
    if (!copy) throw new Error('The button is missing');
    await firefox.point(copy, 'click');
    await until('the word', async () => (await readCard())?.text.includes('Copied'));
    await firefox.press(ESCAPE);
    await until('nothing of ours in the page', () =>
      firefox.tab.evaluate<boolean>('return document.documentElement.querySelector("foreignObject, div") === null'),
    );
  }
  await firefox.open(`${origin}/`);
  await until('marks', async () => Object.keys(await painted()).length === 1);
});

/** Whether Firefox kept the page as it was left for another, and brought it back as it was. */
async function leavesAndReturns(): Promise<boolean> {
  await firefox.tab.evaluate(`${inPage}.isSamePage = true`);
  await firefox.open(`${origin}/none`);
  await until('the list to be empty', async () => (await listed()) === '');
  await firefox.evaluateInBrowser(
    "Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser.goBack()",
  );
  await firefox.tab.waitFor("return document.title !== 'None' && document.readyState === 'complete'");
  return firefox.tab.evaluate(`return ${inPage}.isSamePage === true`);
}

test('left and back from the cache, and the extension installed anew', async () => {
  // One time in two hundred the request for the next page stands in the way of Firefox's cache (its log: `SHIPBFCache`).
  await until('a page that Firefox keeps', leavesAndReturns);
  await firefox.tab.waitFor("return document.title === 'from the cache'");
  await until('the list', async () => (await listed()) === [ONE, TWO, THREE].join(' '));

  // A page of an extension is closed when it is installed anew.
  await firefox.reinstall();
  ours = await firefox.openTab(`${firefox.origin}/popup.html`);
  await until('the list of the new worker', async () => (await listed()) === [ONE, TWO, THREE].join(' '));
  expect(await firefox.tab.evaluate(`return ${inPage}.isSamePage`)).toBe(true);
  await firefox.tab.evaluate("document.querySelector('a').textContent = '12-31-Z-END'");
  await until('a change', async () => (await listed()) === ['12-31-Z-END', TWO, THREE].join(' '));
  const marks = async () => ((await painted())['deskside-underline'] ?? []).sort().join(' ');
  await until('marks', async () => (await marks()) === ['12-31-Z-END', TWO, THREE].sort().join(' '));
  await restOn('a');
  expect(await firefox.tab.evaluate("return document.querySelectorAll('html > div').length")).toBe(1);
});
