/** What a test can do in a Firefox tab and in the real sidebar: run code, click, type, read, wait. */
import { findByName, type Target } from './find-by-name.ts';
import type { Marionette } from './marionette.ts';
import { until } from './until.ts';

export interface FirefoxView {
  /** Runs the body of a function (with `return` and `arguments`) in the view; promises are awaited, the result is JSON. */
  evaluate<T = unknown>(body: string, ...args: unknown[]): Promise<T>;
  /** Waits up to 20 s until the body returns something truthy, and returns that. */
  waitFor<T = unknown>(body: string, ...args: unknown[]): Promise<NonNullable<T>>;
  /** Waits until the view shows this text. */
  waitForText(text: string): Promise<void>;
  /** Waits for the target to be shown and enabled, and clicks it as a person's gesture. */
  click(target: Target): Promise<void>;
  /** Replaces what stands in a field. */
  type(target: Target, text: string): Promise<void>;
  /** The text shown in the target, once it is there. */
  read(target: Target): Promise<string>;
}

export type Evaluate = <T = unknown>(body: string, ...args: unknown[]) => Promise<T>;

const findBody = `const element = (function () { ${findByName} })(arguments[0]);`;

/** Wraps the body of a function so that it may await and gets the call's arguments. */
export function asyncBody(body: string): string {
  return `return (async function () { ${body} }).apply(null, arguments)`;
}

/** The tab that Marionette is switched to; clicks and keys are the browser's own. */
export function viewTab(marionette: Marionette): FirefoxView {
  const evaluate: Evaluate = (body, ...args) =>
    marionette.send('WebDriver:ExecuteScript', { script: asyncBody(body), args, sandbox: null });
  const findElement = async (target: Target): Promise<string> => {
    const reference = await until(`a usable ${describeTarget(target)}`, () =>
      evaluate<Record<string, string> | null>(
        `${findBody} return element && !element.disabled ? element : null`,
        target,
      ),
    );
    return Object.values(reference)[0] ?? '';
  };
  return {
    ...waiters(evaluate),
    click: async (target) => {
      await marionette.send('WebDriver:ElementClick', { id: await findElement(target) });
    },
    type: async (target, text) => {
      const id = await findElement(target);
      await marionette.send('WebDriver:ElementClear', { id });
      await marionette.send('WebDriver:ElementSendKeys', { id, text });
    },
  };
}

/** The page in the real sidebar. No driver reaches it, so code is taken there by a frame script of the browser. */
export function viewSidebar(evaluateInBrowser: Evaluate): FirefoxView {
  const evaluate: Evaluate = (body, ...args) => evaluateInBrowser(runInSidebar, asyncBody(body), args);
  const act = (target: Target, action: string, ...args: unknown[]) =>
    until(`a usable ${describeTarget(target)}`, () =>
      evaluate<boolean>(
        `${findBody} if (!element || element.disabled) return false; ${action} return true`,
        target,
        ...args,
      ),
    );
  return {
    ...waiters(evaluate),
    click: async (target) => {
      await act(target, 'element.focus(); element.click();');
    },
    type: async (target, text) => {
      const setValue = `
        const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value');
        element.focus();
        own.set.call(element, arguments[1]);
        element.dispatchEvent(new InputEvent('input', { bubbles: true, data: arguments[1], inputType: 'insertText' }));
        element.dispatchEvent(new Event('change', { bubbles: true }));`;
      await act(target, setValue, text);
    },
  };
}

function waiters(evaluate: Evaluate): Pick<FirefoxView, 'evaluate' | 'waitFor' | 'waitForText' | 'read'> {
  return {
    evaluate,
    waitFor: <T>(body: string, ...args: unknown[]) => until<T>(body, () => evaluate<T>(body, ...args)),
    waitForText: async (text) => {
      const shows = `return (document.body?.innerText ?? '').replace(/\\s+/g, ' ').includes(arguments[0])`;
      await until(`the text “${text}”`, () => evaluate<boolean>(shows, text)).catch(async (failure: Error) => {
        const shown = await evaluate<string>('return document.body.innerText').catch(() => 'nothing that can be read');
        throw new Error(`${failure.message} Shown instead: ${shown}`, { cause: failure });
      });
    },
    read: async (target) => {
      const body = `${findBody} return element ? { text: element.value ?? element.innerText } : null`;
      return (await until(describeTarget(target), () => evaluate<{ text: string } | null>(body, target))).text;
    },
  };
}

function describeTarget(target: Target): string {
  return typeof target === 'string' ? target : `${target.role} “${target.name}”`;
}

/** The element of the browser's window that shows the extension's sidebar page, as an expression of its chrome code. */
export const sidebarBrowser = `Services.wm.getMostRecentWindow('navigator:browser').document
  .getElementById('sidebar').contentDocument?.getElementById('webext-panels-browser')`;

/** Runs in the sidebar's process with a click's rights, past the page's CSP (which forbids eval, and must). */
const frameScript = `(async function (answer, body, args) {
  let sandbox;
  const handling = content.windowUtils.setHandlingUserInput(true);
  try {
    sandbox = Components.utils.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    sandbox.handedIn = Components.utils.cloneInto(args, sandbox);
    const running = Components.utils.evalInSandbox('(function () {' + body + '}).apply(null, handedIn)', sandbox);
    handling.destruct();
    sendAsyncMessage(answer, { value: JSON.stringify((await running) ?? null) });
  } catch (failure) {
    sendAsyncMessage(answer, { failure: String(failure) });
  }
})`;

const runInSidebar = `
  const { messageManager } = ${sidebarBrowser};
  const answer = 'deskside-tests:' + Math.random();
  const parts = [answer, arguments[0], arguments[1]].map((part) => JSON.stringify(part)).join(', ');
  return new Promise((resolve, reject) => {
    messageManager.addMessageListener(answer, function take({ data }) {
      messageManager.removeMessageListener(answer, take);
      if (data.failure) reject(new Error(data.failure));
      else resolve(JSON.parse(data.value));
    });
    const code = ${JSON.stringify(frameScript)} + '(' + parts + ')';
    messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(code), false);
  });`;
