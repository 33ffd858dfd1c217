/** Pages of the web as a test writes them, and what of Deskside is to be seen in them from outside. */
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import type { Chromium } from './chromium.ts';
import { until } from './until.ts';

export const WEB = 'https://mail.example';

/** Serves these pages, by path, on a host of the web; what is not among them is an empty page. */
export async function serveWeb(context: BrowserContext, pages: Record<string, string>): Promise<void> {
  await context.route(`${WEB}/**`, (route) => {
    const body = pages[new URL(route.request().url()).pathname] ?? '';
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html>${body}` });
  });
}

export interface SeenFrame {
  ids: string[];
  scan: string;
}

/** What the worker keeps of the frames of each tab, by `tab:frame`. */
export async function readFrames({ worker }: Chromium): Promise<Record<string, SeenFrame>> {
  const running = await worker();
  return running.evaluate<Record<string, SeenFrame>>(`chrome.storage.session.get(null).then((all) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith('frame:'))
      .map(([key, { value }]) => [key.slice(6), value])))`);
}

/** Waits until just these IDs stand in the worker's list of the active tab, over all its frames. */
export async function waitForIds(chromium: Chromium, ids: readonly string[]): Promise<void> {
  const wanted = ids.join(' ');
  let last = '';
  await until(`the IDs ${wanted}`, async () => {
    const running = await chromium.worker();
    const tabId = await running.evaluate<number>('chrome.tabs.query({ active: true }).then(([{ id }]) => id)');
    const frames = Object.entries(await readFrames(chromium)).filter(([name]) => name.startsWith(`${tabId}:`));
    const frameId = (name: string) => Number(name.split(':')[1]);
    frames.sort(([a], [b]) => frameId(a) - frameId(b));
    last = [...new Set(frames.flatMap(([, frame]) => frame.ids))].join(' ');
    return last === wanted;
  }).catch((failure: Error) => {
    throw new Error(`${failure.message} There are: ${last}`, { cause: failure });
  });
}

export interface Card {
  text: string;
  /** Names of its buttons and the middle of each, in CSS pixels of the view. */
  buttons: Record<string, { x: number; y: number }>;
  /** Its edges, in CSS pixels of the view. */
  edges: { left: number; top: number; right: number; bottom: number };
}

interface DomNode {
  nodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

/** The open card, which stands in a closed root that only DevTools can look into; null where there is none. */
export async function readCard(page: Page): Promise<Card | null> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const box = findNode(root as DomNode, ({ attributes = [] }) => attributes.join(' ').includes('role dialog'));
    if (box === undefined) return null;
    const buttons: Card['buttons'] = {};
    for (const button of (box.children ?? []).filter(({ nodeName }) => nodeName.toUpperCase() === 'BUTTON'))
      buttons[textOf(button)] = await middleOf(session, button.nodeId);
    return { text: textOf(box), buttons, edges: await edgesOf(session, box.nodeId) };
  } catch (failure) {
    // It was closed between two questions, or is not shown for its dialog was.
    if (/Could not (find node|compute box model)/.test(String(failure))) return null;
    throw failure;
  } finally {
    await session.detach();
  }
}

export function waitForCard(page: Page): Promise<Card> {
  return until('the card', () => readCard(page));
}

async function middleOf(session: CDPSession, nodeId: number): Promise<{ x: number; y: number }> {
  const { left, top, right, bottom } = await edgesOf(session, nodeId);
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

async function edgesOf(session: CDPSession, nodeId: number): Promise<Card['edges']> {
  const { model } = await session.send('DOM.getBoxModel', { nodeId });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
  return { left, top, right, bottom };
}

function findNode(node: DomNode, isIt: (node: DomNode) => boolean): DomNode | undefined {
  if (isIt(node)) return node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = findNode(child, isIt);
    if (found !== undefined) return found;
  }
  return undefined;
}

function textOf(node: DomNode): string {
  if (node.nodeName === '#text') return node.nodeValue;
  return (node.children ?? []).map(textOf).filter(Boolean).join(' ');
}

/** Where a text stands in the page, its roots that the page keeps in `window.roots` included. */
export async function placeOfText(page: Page, text: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const trees: Node[] = [
      document.body ?? document.documentElement,
      ...((window as { roots?: ShadowRoot[] }).roots ?? []),
    ];
    for (const tree of trees) {
      const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { left, top, width, height } = range.getBoundingClientRect();
        // Scripts hold it too, and what is not displayed.
        if (width > 0) return { x: left + width / 2, y: top + height / 2 };
      }
    }
    throw new Error(`No ${wanted}`);
  }, text);
}

/** Pixels of this colour, give or take what smoothing makes of it, around a point of the view. */
export async function countColour(
  page: Page,
  { x, y }: { x: number; y: number },
  [red, green, blue]: readonly [number, number, number],
): Promise<number> {
  const clip = { x: Math.max(0, x - 60), y: Math.max(0, y - 16), width: 120, height: 32 };
  const picture = (await page.screenshot({ clip, animations: 'disabled' })).toString('base64');
  return page.evaluate(
    async ([data, r, g, b]) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data: pixels = [] } = context?.getImageData(0, 0, image.width, image.height) ?? {};
      const isNear = (at: number) =>
        [r, g, b].every((value, channel) => Math.abs((pixels[at + channel] ?? 0) - value) <= 6);
      let count = 0;
      for (let at = 0; at < pixels.length; at += 4) if (isNear(at)) count++;
      return count;
    },
    [picture, red, green, blue] as const,
  );
}

/** Over white, as `page-marks.css` has them. */
export const MARK_COLOURS = { underline: [114, 144, 255], tint: [216, 225, 255], lit: [255, 217, 89] } as const;
