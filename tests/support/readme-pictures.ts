/** The pictures of README.md: what each puts side by side. */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { drawSheet } from './contact-sheet.ts';
import { SIZES, STATES } from './states.ts';

const SHEETS: Record<string, { state: string; theme: 'light' | 'dark' }[]> = {
  'panel-states': [
    { state: 'panel-several', theme: 'light' },
    { state: 'ticket-working', theme: 'light' },
    { state: 'composer-reply-full', theme: 'dark' },
    { state: 'outbox-moved', theme: 'dark' },
  ],
  'panel-lists': [
    { state: 'panel-tickets-listed', theme: 'light' },
    { state: 'panel-bulk-tag', theme: 'light' },
    { state: 'panel-bulk-result', theme: 'dark' },
    { state: 'panel-selection-in-ticket', theme: 'dark' },
  ],
  popup: [
    { state: 'popup-several', theme: 'light' },
    { state: 'popup-card', theme: 'light' },
    { state: 'popup-tag', theme: 'dark' },
  ],
};

/** What `npm start` without a display leaves of its main job, and its name in the README. */
const FROM_START = { picture: '5-undo', name: 'panel-beside-mail' };

/** Whether a picture of this state stands in the README. */
export function isInReadme(state: string): boolean {
  return Object.values(SHEETS).some((sheet) => sheet.some((part) => part.state === state));
}

/** Makes the README's pictures from those in `folder`. Rejects where one of them is missing. */
export async function drawReadme(browser: Browser, folder: string): Promise<void> {
  for (const [name, parts] of Object.entries(SHEETS)) {
    const pictures = parts.map(({ state, theme }) => {
      const surface = STATES.find((each) => each.name === state)?.surface ?? 'panel';
      const { width } = SIZES[surface];
      return { path: join(folder, `${state}-${width}-${theme}.png`), width };
    });
    await drawSheet(browser, pictures, join('docs', `${name}.png`), { columns: pictures.length, isPlain: true });
  }
  await copyFile(join(folder, `${FROM_START.picture}.png`), join('docs', `${FROM_START.name}.png`));
}
