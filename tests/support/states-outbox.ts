/** States of the outbox, of the strip for undo, and of a ticket that stopped on its way. */
import type { Scene } from './stage.ts';
import type { State } from './states.ts';

const TEXT = 'Thank you for the log. The limit is lifted, please try the export again.';

/** Writes a reply and lets it leave at once. */
async function reply(scene: Scene, id: string): Promise<void> {
  const { page } = scene;
  await scene.showPage([id]);
  await page.getByText('Activity').first().waitFor();
  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await page.getByRole('textbox', { name: 'Reply' }).fill(TEXT);
  await page.getByRole('button', { name: 'Send reply' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
}

async function sendNow(scene: Scene): Promise<void> {
  await scene.page.getByRole('button', { name: 'Send now' }).click();
}

async function showOutbox(scene: Scene, words: string): Promise<void> {
  await scene.page.getByRole('button', { name: 'Outbox' }).click();
  await scene.page.getByRole('main').getByText(words).first().waitFor({ timeout: 30_000 });
}

const writes = { method: 'PUT' };

const states: [name: string, make: (scene: Scene) => Promise<void>, wide?: true][] = [
  [
    'empty',
    async (scene) => {
      await scene.showPage([]);
      await showOutbox(scene, 'Nothing');
    },
  ],
  ['undo-strip', (scene) => reply(scene, '11-20-K-R5D'), true],
  [
    'sent',
    async (scene) => {
      await reply(scene, '11-19-B-Q2X');
      await sendNow(scene);
      await scene.page.getByText('sent').last().waitFor();
    },
  ],
  [
    'failed',
    async (scene) => {
      scene.desk.fail({ ...writes, fault: { kind: 'status', status: 403 } });
      await reply(scene, '11-18-T-4KN');
      await sendNow(scene);
      await showOutbox(scene, 'does not allow');
    },
  ],
  [
    'unsure',
    async (scene) => {
      scene.desk.fail({ ...writes, fault: { kind: 'status', status: 500 } });
      await reply(scene, '11-17-8-PLV');
      await sendNow(scene);
      await showOutbox(scene, '11-17-8-PLV');
      await scene.page.getByRole('button', { name: 'Look again' }).waitFor({ timeout: 30_000 });
    },
    true,
  ],
  [
    'moved',
    async (scene) => {
      await reply(scene, '11-12-R-Y6J');
      scene.desk.act('11-12-R-Y6J', 12, { kind: 'reply', reply: 'I called them, it is settled.' });
      await sendNow(scene);
      await scene.page.getByRole('button', { name: 'Send anyway' }).waitFor({ timeout: 30_000 });
    },
    true,
  ],
];

export const OUTBOX_STATES: State[] = states.map(([name, make, wide]) => ({
  name: `outbox-${name}`,
  surface: 'panel',
  make,
  ...(wide && { wide }),
}));
