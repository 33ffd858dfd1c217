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
  [
    'key-needed',
    async (scene) => {
      await scene.showPage(INBOX);
      await scene.put({ connection: { ...(await scene.stored<object>('connection')), hasKey: false } });
    },
  ],
  ['none', (scene) => scene.showPage([])],
  ['not-allowed', (scene) => scene.showPage([], { state: 'not-allowed' })],
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
    'reading',
    async (scene) => {
      scene.desk.fail({ fault: { kind: 'slow-headers', ms: 8000 } });
      await scene.showPage(['10-19-H-B4M']);
      await scene.page.getByText('Loading…').waitFor();
    },
  ],
  [
    'failure',
    async (scene) => {
      scene.desk.fail({ fault: { kind: 'status', status: 500 } });
      await scene.showPage(['11-18-T-4KN']);
      await scene.page.getByText('has a problem').waitFor();
    },
  ],
  [
    'undo',
    async (scene) => {
      await scene.showPage(['11-20-K-R5D']);
      await scene.page.getByText('Technical support').waitFor();
      await scene.page.getByRole('button', { name: 'Close', exact: true }).click();
      await scene.page.getByRole('button', { name: 'Undo' }).waitFor();
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
