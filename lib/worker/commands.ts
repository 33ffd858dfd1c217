/** The commands an agent can give by key: open the panel, look up the selection, next ticket on this page. */
import { browser } from 'wxt/browser';
import { openPanel } from '../state/open-panel.ts';
import { lookUp, readSelection, showNext } from './look-up.ts';
import { lookNow } from './sites.ts';

/** As the manifest names them. Firefox opens its sidebar by a command of its own. */
const COMMANDS = { open: 'open-panel', lookUp: 'look-up-selection', next: 'next-ticket' } as const;

/** Registers the listener, in the worker's first turn. */
export function startCommands(): void {
  browser.commands.onCommand.addListener((name, tab) => {
    if (tab?.id === undefined || tab.windowId === undefined) return;
    const { id, windowId } = tab;
    // A key is a gesture: the panel is opened in this very turn.
    if (name !== COMMANDS.next) void openPanel(windowId);
    // Where we look only when asked, this asks; the selection is all that the third one needs.
    if (name !== COMMANDS.lookUp) void lookNow(id);
    if (name === COMMANDS.lookUp) void readSelection(id, { most: 1_000 }).then((text) => lookUp(windowId, text));
    if (name === COMMANDS.next) void showNext(id, windowId);
  });
}
