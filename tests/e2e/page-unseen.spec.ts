/** What a page of the web can see of Deskside in a real Chromium, and what it can do to it: as good as nothing. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { placeOfText, readCard, readFrames, serveWeb, WEB, waitForCard, waitForIds } from '../support/web-page.ts';

const ONE = '09-13-O-TW4';
const TWO = '11-14-3-AS7';
const THREE = '11-20-K-R5D';
const FOUR = '10-30-M-3ZC';

/** Watches all that a page can watch of itself, from before anything of ours runs. */
const spy = `<link rel="icon" href="data:,"><script>
window.seen = [];
window.calls = [];
window.namesBefore = ['namesBefore', 'roots', ...Object.getOwnPropertyNames(window)];
const watch = (root, name) => new MutationObserver((records) => {
  for (const record of records) seen.push([name, record.type, record.target.nodeName, record.attributeName,
    [...record.addedNodes].map((node) => node.nodeName).join(), [...record.removedNodes].map((node) => node.nodeName).join()].join(' '));
}).observe(root, { attributes: true, characterData: true, childList: true, subtree: true });
watch(document, 'document');
for (const [owner, method] of [[EventTarget.prototype, 'addEventListener'], [Element.prototype, 'attachShadow'],
  [Document.prototype, 'createElement'], [Document.prototype, 'createRange'], [Document.prototype, 'createTreeWalker'],
  [Document.prototype, 'evaluate'], [Element.prototype, 'getBoundingClientRect'], [Node.prototype, 'appendChild'],
  [Range.prototype, 'toString'], [Element.prototype, 'querySelectorAll'], [HighlightRegistry.prototype, 'set'],
  [Window.prototype, 'postMessage'], [window, 'postMessage'], [window, 'setTimeout'], [window, 'requestAnimationFrame']]) {
  const own = owner[method];
  if (own) owner[method] = function (...input) { calls.push(method); return own.apply(this, input); };
}
for (const name of ['message', 'error', 'unhandledrejection', 'focusin', 'copy', 'selectionchange', 'securitypolicyviolation'])
  window.addEventListener(name, (event) => seen.push('event ' + name), true);
calls.length = 0;
</script>`;
const parts = `<title>Page</title><p>see ${ONE}</p><x-open></x-open><x-closed></x-closed><script>
window.roots = [];
for (const [name, mode, id] of [['x-open', 'open', '${TWO}'], ['x-closed', 'closed', '${THREE}']]) {
  const root = document.querySelector(name).attachShadow({ mode });
  root.innerHTML = '<p>' + id + '</p>';
  roots.push(root);
  watch(root, name);
}
</script>`;

/** Everything of a page that its own scripts can look at. */
function lookAtAll(page: Page) {
  return page.evaluate(() => {
    const own = window as unknown as { namesBefore: string[]; roots?: ShadowRoot[] };
    const all = [document, ...(own.roots ?? [])];
    const looks = (name: string) => {
      const { backgroundColor, textDecorationLine } = getComputedStyle(document.body, `::highlight(${name})`);
      return `${backgroundColor} ${textDecorationLine}`;
    };
    return {
      html: [document.documentElement.outerHTML, ...(own.roots ?? []).map(({ innerHTML }) => innerHTML)].join('\n'),
      sheets: all.map(({ styleSheets, adoptedStyleSheets }) => [styleSheets.length, adoptedStyleSheets.length]),
      globals: Object.getOwnPropertyNames(window).filter((name) => !own.namesBefore.includes(name)),
      extension: typeof (window as { chrome?: { runtime?: unknown } }).chrome?.runtime,
      highlights: [...CSS.highlights.keys()],
      isStyled: ['deskside-underline', 'deskside-tint', 'deskside-lit'].some((name) => looks(name) !== looks('other')),
      resources: performance.getEntriesByType('resource').map(({ name }) => name),
    };
  });
}

/** What the page's observers and the functions that it has replaced were told since the last time. */
function takeSeen(page: Page): Promise<{ seen: string[]; calls: string[] }> {
  return page.evaluate(() => {
    const { seen, calls } = window as unknown as { seen: string[]; calls: string[] };
    return { seen: seen.splice(0), calls: calls.splice(0) };
  });
}

test('the DOM, its observers, the globals and replaced functions show nothing of us', async ({ connected }) => {
  const web = connected.page;
  await serveWeb(connected.context, { '/': spy + parts, '/none': `${spy}<title>None</title><p>nothing here</p>` });

  await test.step('a page without IDs cannot even tell that Deskside is there', async () => {
    await web.goto(`${WEB}/none`);
    await waitForIds(connected, []);
    await expect.poll(async () => Object.values(await readFrames(connected)).map(({ scan }) => scan)).toContain('done');
    const { html, ...rest } = await lookAtAll(web);
    expect(html).not.toMatch(/deskside/i);
    expect(rest).toEqual({
      sheets: [[0, 0]],
      globals: [],
      extension: 'undefined',
      highlights: [],
      isStyled: false,
      resources: [],
    });
    const { seen, calls } = await takeSeen(web);
    expect(seen.filter((line) => !/^document childList (#document|HTML|HEAD|BODY|TITLE|P) /.test(line))).toEqual([]);
    expect(calls).toEqual([]);
    // What shows marks is not even loaded: no key, no movement and no scroll is listened to.
    expect(await ownListeners(web, connected.origin)).toEqual(['pageshow']);
  });

  await test.step('one with IDs sees the registered name, and no more', async () => {
    await web.goto(`${WEB}/`);
    await expect.poll(() => web.evaluate(() => [...CSS.highlights.keys()])).toEqual(['deskside-underline']);
    const before = await lookAtAll(web);
    await takeSeen(web);
    // Follows changes of the page, in roots too.
    await web.evaluate((id) => {
      const { roots } = window as unknown as { roots: ShadowRoot[] };
      for (const root of roots) root.querySelector('p')?.firstChild?.nodeValue?.length;
      const text = roots[1]?.querySelector('p')?.firstChild;
      if (text) text.nodeValue = id;
    }, '12-12-Z-ZZZ');
    await waitForIds(connected, [ONE, TWO, '12-12-Z-ZZZ']);
    await expect.poll(() => web.evaluate(() => [...CSS.highlights.values()].map(({ size }) => size))).toEqual([3]);
    const { seen, calls } = await takeSeen(web);
    expect(seen).toEqual(['x-closed characterData #text   ']);
    expect(calls).toEqual([]);
    const after = await lookAtAll(web);
    expect(after).toEqual({
      ...before,
      html: before.html.replace(`<p>${THREE}</p>`, '<p>12-12-Z-ZZZ</p>'),
      isStyled: true,
    });
    expect(after.sheets).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  await test.step('the card is one element, closed, and gone without a trace', async () => {
    const before = await lookAtAll(web);
    const { x, y } = await placeOfText(web, ONE);
    // The test's own looks.
    await takeSeen(web);
    await web.mouse.move(x, y);
    await waitForCard(web);
    const added = await web.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      return { root: host.shadowRoot, html: host.outerHTML, text: host.textContent, known: document.body.innerText };
    });
    expect(added.root).toBeNull();
    expect(added.text).toBe('');
    expect(added.html).toBe('<div popover="manual"></div>');
    await web.keyboard.press('Escape');
    await expect.poll(() => readCard(web)).toBeNull();
    const { seen, calls } = await takeSeen(web);
    expect(seen).toEqual(['document childList HTML  DIV ', 'document childList HTML   DIV']);
    expect(calls).toEqual([]);
    expect(await lookAtAll(web)).toEqual(before);
  });
});

test('a page can neither stop the script nor speak with it', async ({ connected }) => {
  const web = connected.page;
  await serveWeb(connected.context, { '/': spy + parts });
  await web.goto(`${WEB}/`);
  await waitForIds(connected, [ONE, TWO, THREE]);
  const worker = await connected.worker();
  await worker.evaluate(`globalThis.heard = [];
    chrome.runtime.onMessage.addListener(({ name }, { tab }) => { if (tab) heard.push(name) })`);
  const heard = () => worker.evaluate<string[]>('heard.splice(0)');

  await test.step('forged events and messages', async () => {
    await web.evaluate(() => {
      const { calls } = window as unknown as { calls: string[] };
      const names =
        'pagehide pageshow visibilitychange freeze resume beforeunload unload blur focus scroll resize abort prerenderingchange';
      for (const target of [window, document, document.documentElement]) {
        for (const name of names.split(' ')) target.dispatchEvent(new Event(name, { bubbles: true }));
        for (const persisted of [true, false])
          for (const name of ['pageshow', 'pagehide'])
            target.dispatchEvent(new PageTransitionEvent(name, { persisted, bubbles: true }));
        for (const name of ['wxt:content-script-started', 'deskside', 'deskside-stop'])
          target.dispatchEvent(new CustomEvent(name, { detail: { type: name }, bubbles: true }));
      }
      for (const data of [
        { name: 'tab.stop' },
        { name: 'tab.setup', input: { on: false, patterns: null, markStyle: 'off' } },
        { type: 'wxt:content-script-started', contentScriptName: 'page-content' },
        'deskside',
      ]) {
        window.postMessage(data, '*');
        window.dispatchEvent(new MessageEvent('message', { data }));
      }
      const link = document.querySelector('p');
      for (const [type, init] of [
        ['pointermove', { clientX: 60, clientY: 24, pointerType: 'mouse' }],
        ['keydown', { key: 'Enter', altKey: true }],
      ] as const) {
        const event = type === 'keydown' ? new KeyboardEvent(type, init) : new PointerEvent(type, init);
        link?.dispatchEvent(event);
        window.dispatchEvent(event);
      }
      calls.length = 0;
    });
    await web.waitForTimeout(700);
    expect(await heard()).toEqual([]);
    expect(await readCard(web)).toBeNull();
  });

  await test.step('an open card: forged events do not close it, forged clicks do nothing', async () => {
    const { x, y } = await placeOfText(web, ONE);
    await web.mouse.move(x, y);
    await waitForCard(web);
    await web.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      for (const name of ['scroll', 'blur', 'pointerdown']) window.dispatchEvent(new Event(name));
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
      host.click();
      for (const name of ['click', 'pointerdown', 'pointerup', 'mousedown', 'mouseup'])
        host.dispatchEvent(new MouseEvent(name, { bubbles: true, composed: true }));
      host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    });
    expect(await readCard(web)).not.toBeNull();
    expect(await heard()).toEqual([]);
    // It may take out what it does not know. The card then comes again with the next rest of the pointer.
    await web.evaluate(() => document.documentElement.lastElementChild?.remove());
    expect(await readCard(web)).toBeNull();
    await web.mouse.move(x + 2, y);
    await waitForCard(web);
    await web.keyboard.press('Escape');
  });

  await test.step('a page whose functions lie is still read', async () => {
    await web.evaluate(() => {
      const lie = () => {
        throw new Error('no');
      };
      for (const [owner, names] of [
        [Node.prototype, 'textContent parentNode isConnected childNodes firstChild'],
        [CharacterData.prototype, 'data length'],
        [Document.prototype, 'hidden visibilityState title body hasFocus'],
        [Element.prototype, 'shadowRoot localName closest matches'],
      ] as const) {
        for (const name of names.split(' ')) Object.defineProperty(owner, name, { get: lie, configurable: true });
      }
      Range.prototype.toString = lie;
      CharacterData.prototype.substringData = lie;
      RegExp.prototype.exec = lie;
      RegExp.prototype.test = lie;
      MutationObserver.prototype.observe = lie;
      Object.assign(window, {
        MutationObserver: lie,
        IntersectionObserver: lie,
        chrome: undefined,
        browser: undefined,
      });
      CSS.highlights.clear();
      HighlightRegistry.prototype.set = lie;
      document.documentElement.insertAdjacentHTML('beforeend', '<p>01-02-C-D3E</p>');
    });
    await waitForIds(connected, [ONE, TWO, THREE, '01-02-C-D3E']);
    expect(await heard()).toEqual(['page.ticketsSeen']);
    await expect.poll(() => web.evaluate(() => CSS.highlights.size)).toBe(1);
  });
});

test('names that a page gives its elements do not get into our way', async ({ connected }) => {
  const names = 'deskside desksidePage browser chrome runtime scheduler Highlight document window top'.split(' ');
  const fields =
    'runtime i18n dom localName parentElement parentNode matches closest isConnected nodeType scrollIntoView';
  const controls = fields.split(' ').map((name) => `<input name="${name}"><input name="${name}">`);
  const forms = names.map((name) => `<form id="${name}" name="${name}">${controls.join('')}</form>`);
  const html = `<title>Named</title><form name="head"><p>${ONE}</p>${TWO}${controls.join('')}</form>${forms.join('')}`;
  await serveWeb(connected.context, { '/': html });
  const web = connected.page;
  await web.goto(`${WEB}/`);
  await waitForIds(connected, [ONE, TWO]);
  await expect.poll(() => web.evaluate(() => [...CSS.highlights.values()].map(({ size }) => size))).toEqual([2]);
  await web.evaluate((id) => document.querySelector('p')?.after(` ${id} `), THREE);
  await waitForIds(connected, [ONE, THREE, TWO]);
  const { x, y } = await placeOfText(web, TWO);
  await web.mouse.move(x, y);
  await waitForCard(web);
});

test('what is typed is not read, and no key makes us work', async ({ connected }) => {
  const web = connected.page;
  await serveWeb(connected.context, {
    '/': `<title>Compose</title><p>${ONE}</p><div id="compose" contenteditable><p>x</p></div><x-field></x-field>
      <input id="input"><textarea id="area"></textarea><script>
      const root = document.querySelector('x-field').attachShadow({ mode: 'open' });
      root.innerHTML = '<div contenteditable id="inner"><x-chip></x-chip></div>';
      const chip = root.querySelector('x-chip').attachShadow({ mode: 'open' });
      chip.innerHTML = '<b>x</b>'; window.chip = chip.firstChild;</script>`,
  });
  await web.goto(`${WEB}/`);
  await waitForIds(connected, [ONE]);
  // From now on every read of a text by our own world is put down.
  await connected.evaluateInContentScript(
    web,
    `(() => {
      globalThis.reads = [];
      const note = (owner, name, textOf) => {
        const own = Object.getOwnPropertyDescriptor(owner, name);
        const read = function (...input) { reads.push(name + ': ' + String(textOf(this)).slice(0, 60)); return (own.get ?? own.value).apply(this, input); };
        Object.defineProperty(owner, name, own.get ? { ...own, get: read } : { ...own, value: read });
      };
      const dataOf = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data').get;
      const textOf = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent').get;
      const toText = Range.prototype.toString;
      for (const name of ['data', 'substringData']) note(CharacterData.prototype, name, (node) => dataOf.call(node));
      note(Text.prototype, 'wholeText', (node) => dataOf.call(node));
      note(Node.prototype, 'textContent', (node) => textOf.call(node));
      note(Range.prototype, 'toString', (range) => toText.call(range));
      for (const [owner, name] of [[Document.prototype, 'getSelection'], [Document.prototype, 'elementFromPoint'], [Document.prototype, 'activeElement'], [Range.prototype, 'getClientRects']])
        note(owner, name, () => '');
    })()`,
  );
  for (const field of ['#compose', '#inner', '#input', '#area']) {
    await web.locator(field).click();
    await web.keyboard.type(`about ${TWO} and more `);
    await web.keyboard.press('Enter');
  }
  await web.evaluate((id) => {
    (window as unknown as { chip: Element }).chip.textContent = id;
  }, THREE);
  // What stands outside is read, and only that.
  await web.evaluate((id) => document.body.append(`changed ${id}`), FOUR);
  await waitForIds(connected, [ONE, FOUR]);
  const reads = await connected.evaluateInContentScript<string[]>(web, 'reads');
  expect(reads.filter((read) => !read.includes('changed') && !read.startsWith('getClientRects'))).toEqual([]);
  expect(reads.join()).toContain('changed');

  const listeners = await ownListeners(web, connected.origin);
  expect(listeners.filter((name) => /key|input|composition|selection|focus/.test(name))).toEqual(['keydown']);
});

/** The events that our world listens to on the window and the document. */
async function ownListeners(page: Page, origin: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const world = new Promise<number>((found) => {
    session.on('Runtime.executionContextCreated', ({ context }) => context.origin === origin && found(context.id));
  });
  await session.send('Runtime.enable');
  const contextId = await world;
  const names: string[] = [];
  for (const expression of ['window', 'document']) {
    const { result } = await session.send('Runtime.evaluate', { contextId, expression });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
    names.push(...listeners.map(({ type }) => type));
  }
  await session.detach();
  return names;
}
