/** Brings Deskside in Chromium to where a test begins: connected to the sandbox desk, looking at every site. */
import type { Chromium } from './chromium.ts';
import { until } from './until.ts';

/** What the manifest may ask for, as the product asks for `Every site`. */
export const everySite: readonly string[] = ['https://*/*', 'http://*/*'];

interface Answer {
  ok: boolean;
  value?: unknown;
}

/** Asks the worker from a page of ours, as panel, popup and settings do. Throws what failed where the answer is a failure. */
export async function askWorker(chromium: Chromium, name: string, input?: unknown): Promise<unknown> {
  const page = await chromium.openExtensionPage('popup.html');
  try {
    const message = JSON.stringify({ name, input });
    const answer = await page.evaluate<Answer>(`chrome.runtime.sendMessage(${message})`);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return answer.value;
  } finally {
    await page.close();
  }
}

/** Connects as the settings page does after its `Connect` was clicked; that page itself has tests of its own. */
export async function connect(chromium: Chromium, key: string, address = 'acme'): Promise<void> {
  await askWorker(chromium, 'connection.connect', { address, key });
}

/** Grants every site and waits until the browser runs the content script there. */
export async function lookEverywhere(chromium: Chromium): Promise<void> {
  await chromium.grantHosts(everySite);
  await until('the content script to be registered', async () => {
    const worker = await chromium.worker();
    const scripts = await worker.evaluate<{ matches?: string[] }[]>('chrome.scripting.getRegisteredContentScripts()');
    return scripts.some(({ matches }) => (matches?.length ?? 0) > 0);
  });
}
