/** The number on the toolbar button: how many tickets stand on the tab's page. */
import { browser } from 'wxt/browser';

/** Shows the count for a tab; none when it is 0. A tab that is gone is no matter. */
export async function showCount(tabId: number, count: number): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text: count === 0 ? '' : String(count) });
  } catch {
    // The tab was closed meanwhile.
  }
}

/** Dark enough for white digits. */
export async function colourBadge(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#0b57d0' });
  await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
}
