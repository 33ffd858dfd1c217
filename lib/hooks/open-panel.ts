/** Opens the panel from a page of ours; within a click, before any `await`. */
import { browser } from 'wxt/browser';

type Sidebar = { open(): Promise<void> };
type SidePanel = { open(where: { windowId: number }): Promise<void> };

/** The browser's panel, under whichever name it has here. */
const panels = browser as unknown as { sidebarAction?: Sidebar; sidePanel?: SidePanel };

/** False where the browser did not let us. `windowId` must be known before the click. */
export async function openPanel(windowId: number): Promise<boolean> {
  try {
    if (panels.sidePanel) await panels.sidePanel.open({ windowId });
    else await panels.sidebarAction?.open();
    return true;
  } catch {
    return false;
  }
}
