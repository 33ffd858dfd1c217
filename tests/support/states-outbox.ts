/** States of the outbox, of the strip for undo, and of a ticket that stopped on its way. */
import type { Scene } from './stage.ts';
import type { State } from './states.ts';

const TEXT = 'Thank you for the log. The limit is lifted, please try the export again.';

/** Writes a reply, which then waits for its undo time. */
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

/** Writes a reply that leaves at once. */
async function send(scene: Scene, id: string): Promise<void> {
  await reply(scene, id);
  await sendNow(scene);
}

async function showOutbox(scene: Scene, words: string): Promise<void> {
  await scene.page.getByRole('button', { name: 'Outbox' }).click();
  await scene.page.getByRole('main').getByText(words).first().waitFor({ timeout: 30_000 });
}

const writes = { method: 'PUT' };

export const LATE = ['11-20-K-R5D', '11-17-8-PLV', '11-14-3-AS7'] as const;

/** So many writes that were not sent in time while nobody looked. */
export function lateOnes(count: number): Record<string, unknown> {
  const late = (ticketId: string, at: number) => ({
    ...{ id: `late-${at}`, ticketId, origin: 'https://acme.sympoq.com' },
    ...{ kind: 'reply', outcome: 'draft', at },
  });
  return Object.fromEntries(LATE.slice(0, count).map((id, at) => [`outcome:late-${at}`, late(id, at)]));
}

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
    'undo-strip-of-several',
    async (scene) => {
      await reply(scene, '11-20-K-R5D');
      await scene.page.getByRole('button', { name: 'Close', exact: true }).click();
      await scene.page.getByText('1 more can be undone').waitFor();
    },
    true,
  ],
  [
    'held',
    async (scene) => {
      await reply(scene, '11-20-K-R5D');
      await showOutbox(scene, 'Can be undone');
    },
  ],
  [
    'key-needed',
    async (scene) => {
      await reply(scene, '11-20-K-R5D');
      await scene.put({ connection: { ...(await scene.stored<object>('connection')), hasKey: false } });
      await showOutbox(scene, 'Can be undone');
    },
    true,
  ],
  [
    'sending',
    async (scene) => {
      await reply(scene, '11-21-2-HM9');
      await scene.pinOutbox(['sending']);
      await showOutbox(scene, 'Sending');
    },
  ],
  [
    'queued',
    async (scene) => {
      await reply(scene, '11-22-P-E3U');
      await scene.page.getByRole('button', { name: 'Close', exact: true }).click();
      await scene.page.getByText('Closing 11-22-P-E3U in').waitFor();
      await scene.pinOutbox(['sending', 'queued']);
      await showOutbox(scene, 'goes first');
    },
  ],
  [
    'resting',
    async (scene) => {
      await reply(scene, '11-22-A-7WE');
      scene.desk.fail({ fault: { kind: 'status', status: 429, retryAfter: '3600' } });
      await sendNow(scene);
      await showOutbox(scene, 'resting until');
    },
  ],
  [
    'sent',
    async (scene) => {
      await send(scene, '11-19-B-Q2X');
      await scene.page.getByText('Reply sent').last().waitFor();
    },
  ],
  [
    'failed',
    async (scene) => {
      scene.desk.fail({ ...writes, fault: { kind: 'status', status: 403 } });
      await send(scene, '11-18-T-4KN');
      await showOutbox(scene, 'does not allow');
    },
  ],
  [
    'failed-in-ticket',
    async (scene) => {
      scene.desk.fail({ ...writes, fault: { kind: 'status', status: 422 } });
      await send(scene, '11-18-T-4KN');
      await scene.page.getByRole('button', { name: 'Retry' }).waitFor();
    },
  ],
  [
    'discard-asked',
    async (scene) => {
      scene.desk.fail({ ...writes, fault: { kind: 'status', status: 403 } });
      await send(scene, '11-18-T-4KN');
      await showOutbox(scene, 'does not allow');
      await scene.page.getByRole('button', { name: 'Discard' }).click();
    },
  ],
  [
    'failed-elsewhere',
    async (scene) => {
      scene.desk.fail({ ...writes, fault: { kind: 'status', status: 403 } });
      await send(scene, '11-18-T-4KN');
      await scene.page.getByRole('button', { name: 'Retry' }).waitFor();
      await reply(scene, '11-20-K-R5D');
      await sendNow(scene);
      await scene.page.getByRole('article', { name: '11-20-K-R5D' }).getByRole('button', { name: 'Retry' }).waitFor();
      await scene.showPage(['11-22-P-E3U']);
      await scene.page.getByText('1 more in the outbox').waitFor();
    },
    true,
  ],
  [
    'late-elsewhere',
    async (scene) => {
      await scene.showPage(['11-22-P-E3U']);
      await scene.page.getByText('Activity').first().waitFor();
      await scene.put(lateOnes(3));
      await scene.page.getByText('2 more to look at').waitFor();
    },
    true,
  ],
  [
    'late-in-ticket',
    async (scene) => {
      await scene.showPage([LATE[0]]);
      await scene.page.getByText('Activity').first().waitFor();
      await scene.put(lateOnes(1));
      await scene.page.getByText('was not sent in time').last().waitFor();
    },
  ],
  [
    'undo-failed',
    async (scene) => {
      await scene.failing({ 'action.backToDraft': { code: 'storage-full' } });
      await reply(scene, '11-20-K-R5D');
      await scene.page.getByRole('button', { name: 'Undo' }).click();
      await scene.page.getByText('storage is full').waitFor();
    },
    true,
  ],
  [
    'unsure',
    async (scene) => {
      scene.desk.fail({ ...writes, fault: { kind: 'status', status: 500 } });
      await send(scene, '11-17-8-PLV');
      await showOutbox(scene, '11-17-8-PLV');
      await scene.page.getByRole('button', { name: 'Look again' }).waitFor({ timeout: 30_000 });
    },
    true,
  ],
  [
    'send-again-asked',
    async (scene) => {
      scene.desk.fail({ ...writes, fault: { kind: 'status', status: 500 } });
      await send(scene, '11-17-8-PLV');
      await showOutbox(scene, '11-17-8-PLV');
      await scene.page.getByRole('button', { name: 'Send again' }).click({ timeout: 30_000 });
    },
  ],
  [
    'twice',
    async (scene) => {
      scene.desk.fail({ ...writes, fault: { kind: 'break-warm' }, times: 1 });
      await send(scene, '11-14-3-AS7');
      await showOutbox(scene, 'Sent twice');
    },
  ],
  [
    'twice-looked',
    async (scene) => {
      scene.desk.fail({ ...writes, fault: { kind: 'break-warm' }, times: 1 });
      await send(scene, '11-14-3-AS7');
      await showOutbox(scene, 'Sent twice');
      await scene.page.getByRole('button', { name: 'Look again' }).click();
      await scene.page.getByText('still there twice').waitFor();
    },
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
  [
    'moved-assignee',
    async (scene) => {
      await scene.showPage(['11-18-T-4KN']);
      await scene.page.getByText('Activity').first().waitFor();
      await scene.page.getByRole('button', { name: 'Assign', exact: true }).click();
      await scene.page.getByRole('button', { name: 'Assign to me' }).click();
      await scene.page.getByRole('form').getByRole('button', { name: 'Assign', exact: true }).click();
      await scene.page.getByRole('button', { name: 'Undo' }).waitFor();
      scene.desk.act('11-18-T-4KN', 12, { kind: 'assign', assignee: 15 });
      await sendNow(scene);
      await scene.page.getByRole('button', { name: 'Send anyway' }).waitFor({ timeout: 30_000 });
    },
  ],
];

export const OUTBOX_STATES: State[] = states.map(([name, make, wide]) => ({
  name: `outbox-${name}`,
  surface: 'panel',
  make,
  ...(wide && { wide }),
}));
