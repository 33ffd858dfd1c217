/** States of the desk's list and its views, and of acting on several tickets at once. */
import type { Scene } from './stage.ts';
import type { State } from './states.ts';
import { INBOX } from './states-page.ts';

/** What is done to them stays done: no other state shows these by themselves. */
const CHOSEN = INBOX.slice(3, 6);

const bar = ({ page }: Scene) => page.getByRole('toolbar', { name: 'Actions on the selected tickets' });

async function choose(scene: Scene): Promise<void> {
  await scene.ask('settings.change', { changes: { agentNumber: 10 } });
  await scene.showPage(INBOX);
  await scene.page.getByText('Every page needs').first().waitFor();
  for (const id of CHOSEN) await scene.page.getByRole('checkbox', { name: `Select ${id}` }).check();
  await bar(scene).waitFor();
}

async function compose(scene: Scene, action: string): Promise<void> {
  await choose(scene);
  await bar(scene).getByRole('button', { name: action, exact: true }).click();
  await scene.page.getByRole('form').waitFor();
}

async function move(scene: Scene): Promise<void> {
  await compose(scene, 'Move');
  await scene.page.getByRole('combobox', { name: 'Queue' }).fill('Feedback');
  await scene.page.getByRole('button', { name: 'Move 3 tickets now' }).click();
  await scene.page.getByText(/^Moving 3 tickets in/).waitFor();
}

async function openTickets(scene: Scene): Promise<void> {
  await scene.ask('settings.change', { changes: { agentNumber: 10 } });
  await scene.ask('views.change', { views: [] });
  await scene.showPage([]);
  await scene.page.getByRole('button', { name: 'Tickets', exact: true }).click();
}

async function showView(scene: Scene, name: string): Promise<void> {
  await openTickets(scene);
  await scene.page.getByRole('button', { name, exact: true }).click();
}

const found = ({ page }: Scene) =>
  page
    .getByText(/^[\d,]+ tickets? found$/)
    .first()
    .waitFor();

const states: [name: string, make: (scene: Scene) => Promise<void>, wide?: true][] = [
  ['bulk-chosen', choose, true],
  ['bulk-tag', (scene) => compose(scene, 'Tag')],
  ['bulk-assign', (scene) => compose(scene, 'Assign')],
  ['bulk-close', (scene) => compose(scene, 'Close')],
  [
    'bulk-too-many',
    async (scene) => {
      await scene.showPage([...scene.desk.tickets.keys()].slice(0, 55));
      await scene.page.locator('.row__open').first().focus();
      await scene.page.keyboard.press('Control+a');
      await scene.page.getByText('At most 50 at once').waitFor();
    },
  ],
  ['bulk-undo', move],
  [
    'bulk-result',
    async (scene) => {
      scene.desk.fail({ method: 'PUT', ticket: CHOSEN[1], fault: { kind: 'status', status: 403 } });
      await move(scene);
      await scene.page.getByRole('button', { name: 'Send now' }).click();
      await scene.page.getByText(/ left to look at\.$/).waitFor();
    },
  ],
  [
    'bulk-ended-elsewhere',
    async (scene) => {
      await showView(scene, 'Unassigned');
      await found(scene);
      const boxes = scene.page.getByRole('checkbox');
      for (const at of [0, 1, 2]) await boxes.nth(at).check();
      await bar(scene).getByRole('button', { name: 'Tag', exact: true }).click();
      await scene.page.getByRole('combobox', { name: 'Add a tag' }).fill('Looked at');
      await scene.page.getByRole('button', { name: 'Save tags of 3 tickets' }).click();
      await scene.showPage([INBOX[2] ?? '']);
      await scene.page.getByRole('button', { name: 'On this page' }).click();
      await scene.page.getByText('Activity').first().waitFor();
      scene.desk.fail({ method: 'PUT', fault: { kind: 'status', status: 403 }, times: 1 });
      await scene.page.getByRole('button', { name: 'Send now' }).click();
      await scene.page.getByText('Tags saved: 2 of 3 done. 1 is left to look at.').last().waitFor();
    },
  ],
  [
    'tickets-offline',
    async (scene) => {
      await showView(scene, 'Unassigned');
      await found(scene);
      await scene.page.context().setOffline(true);
      await scene.page.getByText('You are offline').waitFor();
    },
  ],
  [
    'tickets-views',
    async (scene) => {
      await openTickets(scene);
      await scene.page.getByRole('button', { name: /^Pin Unassigned/ }).click();
      await scene.page.locator('.views__line .navigation__count').filter({ hasText: /\d/ }).waitFor();
    },
  ],
  [
    'tickets-filter',
    async (scene) => {
      await openTickets(scene);
      await scene.page.getByRole('button', { name: 'Filter', exact: true }).click();
      await scene.page.getByRole('button', { name: 'Show tickets' }).waitFor();
    },
    true,
  ],
  [
    'tickets-listed',
    async (scene) => {
      await showView(scene, 'Unassigned');
      await found(scene);
    },
    true,
  ],
  [
    'tickets-reading',
    async (scene) => {
      scene.desk.fail({ path: /^tickets\//, fault: { kind: 'slow-headers', ms: 15_000 } });
      await showView(scene, 'My open tickets');
      await scene.page.getByText('The desk is putting the list together').waitFor();
    },
  ],
  [
    'tickets-nothing',
    async (scene) => {
      await openTickets(scene);
      await scene.page.getByRole('button', { name: 'Filter', exact: true }).click();
      await scene.page.getByRole('textbox', { name: 'Search', exact: true }).fill('zebra crossing');
      await scene.page.getByRole('button', { name: 'Show tickets' }).click();
      await scene.page.getByText('No ticket fits').waitFor();
    },
  ],
  [
    'tickets-too-large',
    async (scene) => {
      scene.desk.fail({ path: /^tickets\//, fault: { kind: 'huge', bytes: 40 * 1024 * 1024 } });
      await showView(scene, 'My open tickets');
      await scene.page.getByText('Too much to show').waitFor({ timeout: 60_000 });
    },
  ],
  [
    'tickets-no-me',
    async (scene) => {
      await openTickets(scene);
      await scene.ask('settings.change', { changes: { agentNumber: null } });
      await scene.page.getByRole('button', { name: 'My open tickets', exact: true }).click();
      await scene.page.getByText('does not know who you are').waitFor();
    },
  ],
];

export const TICKETS_STATES: State[] = states.map(([name, make, wide]) => ({
  name: `panel-${name}`,
  surface: 'panel',
  make,
  ...(wide && { wide }),
}));
