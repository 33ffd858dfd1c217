/** Starts detection in a frame of a web page and connects it with the worker. Wiring only. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type ContentWorld, type Frame, pageKey, startFrame } from '../lib/detect/frame.ts';
import { awaitFilled, isFilled } from '../lib/detect/view.ts';
import { askFromPage, pageApi } from '../lib/protocol/ask-from-page.ts';
import type { TabOrders } from '../lib/protocol/tab-orders.ts';
import type { FrameIds } from '../lib/tickets/page-state.ts';

/**
 * The content script, built as a plain script: what WXT wraps around its own content scripts posts to the page's window
 * and can be ended from there by a forged event. Where it runs is the agent's choice; the worker registers it.
 */
export default defineUnlistedScript(start);

const world = globalThis as ContentWorld;

function start(): void {
  // A second run of a living script ends itself; one whose extension was updated or removed ends when it is asked.
  if (world[pageKey]?.isAlive()) return;
  if (isFilled()) look();
  else waitForMore();
}

/** Most frames within pages are empty and stay so: this is all that they pay for us. */
function waitForMore(): void {
  const observer = awaitFilled(() => isAlive() && look());
  const isAlive = () => {
    if (hasExtension()) return true;
    observer.disconnect();
    world[pageKey] = undefined;
    return false;
  };
  world[pageKey] = { isAlive, show: () => undefined };
}

function look(): void {
  const stop = new AbortController();
  const { signal } = stop;
  const isAlive = () => {
    if (!hasExtension()) stop.abort();
    return !signal.aborted;
  };
  /** What the agent chose may have changed while nobody could tell us, and the worker asks which frames stand. */
  const renew = async (hasCome = false) => {
    if (!isAlive() || isAhead()) return;
    const answer = await askFromPage('page.setup', { hasCome });
    if (answer.ok && !signal.aborted && !frame.apply(answer.value)) frame.again();
  };
  let hasIds = false;
  const report = (seen: FrameIds) => {
    hasIds = seen.ids.length > 0;
    void askFromPage('page.ticketsSeen', seen);
  };
  const frame = startFrame({
    openRoot,
    isAlive,
    onFrameGone: () => void renew(),
    onRewritten: () => listenToPage(),
    report,
    onSomething: () => void askFromPage('page.show'),
    signal,
  });
  world[pageKey] = { isAlive, show: frame.show };
  signal.addEventListener('abort', () => {
    world[pageKey] = undefined;
  });
  // Back from the back-forward cache. A page can send these events too, but no trusted ones.
  const onShow = (event: PageTransitionEvent) => event.isTrusted && event.persisted && void renew(true);
  // Firefox tells the worker nothing of a frame that goes to where no script of ours has something to say.
  const onHide = (event: Event) => event.isTrusted && hasIds && report({ ids: [], scan: 'done' });
  const listenToPage = () => {
    addEventListener('pageshow', onShow, { signal });
    if (import.meta.env.FIREFOX && window !== window.top) addEventListener('pagehide', onHide, { signal });
  };
  listenToPage();
  if (isAhead())
    document.addEventListener('prerenderingchange', (event) => event.isTrusted && void renew(true), { signal });
  listen(frame, renew, stop);
  void renew(true);
}

/** True in a page that is made ready ahead of time: it would be judged by the one that still stands in its tab. */
function isAhead(): boolean {
  return (document as { prerendering?: boolean }).prerendering === true;
}

/** An update or a removal of the extension leaves its old scripts running, without an id. */
function hasExtension(): boolean {
  try {
    return pageApi().runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** Chromium gives its content scripts a function for this, Firefox gives elements a property. */
function openRoot(element: Element): ShadowRoot | null {
  const root = 'openOrClosedShadowRoot' in element ? element.openOrClosedShadowRoot : openInChromium(element);
  // A form answers with its control of that name.
  return root instanceof ShadowRoot ? root : null;
}

function openInChromium(element: Element): ShadowRoot | null | undefined {
  return element instanceof HTMLElement ? pageApi().dom?.openOrClosedShadowRoot(element) : null;
}

type Orders = { [N in keyof TabOrders]: (...input: Parameters<TabOrders[N]>) => ReturnType<TabOrders[N]> | undefined };

function listen(frame: Frame, renew: () => Promise<void>, stop: AbortController): void {
  const orders: Orders = {
    'tab.setup': () => void renew(),
    'tab.showMatch': ({ id }) => (frame.showMatch(id) ? { shown: true } : undefined),
    'tab.isThere': () => undefined,
    'tab.stop': () => stop.abort(),
  };
  const onMessage = (message: unknown, _sender: unknown, answer: (value: unknown) => void) => {
    const { name, input } = message as { name: keyof TabOrders; input: never };
    const value = Object.hasOwn(orders, name) ? orders[name](input) : undefined;
    if (value !== undefined) answer(value);
  };
  const channel = pageApi().runtime?.onMessage;
  channel?.addListener(onMessage);
  stop.signal.addEventListener('abort', () => hasExtension() && channel?.removeListener(onMessage));
}
