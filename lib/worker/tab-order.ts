/** Orders to the content scripts of a tab. */
import { browser } from 'wxt/browser';
import type { TabOrders } from '../protocol/tab-orders.ts';

/** Tells every frame of a tab; the answer is the first frame's, undefined where nobody listens. Never throws. */
export async function orderTab<N extends keyof TabOrders>(
  tabId: number,
  name: N,
  ...input: Parameters<TabOrders[N]>
): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, { name, input: input[0] });
  } catch {
    return undefined;
  }
}
