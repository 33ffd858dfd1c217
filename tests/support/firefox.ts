/** Drives a real Firefox with the built extension in it, over Marionette: pages, the real sidebar, the background. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { watchFirefox } from './canary-firefox.ts';
import { endChild, startChild } from './children.ts';
import { findFirefox } from './find-browsers.ts';
import { asyncBody, type Evaluate, type FirefoxView, sidebarBrowser, viewSidebar, viewTab } from './firefox-views.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import { until } from './until.ts';

/** Firefox would draw a random one at each install; the address of our pages has to be known. */
const uuid = 'd35d51de-0000-4000-8000-d35d51de0001';

export interface FirefoxOptions {
  /** Folder of the built extension. */
  extension?: string;
  /** Where the sandbox desk listens: every connection to port 443 ends there. */
  deskPort?: number;
  /** The desk's certificate (PEM), trusted for `deskHosts` only. */
  certificate?: string;
  deskHosts?: string[];
  headless?: boolean;
  /** A profile to keep over restarts; without it one is made and removed. */
  profile?: string;
  /** Whether the first-start page opens (it is closed at once); not so with an organisation's policies. */
  welcome?: 'closed' | 'none';
  /** Started instead of Firefox itself. */
  executable?: string;
  /** More environment variables, for example HOME for a managed policy. */
  env?: Record<string, string>;
}

export interface Firefox {
  extensionId: string;
  /** Root of our own pages, without a slash at the end: `moz-extension://…`. */
  origin: string;
  /** The tab that the test is in. */
  tab: FirefoxView;
  open(url: string): Promise<void>;
  /** Opens a page of the extension, for example `options.html`, in the tab. */
  openExtensionPage(path: string): Promise<void>;
  /** Opens a new tab in front, moves the test into it, and returns its handle. */
  openTab(url: string): Promise<string>;
  switchToTab(handle: string): Promise<void>;
  /** Opens the extension's real sidebar. */
  openSidebar(): Promise<FirefoxView>;
  /** Runs the body of a function with the browser's own rights. */
  evaluateInBrowser: Evaluate;
  /** The same in the tab's page: closed shadow roots can be looked into there. */
  evaluateInPage: Evaluate;
  /** Moves the pointer to a point of the tab's view, in CSS pixels, and clicks there if so told. */
  point(place: { x: number; y: number }, click?: 'click'): Promise<void>;
  /** Presses keys, the first ones held, as WebDriver names them: `\uE00A` is Alt, `\uE007` Enter, `\uE00C` Escape. */
  press(...keys: string[]): Promise<void>;
  /** Installs the extension anew over itself, as an update does. */
  reinstall(): Promise<void>;
  /** Ends the background script, as the browser does when it was idle. */
  terminateBackground(): Promise<void>;
  /** Saves a picture of the whole window, sidebar included. */
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts Firefox with the extension installed; every port is a free one and the profile is new. */
export async function launchFirefox(options: FirefoxOptions = {}): Promise<Firefox> {
  const extension = resolve(options.extension ?? '.output/firefox-mv3');
  const extensionId = await readExtensionId(extension);
  const deskHosts = options.deskHosts ?? ['acme.sympoq.com'];
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'deskside-firefox-')));
  await writeFile(join(profile, 'user.js'), writePrefs(extensionId, deskHosts, options.deskPort));
  const portFile = join(profile, 'MarionetteActivePort');
  await rm(portFile, { force: true });

  const args = ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  if (options.headless ?? true) args.push('--headless');
  const child = startChild(options.executable ?? findFirefox(), args, {
    stdio: 'ignore',
    env: { ...process.env, ...options.env },
  });
  const close = async () => {
    await endChild(child);
    if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const answers = async () => connectMarionette(Number(await readFile(portFile, 'utf8')));
    const marionette = await until('Firefox to answer', answers, 60_000);
    await marionette.send('WebDriver:NewSession');
    const firefox = drive(marionette, extensionId, extension, close);
    if (options.deskPort && options.certificate)
      await firefox.evaluateInBrowser(trustCertificate, options.certificate, deskHosts, options.deskPort);
    await marionette.send('Addon:Install', { path: extension, temporary: true });
    if (options.welcome !== 'none') await firefox.closeWelcome();
    return firefox;
  } catch (failure) {
    await close();
    throw failure;
  }
}

function drive(
  marionette: Marionette,
  extensionId: string,
  extension: string,
  closeBrowser: () => Promise<void>,
): Firefox & { closeWelcome(): Promise<void> } {
  const origin = `moz-extension://${uuid}`;
  const inBrowser = async <T>(task: () => Promise<T>): Promise<T> => {
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    return task().finally(() => marionette.send('Marionette:SetContext', { value: 'content' }));
  };
  const evaluateInBrowser: Evaluate = (body, ...args) =>
    inBrowser(() => marionette.send('WebDriver:ExecuteScript', { script: asyncBody(body), args, sandbox: 'system' }));
  const open = async (url: string) => {
    await marionette.send('WebDriver:Navigate', { url });
  };
  const switchToTab = async (handle: string) => {
    await marionette.send('WebDriver:SwitchToWindow', { handle, focus: true });
  };
  const canary = watchFirefox(marionette, evaluateInBrowser, origin);
  return {
    extensionId,
    origin,
    tab: viewTab(marionette),
    open,
    openExtensionPage: (path) => open(`${origin}/${path}`),
    openTab: async (url) => {
      const { handle } = await marionette.send<{ handle: string }>('WebDriver:NewWindow', { type: 'tab', focus: true });
      await switchToTab(handle);
      await open(url);
      return handle;
    },
    switchToTab,
    closeWelcome: async () => {
      const closeIt = `
        const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
        const welcome = gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec.startsWith(arguments[0]));
        if (welcome) gBrowser.removeTab(welcome);
        return welcome !== undefined`;
      await until('the first-start page', () => evaluateInBrowser<boolean>(closeIt, `${origin}/options.html`));
    },
    openSidebar: async () => {
      const name = `${extensionId.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '_')}-sidebar-action`;
      const show = `await Services.wm.getMostRecentWindow('navigator:browser').SidebarController.show(arguments[0])`;
      await evaluateInBrowser(show, name);
      const isLoaded = `const shown = ${sidebarBrowser};
        return shown?.currentURI.schemeIs('moz-extension') && !shown.webProgress.isLoadingDocument`;
      await until('the sidebar', () => evaluateInBrowser<boolean>(isLoaded));
      return viewSidebar(evaluateInBrowser);
    },
    evaluateInBrowser,
    evaluateInPage: (body, ...args) =>
      marionette.send('WebDriver:ExecuteScript', { script: asyncBody(body), args, sandbox: 'system' }),
    point: (place, click) => perform(marionette, pointerActions(place, click !== undefined)),
    press: (...keys) => perform(marionette, keyActions(keys)),
    reinstall: async () => {
      await marionette.send('Addon:Install', { path: extension, temporary: true });
    },
    terminateBackground: async () => {
      const end = `await WebExtensionPolicy.getByID(arguments[0]).extension
        .terminateBackground({ disableResetIdleForTest: true })`;
      await evaluateInBrowser(end, extensionId);
    },
    screenshot: async (path) => {
      const picture = await inBrowser(() => marionette.send<string>('WebDriver:TakeScreenshot', { full: false }));
      await writeFile(path, Buffer.from(picture, 'base64'));
    },
    close: async () => {
      await canary.end().finally(quit);
    },
  };
  async function quit() {
    await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
    marionette.close();
    await closeBrowser();
  }
}

function perform(marionette: Marionette, actions: object): Promise<void> {
  return marionette.send('WebDriver:PerformActions', { actions: [actions] });
}

function pointerActions({ x, y }: { x: number; y: number }, click: boolean): object {
  const move = (byX: number) => ({ type: 'pointerMove', x: Math.round(x) + byX, y: Math.round(y), duration: 0 });
  const press = [
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  const actions = [move(-2), move(0), ...(click ? press : [])];
  return { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
}

function keyActions(keys: readonly string[]): object {
  const down = keys.map((value) => ({ type: 'keyDown', value }));
  const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
  return { type: 'key', id: 'keys', actions: [...down, ...up] };
}

/**
 * The override is looked up under the port really connected to, so it is stored for that one beside 443.
 * Everything else stays checked, so that a bad certificate still fails as it does for people.
 */
const trustCertificate = `
  const [certificate, hosts, port] = arguments;
  const database = Cc['@mozilla.org/security/x509certdb;1'].getService(Ci.nsIX509CertDB);
  const overrides = Cc['@mozilla.org/security/certoverride;1'].getService(Ci.nsICertOverrideService);
  const trusted = database.constructX509FromBase64(certificate.replaceAll(/-----[^-]+-----|\\s/g, ''));
  for (const host of hosts) for (const at of [443, port]) overrides.rememberValidityOverride(host, at, {}, trusted, true);`;

function writePrefs(extensionId: string, deskHosts: string[], deskPort: number | undefined): string {
  const prefs: Record<string, string | number | boolean> = {
    // A free one, which Firefox writes into its profile.
    'marionette.port': 0,
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
    // A permission prompt cannot be answered without a screen: a request made by a click is granted.
    'extensions.webextOptionalPermissionPrompts': false,
    'network.dns.localDomains': deskHosts.join(','),
    'network.dns.disableIPv6': true,
    'network.proxy.type': 0,
    ...(deskPort ? { 'network.socket.forcePort': `443=${deskPort}` } : {}),
    // A browser that calls home would make the tests depend on the network.
    'app.update.disabledForTesting': true,
    'browser.aboutwelcome.enabled': false,
    'browser.newtabpage.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'datareporting.policy.dataSubmissionEnabled': false,
    'extensions.systemAddon.update.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
  };
  const lines = Object.entries(prefs).map(
    ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`,
  );
  return `${lines.join('\n')}\n`;
}

async function readExtensionId(folder: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}
