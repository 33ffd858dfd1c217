/** Drives a real Chromium with the built extension in it: pages, the real side panel and popup, the worker. */
import { createHash } from 'node:crypto';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { watchChromium } from './canary.ts';
import { evaluateInClick, evaluateInIsolatedWorld, triggerAction, watchWorkers } from './chromium-devtools.ts';
import { type ManagedPolicies, managePolicies } from './chromium-policies.ts';
import { findChromium } from './find-browsers.ts';
import { until } from './until.ts';

// Without it Playwright does not see the real side panel and popup, which are neither tabs nor windows.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';

export interface ChromiumOptions {
  /** Folder of the built extension. */
  extension?: string;
  /** Where the sandbox desk listens: every call to a name below sympoq.com ends there. */
  deskPort?: number;
  /** SHA-256 of the desk's public key, base64: the one certificate that is trusted without an authority. */
  spki?: string;
  headless?: boolean;
  /** What an organisation sets for the extension (`storage.managed`); can be changed while it runs. */
  policies?: Record<string, unknown>;
  /** A profile to keep over restarts; without it one is made and removed. */
  userDataDir?: string;
  /**
   * The page that opens when Deskside is first installed: `closed` as soon as it is there, `kept`, or `none` where it
   * does not open (an organisation's policies, a profile that knows Deskside). Closed for a new profile.
   */
  welcome?: 'closed' | 'kept' | 'none';
  /** Pages are kept when they are left, as they are for people; Playwright switches that off. */
  backForwardCache?: boolean;
  /** More arguments for the browser. */
  args?: string[];
  colorScheme?: 'light' | 'dark';
  locale?: string;
}

export interface Chromium {
  context: BrowserContext;
  extensionId: string;
  /** Root of our own pages, without a slash at the end: `chrome-extension://…`. */
  origin: string;
  /** The tab that the browser opened with. */
  page: Page;
  /** The first-start page, if it was to be kept. */
  welcome: Page | undefined;
  /** The worker, started if it was not running. */
  worker(): Promise<Worker>;
  /** Opens a page of the extension, for example `options.html`, in a new tab. */
  openExtensionPage(path: string): Promise<Page>;
  /** Opens the real popup over the tab in front. It closes when the tab is clicked, as it does for people. */
  openPopup(): Promise<Page>;
  /** Clicks our button in the toolbar while `page` (the only tab at its address) is in front; answers the popup. */
  clickToolbar(page: Page): Promise<Page>;
  /** Opens the real side panel beside `page`, by a gesture in the popup, which closes again. */
  openSidePanel(page: Page): Promise<Page>;
  /** Stops the worker at once, as the browser may at any moment; resolves when it is gone. */
  killWorker(): Promise<void>;
  /** Loads the extension anew, as an update does; resolves when its new worker runs. Our own pages close. */
  reload(): Promise<void>;
  /** Answers yes beforehand: the next request for these optional hosts is granted (a prompt cannot be answered headless). */
  allowHosts(patterns: readonly string[]): Promise<void>;
  /** Grants optional hosts, for example `http://127.0.0.1/*`, as if asked for by a click in one of our pages. */
  grantHosts(patterns: readonly string[]): Promise<void>;
  /** Takes a host permission back. Everything that `pattern` covers goes, also what was granted at install. */
  removeHost(pattern: string): Promise<void>;
  /** Evaluates an expression in the content script's own world of the page's main frame; promises are awaited. */
  evaluateInContentScript<T = unknown>(page: Page, expression: string): Promise<T>;
  /** Only if `policies` was given: replaces what the organisation sets. */
  setPolicies(policies: Record<string, unknown>): Promise<void>;
  close(): Promise<void>;
}

const quietArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--window-size=1280,900',
];

/** Starts Chromium with the extension installed, in a new profile, with nothing of the network in reach but the desk. */
export async function launchChromium(options: ChromiumOptions = {}): Promise<Chromium> {
  const extension = await realpath(resolve(options.extension ?? '.output/chrome-mv3'));
  const extensionId = computeExtensionId(extension);
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'deskside-chromium-')));
  const managed = options.policies && (await managePolicies(findChromium(), extensionId, options.policies));
  const cleanUp = async () => {
    await managed?.remove();
    if (!options.userDataDir) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const context = await chromium.launchPersistentContext(userDataDir, {
      executablePath: managed?.executable ?? findChromium(),
      headless: options.headless ?? true,
      // Playwright would else give the panel and the popup the size of a tab.
      viewport: null,
      chromiumSandbox: false,
      colorScheme: options.colorScheme ?? null,
      ...(options.locale ? { locale: options.locale } : {}),
      ignoreDefaultArgs: options.backForwardCache ? ['--disable-back-forward-cache'] : [],
      args: [...quietArgs, ...extensionArgs(extension), ...deskArgs(options), ...(options.args ?? [])],
    });
    // For those who close the context itself. The browser still writes into its profile then, so that is not all.
    context.once('close', () => void cleanUp().catch(() => {}));
    const welcome = options.welcome ?? (options.policies || options.userDataDir ? 'none' : 'closed');
    const driven = await drive(context, extensionId, welcome, managed);
    const close = () => driven.close().finally(cleanUp);
    return { ...driven, close };
  } catch (failure) {
    await cleanUp();
    throw failure;
  }
}

function extensionArgs(folder: string): string[] {
  return [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`];
}

function deskArgs({ deskPort, spki }: ChromiumOptions): string[] {
  return [
    ...(deskPort ? [`--host-resolver-rules=MAP *.sympoq.com 127.0.0.1:${deskPort}`] : []),
    ...(spki ? [`--ignore-certificate-errors-spki-list=${spki}`] : []),
  ];
}

/** The id of an unpacked extension without a key: half of the path's SHA-256, written with the letters a to p. */
function computeExtensionId(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

async function drive(
  context: BrowserContext,
  extensionId: string,
  atWelcome: 'closed' | 'kept' | 'none',
  managed: ManagedPolicies | undefined,
): Promise<Chromium> {
  const origin = `chrome-extension://${extensionId}`;
  const canary = watchChromium(context, origin);
  const page = context.pages()[0] ?? (await context.newPage());
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  const welcome = atWelcome === 'none' ? undefined : await findWelcome(context, `${origin}/options.html`);
  // Not before it has drawn: Chromium reads an extension's words once per process, and a tab closed before that
  // leaves the process, which the worker shares, without any.
  await welcome?.getByRole('heading').first().waitFor();
  if (atWelcome === 'closed') await welcome?.close();
  await page.bringToFront();

  const worker = async () => {
    const session = await watchWorkers(context, page);
    await session.start(`${origin}/`);
    await session.detach();
    return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
  };
  const openExtensionPage = async (path: string) => {
    const opened = await context.newPage();
    await opened.goto(`${origin}/${path}`);
    return opened;
  };
  const openPopup = async () => {
    const opened = waitForOwnPage(context, `${origin}/popup.html`);
    const running = await worker();
    await running.evaluate('chrome.action.openPopup()');
    return opened;
  };
  const setHosts = async (method: 'addHostPermission' | 'removeHostPermission', patterns: readonly string[]) => {
    const settings = await context.newPage();
    await settings.goto('chrome://extensions');
    for (const pattern of patterns)
      await settings.evaluate(`chrome.developerPrivate.${method}('${extensionId}', '${pattern}')`);
    await settings.close();
  };
  const allowHosts = (patterns: readonly string[]) => setHosts('addHostPermission', patterns);
  return {
    context,
    extensionId,
    origin,
    page,
    welcome: atWelcome === 'kept' ? welcome : undefined,
    worker,
    openExtensionPage,
    openPopup,
    clickToolbar: async (over) => {
      await over.bringToFront();
      const opened = waitForOwnPage(context, `${origin}/popup.html`);
      await triggerAction(over, extensionId);
      return opened;
    },
    openSidePanel: async (beside) => {
      const open = waitForOwnPage(context, `${origin}/sidepanel.html`);
      await beside.bringToFront();
      const gesturePage = await openPopup();
      const openIt = 'chrome.windows.getCurrent().then(({ id }) => chrome.sidePanel.open({ windowId: id }))';
      await evaluateInClick(gesturePage, openIt);
      const panel = await open;
      if (!gesturePage.isClosed()) await gesturePage.close().catch(() => {});
      return panel;
    },
    killWorker: async () => {
      const session = await watchWorkers(context, page);
      await session.stopAll(`${origin}/`);
      await session.detach();
    },
    reload: async () => {
      const settings = await context.newPage();
      await settings.goto('chrome://extensions');
      // Chromium switches an unpacked extension off at its reload where nobody is a developer.
      await settings.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
      const started = context.waitForEvent('serviceworker');
      await settings.evaluate(`chrome.developerPrivate.reload('${extensionId}', { failQuietly: true })`);
      await started;
      await settings.close();
    },
    allowHosts,
    grantHosts: async (patterns) => {
      await allowHosts(patterns);
      const asking = await openExtensionPage('popup.html');
      await evaluateInClick(asking, `chrome.permissions.request({ origins: ${JSON.stringify(patterns)} })`);
      await asking.close();
    },
    removeHost: (pattern) => setHosts('removeHostPermission', [pattern]),
    evaluateInContentScript: (inPage, expression) => evaluateInIsolatedWorld(inPage, origin, expression),
    setPolicies: async (policies) => {
      if (!managed) throw new Error('Launch with `policies` to change them later.');
      await managed.write(policies);
    },
    close: async () => {
      await canary.end().finally(() => context.close());
    },
  };
}

/** It may open before or after Playwright has connected, and as an empty tab first. */
async function findWelcome(context: BrowserContext, url: string): Promise<Page> {
  const isIt = (candidate: Page) => candidate.url().startsWith(url);
  return until('the first-start page', () => context.pages().find(isIt));
}

async function waitForOwnPage(context: BrowserContext, url: string): Promise<Page> {
  const isIt = (candidate: Page) => candidate.url().startsWith(url);
  const opened = await context.waitForEvent('page', { predicate: isIt });
  await opened.waitForLoadState();
  return opened;
}
