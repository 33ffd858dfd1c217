/** States of one ticket in the panel. */
import type { Scene } from './stage.ts';
import type { State } from './states.ts';

async function show(scene: Scene, id: string): Promise<void> {
  await scene.showPage([id]);
  await scene.page.getByText('Activity').first().waitFor();
}

async function typed(scene: Scene, button: string): Promise<void> {
  await show(scene, '11-20-K-R5D');
  await scene.page.getByRole('button', { name: button, exact: true }).first().click();
}

const states: [name: string, make: (scene: Scene) => Promise<void>, wide?: true][] = [
  ['working', (scene) => show(scene, '11-20-K-R5D'), true],
  ['new-urgent', (scene) => show(scene, '11-21-2-HM9')],
  ['overdue', (scene) => show(scene, '09-13-O-TW4')],
  ['closed', (scene) => show(scene, '10-28-3-FEA')],
  ['right-to-left', (scene) => show(scene, '11-21-F-N0B')],
  ['japanese', (scene) => show(scene, '11-22-A-7WE')],
  [
    'activity',
    async (scene) => {
      await show(scene, '11-20-K-R5D');
      await scene.page.getByText('Activity').first().scrollIntoViewIfNeeded();
      await scene.page.getByRole('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
    },
    true,
  ],
  [
    'of-several',
    async (scene) => {
      await scene.showPage(['11-22-P-E3U', '11-20-K-R5D', '11-18-T-4KN']);
      await scene.page.getByText('11-20-K-R5D').click();
      await scene.page.getByText('2 of 3').waitFor();
    },
  ],
];

export const TICKET_STATES: State[] = [
  ...states.map(
    ([name, make, wide]): State => ({ name: `ticket-${name}`, surface: 'panel', make, ...(wide && { wide }) }),
  ),
  ...['Reply', 'Note', 'Assign', 'Move', 'Tag'].map(
    (button): State => ({
      name: `composer-${button.toLowerCase()}`,
      surface: 'panel',
      make: (scene) => typed(scene, button),
      ...(button === 'Reply' && { wide: true }),
    }),
  ),
];
