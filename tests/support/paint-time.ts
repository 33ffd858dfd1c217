/** How soon the panel paints a ticket that is stored, counted from the start of its script and of its loading. */
import type { Chromium } from './chromium.ts';
import { askWorker } from './connect.ts';
import { until } from './until.ts';

const ID = '11-20-K-R5D';

/** Notes when a frame with the ticket's facts in it has been painted. */
const watchPaint = `
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.ticket .facts')) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => performance.mark('ticket-painted');
      port2.postMessage(null);
    });
  }).observe(document, { childList: true, subtree: true });`;

const readPaint = `(() => {
  const at = (name) => performance.getEntriesByName(name)[0]?.startTime;
  const painted = at('ticket-painted');
  const { domInteractive } = performance.getEntriesByType('navigation')[0];
  return painted && { fromScript: painted - at('deskside-start'), fromLoading: painted - domInteractive };
})()`;

export interface PaintTime {
  /** Milliseconds from the first line of the panel's own script. */
  fromScript: number;
  /** Milliseconds from when the page was parsed: loading and evaluating all scripts is in it. */
  fromLoading: number;
}

/** Opens the panel so many times on a ticket that was read before. `chromium` is connected to a sandbox desk. */
export async function measurePaints(chromium: Chromium, runs: number): Promise<PaintTime[]> {
  await askWorker(chromium, 'ticket.refresh', { id: ID, force: true });
  const times: PaintTime[] = [];
  for (let run = 0; run < runs; run++) {
    const page = await chromium.openExtensionPage('popup.html');
    await page.evaluate(`chrome.tabs.getCurrent().then(({ windowId }) => chrome.storage.session.set({
      ['open:' + windowId]: { v: 2, value: { wanted: { ticketId: '${ID}' }, at: Date.now() } },
    }))`);
    await page.addInitScript(watchPaint);
    await page.goto(`${chromium.origin}/sidepanel.html`);
    times.push(await until('the ticket to be painted', () => page.evaluate<PaintTime | undefined>(readPaint)));
    await page.close();
  }
  return times;
}
