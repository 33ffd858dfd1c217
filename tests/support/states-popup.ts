/** States of the toolbar popup. */
import type { OutboxId } from '../../lib/tickets/actions.ts';
import type { Draft } from '../../lib/tickets/draft.ts';
import { seenOf } from '../../lib/tickets/seen.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import type { Scene } from './stage.ts';
import type { State } from './states.ts';
import { lateOnes } from './states-outbox.ts';
import { INBOX } from './states-page.ts';

/** Closes a ticket that is sent at once, after what meets it has been made. */
async function closeNow(scene: Scene, prepare: () => unknown): Promise<void> {
  await scene.showPage(['11-20-K-R5D']);
  await scene.page.getByText('Technical support').waitFor();
  await scene.page.getByRole('button', { name: 'Close', exact: true }).click();
  await scene.page.getByRole('button', { name: 'Undo' }).waitFor();
  prepare();
  await scene.page.getByRole('button', { name: 'Send now' }).click();
}

function replyDraft(id: string): Draft {
  return {
    ticketId: canonicalId(id),
    kind: 'reply',
    origin: 'https://acme.sympoq.com',
    id: crypto.randomUUID() as OutboxId,
    seen: seenOf(null),
    fields: { text: 'Half a sentence', andClose: false, markSolution: false, autoAssign: false, minutes: '' },
    changedAt: Date.now(),
  };
}

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
    'draft',
    async (scene) => {
      await scene.showPage(['11-20-K-R5D']);
      await scene.page.getByText('Technical support').waitFor();
      await scene.ask('draft.save', { draft: replyDraft('11-20-K-R5D') });
      await scene.page.getByText('Draft in the side panel').waitFor();
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
    'stopped',
    async (scene) => {
      await closeNow(scene, () => scene.desk.fail({ method: 'PUT', fault: { kind: 'status', status: 403 } }));
      await scene.page.getByRole('button', { name: 'Retry' }).waitFor();
    },
  ],
  [
    'late',
    async (scene) => {
      await scene.showPage(['11-20-K-R5D']);
      await scene.page.getByText('Technical support').waitFor();
      await scene.put(lateOnes(3));
      await scene.page.getByText('1 more to look at').waitFor();
    },
  ],
  [
    'moved',
    async (scene) => {
      const text = 'I called them, it is settled.';
      await closeNow(scene, () => scene.desk.act('11-20-K-R5D', 12, { kind: 'reply', reply: text }));
      await scene.page.getByRole('button', { name: 'Send anyway' }).waitFor({ timeout: 30_000 });
    },
  ],
  [
    'waiting',
    async (scene) => {
      const fault = { kind: 'status', status: 429, retryAfter: '3600' } as const;
      await closeNow(scene, () => scene.desk.fail({ fault }));
      await scene.page.getByText('resting until').waitFor();
    },
  ],
  [
    'stopped-elsewhere',
    async (scene) => {
      await closeNow(scene, () => scene.desk.fail({ method: 'PUT', fault: { kind: 'status', status: 403 } }));
      await scene.page.getByRole('button', { name: 'Retry' }).waitFor();
      await scene.showPage(INBOX);
      await scene.page.getByText('Every page needs').waitFor();
      await scene.page.getByRole('button', { name: 'Show', exact: true }).waitFor();
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
