/** The canary: every key of the sandbox desk is looked for in all that a browser of the suite shows, says, stores and sends. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { KEYS } from '../sandbox/desk-people.ts';
import type { Call } from '../sandbox/desk-types.ts';

/** A line of JSON for each browser and desk; tests/support/find-canary.ts sums them up. */
export const TALLY = '.cache/canary/tally.jsonl';

export interface Tally {
  where: string;
  places: number;
  hits: number;
}

/** A key and what simple encodings make of it. */
export function spellings(key: string): string[] {
  const bytes = Buffer.from(key);
  return [
    key,
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('hex'),
    encodeURIComponent(key),
    [...key].reverse().join(''),
  ];
}

/** All but the key that tests enter for another address. */
const CANARIES = [KEYS.agent, KEYS.admin, KEYS.restricted].flatMap(spellings);

/** True for a text in which a key stands, however it is spelled. */
export function hasKey(text: string): boolean {
  return CANARIES.some((key) => text.includes(key));
}

/** What one browser, or one desk, was seen to say. */
export class Canary {
  readonly #where: string;
  readonly #hits = new Set<string>();
  #places = 0;

  constructor(where: string) {
    this.#where = where;
  }

  look(place: string, text: string | null | undefined): void {
    this.#places++;
    if (text && hasKey(text)) this.#hits.add(place);
  }

  /** Writes down how many places were looked at. Throws when a key was found in one. */
  end(): void {
    const tally: Tally = { where: this.#where, places: this.#places, hits: this.#hits.size };
    mkdirSync(dirname(TALLY), { recursive: true });
    appendFileSync(TALLY, `${JSON.stringify(tally)}\n`);
    if (this.#hits.size > 0) throw new Error(`A key of the desk was found in: ${[...this.#hits].join(', ')}`);
  }
}

/** Set for the browser tests (playwright.config.ts); tools that only use the browsers are not slowed down. */
export const isWatching = () => process.env.DESKSIDE_CANARY === '1';

/** All markup, text and field values of a document, open shadow roots included; as an expression. */
export const WHOLE_PAGE = `(() => {
  const inside = (root) => [...root.querySelectorAll('*')].flatMap((element) => [
    element.value === undefined ? '' : String(element.value),
    ...(element.shadowRoot ? [element.shadowRoot.innerHTML, ...inside(element.shadowRoot)] : []),
  ]);
  return document.documentElement.outerHTML + inside(document).join(' ');
})()`;

/** All that our pages can read of extension storage and of an export; as an expression that awaits. `api`: chrome or browser. */
export const wholeStorage = (api: string) => `Promise.all([
  ${api}.storage.local.get(null), ${api}.storage.session.get(null), ${api}.storage.sync.get(null),
  ${api}.runtime.sendMessage({ name: 'data.export' }),
]).then((all) => all.map((part) => JSON.stringify(part)))`;

/** Listens to the consoles of a Chromium from its start, and looks at the rest before it ends. */
export function watchChromium(context: BrowserContext, origin: string): { end(): Promise<void> } {
  const canary = new Canary('Chromium');
  if (!isWatching()) return { end: async () => {} };
  context.on('console', (message) => canary.look('console', message.text()));
  context.on('weberror', (error) => canary.look('error', String(error.error()?.stack ?? error.error())));
  context.on('request', (request) => {
    if (!request.url().startsWith('https://acme.sympoq.com/'))
      canary.look('request', `${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`);
  });
  const listen = (worker: { on(event: 'console', heard: (message: { text(): string }) => void): unknown }) =>
    worker.on('console', (message) => canary.look('console of the worker', message.text()));
  for (const worker of context.serviceWorkers()) listen(worker);
  context.on('serviceworker', listen);
  return {
    async end() {
      // A browser that a test has closed, or that hangs, has nothing more to show.
      await inTime(lookAtPages(context, canary, origin));
      canary.end();
    },
  };
}

async function lookAtPages(context: BrowserContext, canary: Canary, origin: string): Promise<void> {
  for (const page of context.pages()) {
    const name = page.url().startsWith(origin) ? new URL(page.url()).pathname : 'web page';
    for (const frame of page.frames()) canary.look(name, await frame.evaluate<string>(WHOLE_PAGE).catch(() => ''));
  }
  const own = context.pages().find((page) => page.url().startsWith(origin)) ?? (await openOwn(context, origin));
  const parts = await own.evaluate<string[]>(wholeStorage('chrome'));
  for (const part of parts) canary.look('storage or export', part);
}

async function openOwn(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/popup.html`);
  return page;
}

const LOOK_MS = 5_000;

/** Whatever it ends with, and at most for a while. */
export async function inTime(looking: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LOOK_MS);
  });
  await Promise.race([looking.catch(() => {}), late]).finally(() => clearTimeout(timer));
}

/** Looks at every request a desk got in its life: a key may stand in the header of its own host, and nowhere else. */
export function lookAtCalls(calls: readonly Call[]): void {
  if (!isWatching()) return;
  const canary = new Canary('desk');
  for (const { url, rawBody, headers } of calls) {
    const { apikey, ...others } = headers;
    const isOwnHost = /^(acme\.sympoq\.com|127\.0\.0\.1)(:\d+)?$/.test(headers.host ?? '');
    canary.look('a request', `${url} ${rawBody} ${JSON.stringify(others)} ${isOwnHost ? '' : apikey}`);
  }
  canary.end();
}
