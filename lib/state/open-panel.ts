/** Opens the browser's panel: from our pages, from a click in a web page, by a menu, a key or the address bar. */
import { browser } from 'wxt/browser';

/** Chromium's side panel, or Firefox's sidebar, which a click in a web page may not open. */
type Panels =
  | { sidePanel: { open(where: { windowId: number }): Promise<void> } }
  | { sidePanel?: undefined; sidebarAction: { open(): Promise<void> } };

const panels = browser as unknown as Panels;

/**
 * To be called in the very turn of the agent's click or key, before any `await`: the browser takes the gesture back after
 * that. So `windowId` must be known before. False where the browser did not let us.
 */
export async function openPanel(windowId: number): Promise<boolean> {
  try {
    if (panels.sidePanel) await panels.sidePanel.open({ windowId });
    else await panels.sidebarAction.open();
    return true;
  } catch {
    return false;
  }
}
