/** The canary in Firefox: every tab, all consoles, extension storage and an export, looked at before the browser ends. */
import { Canary, inTime, isWatching, WHOLE_PAGE, wholeStorage } from './canary.ts';
import { asyncBody, type Evaluate } from './firefox-views.ts';
import type { Marionette } from './marionette.ts';

/** What was said in any console, by pages, extensions and the browser itself. */
const everyConsole = `
  const said = Services.console.getMessageArray().map((message) => String(message.message ?? message));
  const { getEvents } = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  for (const event of getEvents()) said.push(JSON.stringify(event.arguments ?? []));
  return said;`;

export function watchFirefox(
  marionette: Marionette,
  evaluateInBrowser: Evaluate,
  origin: string,
): { end(): Promise<void> } {
  const run = <T>(body: string) =>
    marionette.send<T>('WebDriver:ExecuteScript', { script: asyncBody(body), args: [], sandbox: null });
  const look = async (canary: Canary) => {
    for (const said of await evaluateInBrowser<string[]>(everyConsole)) canary.look('console', said);
    for (const handle of await marionette.send<string[]>('WebDriver:GetWindowHandles')) {
      await marionette.send('WebDriver:SwitchToWindow', { handle, focus: false });
      canary.look('a tab', await run<string>(`return ${WHOLE_PAGE}`).catch(() => ''));
    }
    await marionette.send('WebDriver:Navigate', { url: `${origin}/popup.html` });
    for (const part of await run<string[]>(`return await ${wholeStorage('browser')}`))
      canary.look('storage or export', part);
  };
  return {
    async end() {
      if (!isWatching()) return;
      const canary = new Canary('Firefox');
      await inTime(look(canary));
      canary.end();
    },
  };
}
