/** Starts detection in a frame of a web page and connects it with the worker. Wiring only. */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type Frame, startFrame } from '../lib/detect/frame.ts';
import { askFromPage } from '../lib/protocol/ask.ts';
import type { TabOrders } from '../lib/protocol/tab-orders.ts';

export default defineContentScript({
  // Where it runs is the agent's choice: the worker registers it for those sites.
  registration: 'runtime',
  main: start,
});

/** Where a script that was injected later finds the one before it. Pages cannot see it: the world is ours alone. */
const world = globalThis as { desksidePage?: AbortController };

function start(): void {
  world.desksidePage?.abort();
  const stop = new AbortController();
  world.desksidePage = stop;
  const frame = startFrame({
    openRoot,
    isAlive: () => {
      if (!isAlive()) stop.abort();
      return !stop.signal.aborted;
    },
    report: (report) => void askFromPage('page.ticketsSeen', report),
    signal: stop.signal,
  });
  listen(frame, stop);
  void askFromPage('page.setup').then((answer) => answer.ok && !stop.signal.aborted && frame.apply(answer.value));
}

/** An update or a removal of the extension leaves its old scripts running, without an id. */
function isAlive(): boolean {
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
  const orders: { [N in keyof TabOrders]: (...input: Parameters<TabOrders[N]>) => ReturnType<TabOrders[N]> } = {
    'tab.setup': (setup) => frame.apply(setup),
    'tab.showMatch': ({ id }) => ({ shown: frame.showMatch(id) }),
    'tab.stop': () => stop.abort(),
  };
  const onMessage = (message: unknown): Promise<unknown> | undefined => {
    const { name, input } = message as { name: keyof TabOrders; input: never };
    if (!Object.hasOwn(orders, name)) return undefined;
    return Promise.resolve({ ok: true, value: orders[name](input) });
  };
  browser.runtime.onMessage.addListener(onMessage);
  stop.signal.addEventListener('abort', () => isAlive() && browser.runtime.onMessage.removeListener(onMessage));
}
