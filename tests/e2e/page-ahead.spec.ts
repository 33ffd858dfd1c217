/** A page that Chromium makes ready ahead of time is judged by its own site once it is there, not by the page before it. */
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { endChild, startChild } from '../support/children.ts';
import { launchChromium } from '../support/chromium.ts';
import { askWorker, lookEverywhere } from '../support/connect.ts';
import { findChromium } from '../support/find-browsers.ts';
import { expect, test } from '../support/fixtures.ts';
import { until } from '../support/until.ts';

/** What the page of the second site says of itself once it stands in the tab. */
interface Told {
  /** Milliseconds that it was there before; 0: it was not made ready ahead of time. */
  ahead: number;
  marks: number;
}

/** Asks for the other one to be made ready, and goes there when that is done. */
const before = (to: string) => `<!doctype html><title>Before</title><p>09-13-O-TW4</p>
<script type="speculationrules">${JSON.stringify({ prerender: [{ urls: [to], eagerness: 'immediate' }] })}</script>
<script>fetch('/is-ready').then(() => { location.href = ${JSON.stringify(to)}; });</script>`;

const after = `<!doctype html><title>After</title><p>11-14-3-AS7</p><script>
const ahead = () => performance.getEntriesByType('navigation')[0].activationStart;
const marks = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
const tell = (left) => marks() > 0 || left === 0 ? fetch('/told?' + ahead() + '&' + marks()) : setTimeout(tell, 100, left - 1);
// Time enough for the content script to look around while it is not there yet.
setTimeout(() => fetch('/ready'), 2000);
const start = () => tell(80);
if (document.prerendering) document.addEventListener('prerenderingchange', start);
else start();
</script>`;

/** Two hosts of one site: only there may a page ask for one of another origin. */
const hostOf = (server: Server, name: string) =>
  `http://${name}.site.localhost:${(server.address() as AddressInfo).port}`;

/** Serves both pages, and waits for what the second one tells. */
async function serve() {
  const ready = Promise.withResolvers<void>();
  const told = Promise.withResolvers<Told>();
  const server = createServer(({ url = '/' }, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('supports-loading-mode', 'credentialed-prerender');
    const [path, query = ''] = url.split('?');
    if (path === '/is-ready') return void ready.promise.then(() => response.end());
    if (path === '/ready') ready.resolve();
    const [ahead = 0, marks = 0] = query.split('&').map(Number);
    if (path === '/told') told.resolve({ ahead, marks });
    response.end(path === '/before' ? before(`${hostOf(server, 'on')}/after`) : after);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, told: told.promise };
}

test('a page made ready in the tab of a site that is switched off', async () => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'deskside-ahead-'));
  const { server, told } = await serve();
  const prepared = await launchChromium({ userDataDir, welcome: 'closed' });
  await lookEverywhere(prepared);
  await askWorker(prepared, 'settings.change', { changes: { offSites: [hostOf(server, 'off')] } });
  await prepared.close();
  const extension = await realpath('.output/chrome-mv3');
  // A tab that DevTools are attached to, as Playwright is to all, has no page made ready for it: it is only opened here.
  const chromium = startChild(findChromium(), [
    '--headless=new',
    '--no-sandbox',
    '--no-first-run',
    '--disable-gpu',
    `--user-data-dir=${userDataDir}`,
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    '--remote-debugging-port=0',
  ]);
  const devTools = async (path: string, method = 'GET') => {
    const [port] = (await readFile(join(userDataDir, 'DevToolsActivePort'), 'utf8')).split('\n');
    return fetch(`http://127.0.0.1:${port}/json/${path}`, { method });
  };
  try {
    // Chromium takes the extension for newly installed: a page that opened after ours would push it behind.
    await until('the first-start page', async () => (await (await devTools('list')).text()).includes('Welcome'));
    // The worker serves the open pages anew at its start, which would hide what is tried here.
    await delay(5_000);
    await devTools(`new?${hostOf(server, 'off')}/before`, 'PUT');
    // A time limit of its own, for after that of the test nothing here ends the browser.
    const silence = delay(30_000, undefined, { ref: false }).then(() => Promise.reject(new Error('Nothing was told.')));
    const { ahead, marks } = await Promise.race([told, silence]);
    expect(ahead, 'it was made ready ahead of time').toBeGreaterThan(0);
    expect(marks).toBe(1);
  } finally {
    await endChild(chromium);
    server.closeAllConnections();
    server.close();
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
