/** What only DevTools can do in Chromium: stop the worker, and look into a content script's own world. */
import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** Starts and stops the extension's worker by DevTools, and waits until the browser says that it is so. */
export async function watchWorkers(context: BrowserContext, page: Page) {
  const session: CDPSession = await context.newCDPSession(page);
  const statuses = new Map<string, string>();
  const listeners = new Set<() => void>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { scriptURL, runningStatus } of versions) statuses.set(scriptURL, runningStatus);
    for (const listener of listeners) listener();
  });
  await session.send('ServiceWorker.enable');
  const reach = (scope: string, wanted: string) =>
    new Promise<void>((done) => {
      const look = () => {
        const own = [...statuses].filter(([url]) => url.startsWith(scope));
        if (own.length === 0 || own.some(([, status]) => status !== wanted)) return;
        listeners.delete(look);
        done();
      };
      listeners.add(look);
      look();
    });
  return {
    start: async (scope: string) => {
      await session.send('ServiceWorker.startWorker', { scopeURL: scope });
      await reach(scope, 'running');
    },
    stopAll: async (scope: string) => {
      await session.send('ServiceWorker.stopAllWorkers');
      await reach(scope, 'stopped');
    },
    detach: () => session.detach(),
  };
}

/** Evaluates in the world that a content script of `origin` has in the page's main frame; waits until there is one. */
export async function evaluateInIsolatedWorld<T>(page: Page, origin: string, expression: string): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await session.send('Page.getFrameTree');
    const world = new Promise<number>((found) => {
      session.on('Runtime.executionContextCreated', ({ context }) => {
        if (context.origin === origin && context.auxData?.frameId === frameTree.frame.id) found(context.id);
      });
    });
    await session.send('Runtime.enable');
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId: await world,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  } finally {
    await session.detach();
  }
}

/** Evaluates with the rights of a click. A page that goes away meanwhile (the popup loses the focus) takes its answer along. */
export async function evaluateInClick(page: Page, expression: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const running = session.send('Runtime.evaluate', { expression, userGesture: true, awaitPromise: true });
  const refused = (await running.catch(() => undefined))?.exceptionDetails;
  if (refused) throw new Error(refused.exception?.description ?? refused.text);
}

/** Clicks the extension's button in the toolbar while `page` is in front, as a person does: with `activeTab` and all. */
export async function triggerAction(page: Page, extensionId: string): Promise<void> {
  const browser = page.context().browser();
  if (!browser) throw new Error('This browser cannot be spoken to as a whole.');
  const session = await browser.newBrowserCDPSession();
  try {
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.find(({ url }) => url === page.url());
    if (!tab) throw new Error(`No tab shows ${page.url()}.`);
    await session.send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
  } finally {
    await session.detach();
  }
}
