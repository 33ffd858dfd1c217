/** States of the panel around the ticket: On this page, search, failures. */
import type { Scene } from './stage.ts';
import type { State } from './states.ts';
import { withSettings } from './states-settings.ts';

/** Tickets of the sample inbox, in its order. */
export const INBOX = [
  '11-22-P-E3U',
  '11-21-2-HM9',
  '11-20-K-R5D',
  '11-18-T-4KN',
  '11-22-A-7WE',
  '11-19-B-Q2X',
  '09-13-O-TW4',
  '10-28-3-FEA',
];

const CONNECTION = { origin: 'https://acme.sympoq.com', hasKey: true, forgetsAtExit: false, refused: false };

async function search(scene: Scene, words: string): Promise<void> {
  await scene.page.getByLabel('Ticket ID or search').fill(words);
  await scene.page.keyboard.press('Enter');
}

/** Shows another connection for one state only. */
async function withConnection(scene: Scene, connection: unknown): Promise<void> {
  await scene.showPage(INBOX);
  await scene.put({ connection });
}

/** Slowly enough that every row is seen, and so many are read as a page may cause. */
async function scrollThrough(scene: Scene): Promise<void> {
  const rows = scene.page.getByRole('main').getByRole('listitem');
  await rows.first().waitFor();
  const count = await rows.count();
  for (let row = 0; row < count; row += 6) {
    await rows.nth(row).scrollIntoViewIfNeeded();
    await scene.page.waitForTimeout(200);
  }
}

async function openRecent(scene: Scene): Promise<void> {
  for (const id of INBOX.slice(0, 4)) await scene.ask('ticket.refresh', { id, force: true });
}

/** As the context menu's `Add selection as a note…` does. */
async function select(scene: Scene): Promise<void> {
  const windowId = await scene.page.evaluate<number>('chrome.windows.getCurrent().then(({ id }) => id)');
  const text =
    'Good morning,\nsince the update the export stops at row 4,096. We need it for the audit on Friday.\n\nLena';
  const title = 'Export stops – lena@example.com – Mail';
  await scene.put({ [`selection:${windowId}`]: { text, title, url: 'https://mail.example.com/u/0/#inbox/19a3' } });
}

/** `Only these sites`, and none of them yet. */
async function noSites(scene: Scene, origin: string | null): Promise<void> {
  await withSettings(scene, { where: 'these' });
  await scene.showPage([], { state: 'not-allowed', origin });
  await words(scene, 'No sites are chosen yet');
}

const words = (scene: Scene, text: string) => scene.page.getByText(text).first().waitFor();

const plain: [name: string, make: (scene: Scene) => Promise<void>, wide?: true][] = [
  ['no-connection', (scene) => withConnection(scene, null), true],
  ['key-needed', (scene) => withConnection(scene, { ...CONNECTION, hasKey: false })],
  [
    'key-refused',
    async (scene) => {
      await openRecent(scene);
      await withConnection(scene, { ...CONNECTION, refused: true });
      await words(scene, 'does not take your key');
    },
  ],
  ['not-allowed', (scene) => scene.showPage([], { state: 'not-allowed' })],
  ['not-allowed-anywhere', (scene) => scene.showPage([], { state: 'not-allowed', origin: null })],
  ['no-sites', (scene) => noSites(scene, 'https://mail.example.com')],
  ['no-sites-anywhere', (scene) => noSites(scene, null)],
  ['browser-page', (scene) => scene.showPage([], { state: 'browser-page', origin: null })],
  ['switched-off', (scene) => scene.showPage([], { state: 'off' })],
  ['only-when-asked', (scene) => scene.showPage([], { state: 'asked' })],
  [
    'looking',
    async (scene) => {
      await scene.showPage([], { scan: 'looking' });
      await words(scene, 'Looking for ticket IDs');
    },
  ],
  ['none', (scene) => scene.showPage([])],
  [
    'selection',
    async (scene) => {
      await scene.showPage(INBOX);
      await select(scene);
      await words(scene, 'Open the ticket');
    },
  ],
  [
    'selection-in-ticket',
    async (scene) => {
      await scene.showPage([INBOX[2] ?? '']);
      await select(scene);
      await scene.page.getByRole('button', { name: 'Add as a note' }).waitFor();
    },
    true,
  ],
  [
    'selection-added',
    async (scene) => {
      await scene.showPage([INBOX[2] ?? '']);
      await select(scene);
      await scene.page.getByRole('button', { name: 'Add as a note' }).click();
      await scene.page.getByRole('form').waitFor();
    },
  ],
  ['none-stopped', (scene) => scene.showPage([], { scan: 'stopped' })],
  [
    'none-recent',
    async (scene) => {
      await openRecent(scene);
      await scene.showPage([]);
      await words(scene, 'Recent tickets');
    },
    true,
  ],
  [
    'several',
    async (scene) => {
      await scene.showPage(INBOX);
      await words(scene, 'Every page needs');
    },
    true,
  ],
  [
    'several-reading',
    async (scene) => {
      scene.desk.fail({ fault: { kind: 'slow-headers', ms: 5000 } });
      await scene.showPage(INBOX);
      await words(scene, INBOX[0] ?? '');
    },
  ],
  [
    'several-many',
    async (scene) => {
      await scene.showPage([...scene.desk.tickets.keys()].slice(0, 60), { scan: 'stopped' });
      await scrollThrough(scene);
      await scene.page.getByRole('button', { name: 'Load more' }).scrollIntoViewIfNeeded();
    },
  ],
  [
    'several-reading-more',
    async (scene) => {
      await scene.showPage([...scene.desk.tickets.keys()].slice(0, 60));
      await scrollThrough(scene);
      scene.desk.fail({ fault: { kind: 'slow-headers', ms: 8000 } });
      await scene.page.getByRole('button', { name: 'Load more' }).click();
    },
  ],
  [
    'selection-of-several',
    async (scene) => {
      await scene.showPage([]);
      await search(scene, INBOX.slice(0, 3).join(' '));
      await words(scene, INBOX[2] ?? '');
    },
  ],
  [
    'several-not-found',
    async (scene) => {
      await scene.showPage([...INBOX.slice(0, 2), '01-02-Z-9ZZ', ...INBOX.slice(2)]);
      await words(scene, 'not yours to see');
    },
  ],
  [
    'several-too-many',
    async (scene) => {
      await scene.failing({ 'ticket.readRows': { code: 'too-many' } });
      await scene.showPage(INBOX);
      await words(scene, 'Too many requests');
    },
  ],
  [
    'search-found',
    async (scene) => {
      await scene.showPage([]);
      await search(scene, 'refund');
      await words(scene, 'found');
    },
    true,
  ],
  [
    'search-reading',
    async (scene) => {
      scene.desk.fail({ fault: { kind: 'slow-headers', ms: 8000 } });
      await scene.showPage([]);
      await search(scene, 'refund');
      await words(scene, 'Loading…');
    },
  ],
  [
    'search-several-ids',
    async (scene) => {
      await scene.showPage([]);
      await scene.page.getByLabel('Ticket ID or search').fill(`Re: [${INBOX[2]}] as in ${INBOX[3]}`);
      await words(scene, '2 tickets in this text');
    },
  ],
  [
    'search-nothing',
    async (scene) => {
      await scene.showPage([]);
      await search(scene, 'zebra crossing');
      await words(scene, 'Nothing found');
    },
  ],
];

type Fail = (scene: Scene) => unknown;
const onTickets = { path: /^tickets?\// };

async function offline(scene: Scene): Promise<void> {
  scene.desk.fail({ ...onTickets, fault: { kind: 'reset-before' } });
  await scene.page.context().setOffline(true);
}

/** How each failure of a read comes about. */
const failures: [name: string, cause: Fail, words: string][] = [
  ['not-found', (s) => s.desk.fail({ ...onTickets, fault: { kind: 'status', status: 404 } }), 'not yours to see'],
  [
    'resting',
    (s) => s.desk.fail({ ...onTickets, fault: { kind: 'status', status: 429, retryAfter: '3600' } }),
    'resting until',
  ],
  ['desk-error', (s) => s.desk.fail({ ...onTickets, fault: { kind: 'status', status: 500 } }), 'has a problem'],
  ['bad-answer', (s) => s.desk.fail({ ...onTickets, fault: { kind: 'html' } }), 'do not understand'],
  [
    'moved',
    (s) => s.desk.fail({ ...onTickets, fault: { kind: 'redirect', status: 302, to: 'https://login.example.com/' } }),
    'has moved',
  ],
  ['unreachable', (s) => s.desk.fail({ ...onTickets, fault: { kind: 'reset-before' } }), 'cannot be reached'],
  ['offline', offline, 'You are offline'],
  ['slow', (s) => s.failing({ 'ticket.refresh': { code: 'timeout' } }), 'desk is slow'],
  ['no-permission', (s) => s.failing({ 'ticket.refresh': { code: 'no-permission' } }), 'does not let us'],
  ['too-large', (s) => s.failing({ 'ticket.refresh': { code: 'too-large' } }), 'too large to show'],
  ['internal', (s) => s.failing({ 'ticket.refresh': { code: 'internal' } }), 'Something went wrong'],
];

export const PAGE_STATES: State[] = [
  ...plain.map(
    ([name, make, wide]): State => ({ name: `panel-${name}`, surface: 'panel', make, ...(wide && { wide }) }),
  ),
  ...failures.map(
    ([name, cause, said]): State => ({
      name: `panel-failure-${name}`,
      surface: 'panel',
      make: async (scene) => {
        await cause(scene);
        await scene.showPage(['11-20-K-R5D']);
        await scene.page.getByText(said).first().waitFor({ timeout: 50_000 });
      },
    }),
  ),
];
