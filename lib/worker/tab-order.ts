/** Orders to the content scripts of a tab. */
import { browser } from 'wxt/browser';
import type { TabOrders } from '../protocol/tab-orders.ts';

/** Tells every frame of a tab; the answer is the first frame's, undefined where nobody listens. Never throws. */
export function orderTab<N extends keyof TabOrders>(
  tabId: number,
  name: N,
  ...input: Parameters<TabOrders[N]>
): Promise<unknown> {
  return send(tabId, { name, input: input[0] }).catch(() => undefined);
}

/** Tells one frame of a tab; undefined where nobody listens. Never throws. */
export function orderFrame<N extends keyof TabOrders>(
  { tabId, frameId }: { tabId: number; frameId: number },
  name: N,
  ...input: Parameters<TabOrders[N]>
): Promise<unknown> {
  return send(tabId, { name, input: input[0] }, { frameId }).catch(() => undefined);
}

/** True when a script of ours heard it: in this frame, or in any of the tab where none is named. */
export function hearsOrder<N extends keyof TabOrders>(
  { tabId, frameId }: { tabId: number; frameId?: number },
  name: N,
  ...input: Parameters<TabOrders[N]>
): Promise<boolean> {
  return send(tabId, { name, input: input[0] }, frameId === undefined ? {} : { frameId }).then(
    () => true,
    () => false,
  );
}

/** Rejects where nobody listens. */
async function send(
  tabId: number,
  order: { name: keyof TabOrders; input: unknown },
  target: { frameId?: number } = {},
): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, order, target);
}
