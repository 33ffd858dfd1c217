/** Every state of every surface, each put on show against the sandbox desk; screenshots and the accessibility check go through it. */
import type { Page } from '@playwright/test';
import type { Scene, Surface } from './stage.ts';
import { OUTBOX_STATES } from './states-outbox.ts';
import { PAGE_STATES } from './states-page.ts';
import { POPUP_STATES } from './states-popup.ts';
import { SETTINGS_STATES } from './states-settings.ts';
import { TICKET_STATES } from './states-ticket.ts';
import { TICKETS_STATES } from './states-tickets.ts';

export interface State {
  /** Kebab-case, the surface first; the name of its picture. */
  name: string;
  surface: Surface;
  /** Puts it on show; resolves when it stands. */
  make(scene: Scene): Promise<void>;
  /** One of the ten that are also shown at 280 and 600 px. */
  wide?: true;
}

export const STATES: State[] = [
  ...PAGE_STATES,
  ...TICKETS_STATES,
  ...TICKET_STATES,
  ...OUTBOX_STATES,
  ...POPUP_STATES,
  ...SETTINGS_STATES,
].map((state) => ({
  ...state,
  make: async (scene) => {
    await state.make(scene);
    await untilStill(scene.page);
  },
}));

/**
 * Resolves when the page has not changed for 100 ms, or after a second where a clock ticks in it: what a state waits for
 * may be there before the rest of it.
 */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    let timer = setTimeout(resolve, 100);
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(resolve, 100);
    };
    new MutationObserver(wait).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    setTimeout(resolve, 1000);
  })`);
}

/** The size a surface is shown at by default, in CSS pixels. */
export const SIZES: Record<Surface, { width: number; height: number }> = {
  panel: { width: 360, height: 720 },
  popup: { width: 380, height: 560 },
  options: { width: 960, height: 900 },
};
