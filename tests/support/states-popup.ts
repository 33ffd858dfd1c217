/** States of the toolbar popup. */
import type { Scene } from './stage.ts';
import type { State } from './states.ts';
import { INBOX } from './states-page.ts';

const states: [name: string, make: (scene: Scene) => Promise<void>][] = [
  [
    'no-connection',
    async (scene) => {
      await scene.showPage(INBOX);
      await scene.put({ connection: null });
    },
  ],
  ['none', (scene) => scene.showPage([])],
  [
    'several',
    async (scene) => {
      await scene.showPage(INBOX);
      await scene.page.getByText('Every page needs').waitFor();
    },
  ],
  [
    'card',
    async (scene) => {
      await scene.showPage(['11-20-K-R5D']);
      await scene.page.getByText('Technical support').waitFor();
    },
  ],
  [
    'tag',
    async (scene) => {
      await scene.showPage(['11-20-K-R5D']);
      await scene.page.getByRole('button', { name: 'Tag', exact: true }).click();
      await scene.page.getByRole('combobox', { name: 'Add a tag' }).fill('bill');
    },
  ],
  [
    'search',
    async (scene) => {
      await scene.showPage([]);
      await scene.page.getByLabel('Ticket ID or search').fill('refund');
      await scene.page.keyboard.press('Enter');
      await scene.page.getByText('found').waitFor();
    },
  ],
  ['switched-off', (scene) => scene.showPage([], { state: 'off' })],
];

export const POPUP_STATES: State[] = states.map(([name, make]) => ({ name: `popup-${name}`, surface: 'popup', make }));
