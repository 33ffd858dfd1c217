/** A browser with Deskside connected to the sandbox desk, on which every state of every surface can be put on show. */
import type { Page } from '@playwright/test';
import type { OutboxState } from '../../lib/tickets/actions.ts';
import type { Failure } from '../../lib/tickets/failure.ts';
import type { OutboxEntry } from '../../lib/tickets/outbox-entry.ts';
import { type Desk, startDesk } from '../sandbox/desk.ts';
import { AGENTS, GROUPS, type Named, QUEUES, TOPICS } from '../sandbox/desk-people.ts';
import type { DeskOptions } from '../sandbox/desk-types.ts';
import { type Chromium, launchChromium } from './chromium.ts';

export type Surface = 'panel' | 'popup' | 'options';

const PAGES: Record<Surface, string> = { panel: 'sidepanel.html', popup: 'popup.html', options: 'options.html' };

/** The kinds of stored items that belong to one state; the connection, the names and the settings stay. */
const OF_A_STATE = [
  'frame',
  'tab',
  'ticket',
  'draft',
  'outbox',
  'outcome',
  'open',
  'shown',
  'selection',
  'resting',
  'asked',
  'rowReads',
];

export interface Scene {
  stage: Stage;
  desk: Desk;
  /** The surface, in a tab of its own. */
  page: Page;
  /** Puts items into `storage.session` as the worker would: key → value. */
  put(items: Record<string, unknown>): Promise<void>;
  /** A stored item's value. */
  stored<T>(key: string): Promise<T>;
  /** Lets the surface stand beside a page with these tickets. */
  showPage(ids: string[], change?: { state?: string; scan?: string; origin?: string | null }): Promise<void>;
  /** Goes to another tab, of which nothing is known yet; `showPage` is of that one from now on. */
  switchTab(): Promise<void>;
  /** Shows the outbox's entries, oldest first, in these states, whatever the worker does with them meanwhile. */
  pinOutbox(states: OutboxState[]): Promise<void>;
  /** Draws the surface anew with a worker that fails these requests: for what no test can bring about in a second. */
  failing(failures: Record<string, Failure>): Promise<void>;
  /** Asks the worker as our own pages do; throws on a failure. */
  ask<T = unknown>(name: string, input?: unknown): Promise<T>;
}

export interface Stage {
  browser: Chromium;
  desk: Desk;
  /** Opens a surface with nothing in it of the state before. */
  open(surface: Surface, size: { width: number; height: number }): Promise<Scene>;
  close(): Promise<void>;
}

/** Starts desk and browser and connects them with the agent's key. */
export async function openStage(options: DeskOptions = {}): Promise<Stage> {
  const desk = await startDesk({ zone: 'UTC', ...options });
  const browser = await launchChromium({ deskPort: desk.port, spki: desk.spki });
  let always: Record<string, unknown> = {};
  const stage: Stage = {
    browser,
    desk,
    open: (surface, size) => openScene(stage, surface, size, always),
    close: async () => {
      await browser.close();
      await desk.close();
    },
  };
  const page = await browser.openExtensionPage(PAGES.popup);
  await connect(page, desk);
  await nameAll(page);
  await askFrom(page, 'settings.change', { changes: AGENT });
  const { connection, settings } = await readStored<Record<string, unknown>>(page);
  // Nothing is said to be missing: here no site was asked for.
  always = { connection, settings, sites: { v: 1, value: { missing: [], missingDesk: null } } };
  await page.close();
  return stage;
}

/** Whose browser it is. Long enough to undo that a state stands still for its pictures. */
const AGENT = {
  agentNumber: 10,
  agentName: 'Joel Mercury',
  undoSeconds: 30,
  cannedReplies: [
    { id: 'more', title: 'Ask for more', text: 'Hello {{customer.firstName}},\n\nwhich browser do you use?' },
    { id: 'done', title: 'Solved', text: 'Hello {{customer.name}}, this is solved.\n{{agent.name}}' },
    { id: 'visit', title: 'Visit', text: 'We come to you on {{day}}. {{agent.name}}' },
  ],
};

/** The names of all the desk's numbers, as an agent could have typed them. */
async function nameAll(page: Page): Promise<void> {
  const named = (list: readonly Named[]) =>
    Object.fromEntries(list.map(({ id, name }) => [id, { name, from: 'agent' }]));
  const names = { queues: named(QUEUES), topics: named(TOPICS), agents: named(AGENTS), groups: named(GROUPS) };
  await askFrom(page, 'names.change', { names });
}

/** All of `storage.session`. */
function readStored<T = Record<string, unknown>>(page: Page): Promise<T> {
  return page.evaluate<T>('chrome.storage.session.get(null)');
}

/** As the settings page does after its click. */
export async function connect(page: Page, desk: Desk): Promise<void> {
  await askFrom(page, 'connection.connect', { address: 'acme', key: desk.keys.admin });
}

async function openScene(
  stage: Stage,
  surface: Surface,
  size: { width: number; height: number },
  always: Record<string, unknown>,
): Promise<Scene> {
  const { browser, desk } = stage;
  desk.clearFaults();
  await browser.context.setOffline(false);
  const page = await browser.context.newPage();
  await page.setViewportSize(size);
  let tabId = nextTab++;
  await standBeside(page, tabId);
  await page.goto(`${browser.origin}/${PAGES[surface]}`);
  await emptyOutbox(page);
  await forgetState(page, always);
  const put = (items: Record<string, unknown>) => putItems(page, items);
  return {
    stage,
    desk,
    page,
    put,
    stored: async <T>(key: string) => (await readStored<Record<string, { value: T }>>(page))[key]?.value as T,
    showPage: async (ids, { state = 'on', scan = 'done', origin = 'https://mail.example.com' } = {}) => {
      await put({ [`tab:${tabId}`]: { origin, state } });
      if (state === 'on') await put({ [`frame:${tabId}:0`]: { documentId: null, ids, scan, at: 0 } });
      else await page.evaluate(`chrome.storage.session.remove('frame:${tabId}:0')`);
    },
    switchTab: async () => {
      tabId = nextTab++;
      await page.evaluate(`globalThis.tabBeside = ${tabId}; chrome.tabs.onActivated.dispatch({})`);
    },
    pinOutbox: (states) => pinOutbox(page, states),
    failing: (failures) => failRequests(page, failures),
    ask: (name, input) => askFrom(page, name, input),
  };
}

/** Ids of no tab, another for each scene. */
let nextTab = 900_000_000;

/**
 * What the surface takes for the tab beside it is none that the worker knows: of a real one it would say at any moment
 * that it is none of the web, and the surface would be drawn anew while a state is made or looked at.
 */
async function standBeside(page: Page, tabId: number): Promise<void> {
  await page.addInitScript(`(() => {
    globalThis.tabBeside = ${tabId};
    const query = chrome.tabs.query.bind(chrome.tabs);
    chrome.tabs.query = (wanted, tell) => {
      const answer = query(wanted).then((tabs) => tabs.map((tab) => ({ ...tab, id: tabBeside })));
      return tell ? void answer.then(tell) : answer;
    };
  })()`);
}

/** Puts the entries and holds them against the worker. */
async function pinOutbox(page: Page, states: OutboxState[]): Promise<void> {
  const stored = await readStored<Record<string, { value: OutboxEntry }>>(page);
  const entries = Object.entries(stored)
    .filter(([key]) => key.startsWith('outbox:'))
    .sort(([, a], [, b]) => a.value.createdAt - b.value.createdAt);
  const pinned = entries.map(([key, { value }], at) => [
    key,
    { v: 1, value: { ...value, state: states[at] ?? value.state } },
  ]);
  await page.evaluate(`(() => {
    const { session } = chrome.storage;
    const pinned = ${JSON.stringify(Object.fromEntries(pinned))};
    const isAsPinned = (key, value) => JSON.stringify(value) === JSON.stringify(pinned[key]);
    session.onChanged.addListener((changes) => {
      for (const [key, { newValue }] of Object.entries(changes))
        if (key in pinned && !isAsPinned(key, newValue)) session.set({ [key]: pinned[key] });
    });
    return session.set(pinned);
  })()`);
}

async function failRequests(page: Page, failures: Record<string, Failure>): Promise<void> {
  await page.addInitScript(`(() => {
    const failures = ${JSON.stringify(failures)};
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    chrome.runtime.sendMessage = (message, ...rest) => {
      const failure = failures[message?.name];
      if (!failure) return send(message, ...rest);
      rest.at(-1)?.({ ok: false, failure });
      return Promise.resolve({ ok: false, failure });
    };
  })()`);
  await page.reload();
}

async function putItems(page: Page, items: Record<string, unknown>): Promise<void> {
  const versioned = Object.fromEntries(Object.entries(items).map(([key, value]) => [key, { v: 1, value }]));
  await page.evaluate((all) => {
    const { storage } = (
      globalThis as unknown as { chrome: { storage: { session: { set(items: unknown): unknown } } } }
    ).chrome;
    return storage.session.set(all);
  }, versioned);
}

/** Discards what a state before left behind, as an agent would. */
async function emptyOutbox(page: Page): Promise<void> {
  for (const [key, { value }] of Object.entries(await readStored<Record<string, { value: object }>>(page))) {
    const [kind, id] = key.split(':');
    if (kind === 'outbox') await askFrom(page, 'action.discard', { id }).catch(() => {});
    if (kind === 'outcome') await askFrom(page, 'action.seen', { ids: [id] }).catch(() => {});
    if (kind === 'draft') await askFrom(page, 'draft.discard', value).catch(() => {});
  }
}

/** `always`: items that a state may have changed, as they are stored. */
async function forgetState(page: Page, always: Record<string, unknown>): Promise<void> {
  await page.evaluate(`chrome.storage.session.get(null).then((all) => {
    const kinds = ${JSON.stringify(OF_A_STATE)};
    return chrome.storage.session.remove(Object.keys(all).filter((key) => kinds.includes(key.split(':')[0])))
      .then(() => chrome.storage.session.set(${JSON.stringify(always)}));
  })`);
}

/** Sends a request from one of our pages; throws what went wrong. */
async function askFrom<T>(page: Page, name: string, input?: unknown): Promise<T> {
  const message = JSON.stringify({ name, input });
  const answer = await page.evaluate<{ ok: boolean; value: T; failure?: unknown }>(
    `chrome.runtime.sendMessage(${message})`,
  );
  if (!answer?.ok) throw new Error(`${name} was answered ${JSON.stringify(answer?.failure ?? answer)}`);
  return answer.value;
}
