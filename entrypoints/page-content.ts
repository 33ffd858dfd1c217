/** Starts detection in a frame of a web page and connects it with the worker. Wiring only. */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Frame, startFrame } from '../lib/detect/frame.ts';
import { askFromPage } from '../lib/protocol/ask.ts';
import type { FrameReport } from '../lib/protocol/page-requests.ts';
import type { TabOrders } from '../lib/protocol/tab-orders.ts';

/**
 * The content script, built as a plain script: what WXT wraps around its own content scripts posts to the page's window
 * and can be ended from there by a forged event. Where it runs is the agent's choice; the worker registers it.
 */
export default defineUnlistedScript(start);

interface Running {
  isAlive: () => boolean;
  stop: AbortController;
}

/** Where a script that is injected once more finds the one before it. Pages cannot see it: the world is ours alone. */
const world = globalThis as { desksidePage?: Running };

function start(): void {
  // A second run of a living script ends itself; one whose extension was updated or removed is ended here.
  if (world.desksidePage?.isAlive()) return;
  world.desksidePage?.stop.abort();
  const stop = new AbortController();
  const isAlive = () => {
    if (!hasExtension()) stop.abort();
    return !stop.signal.aborted;
  };
  world.desksidePage = { isAlive, stop };
  const report = (seen: FrameReport) => void askFromPage('page.ticketsSeen', seen);
  const frame = startFrame({ openRoot, isAlive, report, signal: stop.signal });
  listen(frame, stop);
  void askFromPage('page.setup').then((answer) => answer.ok && !stop.signal.aborted && frame.apply(answer.value));
}

/** An update or a removal of the extension leaves its old scripts running, without an id. */
function hasExtension(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** Chromium gives its content scripts a function for this, Firefox gives elements a property. */
function openRoot(element: Element): ShadowRoot | null {
  if ('openOrClosedShadowRoot' in element) return (element.openOrClosedShadowRoot as ShadowRoot | null) ?? null;
  return element instanceof HTMLElement ? browser.dom.openOrClosedShadowRoot(element) : null;
}

function listen(frame: Frame, stop: AbortController): void {
  type Answers = {
    [N in keyof TabOrders]: (...input: Parameters<TabOrders[N]>) => ReturnType<TabOrders[N]> | undefined;
  };
  const orders: Answers = {
    'tab.setup': (setup) => frame.apply(setup),
    // All frames of a tab hear this; the one that has the ID answers.
    'tab.showMatch': ({ id }) => (frame.showMatch(id) ? { shown: true } : undefined),
    'tab.stop': () => stop.abort(),
  };
  const onMessage = (message: unknown): Promise<unknown> | undefined => {
    const { name, input } = message as { name: keyof TabOrders; input: never };
    if (!Object.hasOwn(orders, name)) return undefined;
    const answer = orders[name](input);
    return answer === undefined ? undefined : Promise.resolve(answer);
  };
  browser.runtime.onMessage.addListener(onMessage);
  stop.signal.addEventListener('abort', () => hasExtension() && browser.runtime.onMessage.removeListener(onMessage));
}
