/** States of one ticket in the panel. */
import type { Scene } from './stage.ts';
import type { State } from './states.ts';

async function show(scene: Scene, id: string): Promise<void> {
  await scene.showPage([id]);
  await scene.page.getByText('Activity').first().waitFor();
}

/** Opens the composer of that button on a ticket that is written to often. */
async function typed(scene: Scene, button: string): Promise<void> {
  await show(scene, ID);
  await scene.page.getByRole('button', { name: button, exact: true }).first().click();
  await scene.page.getByRole('form').waitFor();
}

const ID = '11-20-K-R5D';
const textOf = (scene: Scene) => scene.page.getByRole('textbox', { name: 'Reply' });

async function pickReply(scene: Scene, title: string): Promise<void> {
  await typed(scene, 'Reply');
  await scene.page.getByRole('button', { name: 'Canned replies' }).click();
  await scene.page.getByRole('button', { name: title }).click();
}

type Named = [name: string, make: (scene: Scene) => Promise<void>, wide?: true];

const tickets: Named[] = [
  ['working', (scene) => show(scene, ID), true],
  ['new-urgent', (scene) => show(scene, '11-21-2-HM9')],
  ['overdue', (scene) => show(scene, '09-13-O-TW4')],
  ['closed', (scene) => show(scene, '10-28-3-FEA')],
  ['right-to-left', (scene) => show(scene, '11-21-F-N0B')],
  ['japanese', (scene) => show(scene, '11-22-A-7WE')],
  [
    'activity',
    async (scene) => {
      await show(scene, ID);
      await scene.page.getByText('Activity').first().scrollIntoViewIfNeeded();
      await scene.page.getByRole('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
    },
    true,
  ],
  [
    'changes',
    async (scene) => {
      await show(scene, ID);
      await scene.page.getByRole('button', { name: 'Changes' }).click();
      await scene.page.getByRole('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
    },
  ],
  [
    'of-several',
    async (scene) => {
      await scene.showPage(['11-22-P-E3U', ID, '11-18-T-4KN']);
      await scene.page.getByText(ID).click();
      await scene.page.getByText('2 of 3').waitFor();
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
    'other-page',
    async (scene) => {
      await typed(scene, 'Reply');
      await scene.showPage(['11-14-3-AS7']);
      await scene.page.getByText('This page shows 11-14-3-AS7').waitFor();
    },
  ],
  [
    'draft-aside',
    async (scene) => {
      await typed(scene, 'Reply');
      await textOf(scene).fill('Half a sentence');
      await scene.page.getByRole('button', { name: 'Put aside' }).click();
    },
  ],
  [
    'few-actions',
    async (scene) => {
      await show(scene, ID);
      const settings = await scene.stored<{ values: object }>('settings');
      await scene.put({ settings: { ...settings, values: { ...settings.values, allowedActions: ['note', 'tag'] } } });
      await scene.page.getByRole('button', { name: 'Reply', exact: true }).waitFor({ state: 'detached' });
    },
  ],
];

const composers: Named[] = [
  ['reply', (scene) => typed(scene, 'Reply'), true],
  ['note', (scene) => typed(scene, 'Note')],
  ['assign', (scene) => typed(scene, 'Assign')],
  ['move', (scene) => typed(scene, 'Move')],
  ['tag', (scene) => typed(scene, 'Tag')],
  [
    'reply-full',
    async (scene) => {
      await typed(scene, 'Reply');
      await textOf(scene).fill('Thank you for the log.\n\nThe limit is lifted, please try the export again.');
      for (const name of ['Close the ticket', 'Mark as solution', 'Take it if unassigned'])
        await scene.page.getByRole('checkbox', { name }).check();
      await scene.page.getByRole('spinbutton', { name: 'Minutes' }).fill('12');
    },
  ],
  [
    'reply-other-id',
    async (scene) => {
      await typed(scene, 'Reply');
      await textOf(scene).fill('As in 09-13-O-TW4: the limit is lifted.');
    },
  ],
  [
    'canned-replies',
    async (scene) => {
      await typed(scene, 'Reply');
      await scene.page.getByRole('button', { name: 'Canned replies' }).click();
    },
  ],
  [
    'unfilled',
    async (scene) => {
      await pickReply(scene, 'Visit');
      await scene.page.getByRole('button', { name: 'Send reply' }).click();
      await scene.page.getByText('Fill in {{day}} first').waitFor();
    },
  ],
  [
    'discard-asked',
    async (scene) => {
      await typed(scene, 'Reply');
      await textOf(scene).fill('Half a sentence');
      await scene.page.getByRole('button', { name: 'Discard draft' }).click();
    },
  ],
  [
    'note-pending',
    async (scene) => {
      await typed(scene, 'Note');
      await scene.page.getByRole('textbox', { name: 'Note' }).fill('They send the invoice on Monday.');
      await scene.page.getByRole('combobox', { name: 'Set status' }).selectOption('Pending');
      await scene.page.getByRole('spinbutton', { name: 'Minutes' }).fill('5');
    },
  ],
  [
    'assign-choices',
    async (scene) => {
      await typed(scene, 'Assign');
      await scene.page.getByRole('combobox', { name: 'Assignee' }).fill('a');
    },
  ],
  [
    'assign-full',
    async (scene) => {
      await typed(scene, 'Assign');
      await scene.page.getByRole('button', { name: 'Assign to me' }).click();
      await scene.page.getByRole('button', { name: 'In 3 days' }).click();
    },
  ],
  [
    'half-filled',
    async (scene) => {
      await typed(scene, 'Assign');
      await scene.page.locator('input[name=deadline]').focus();
      await scene.page.keyboard.type('12');
      await scene.page.getByRole('form').getByRole('button', { name: 'Assign', exact: true }).click();
      await scene.page.getByRole('form').getByText('A part is missing').waitFor();
    },
  ],
  [
    'move-wrong',
    async (scene) => {
      await typed(scene, 'Move');
      await scene.page.getByRole('combobox', { name: 'Queue' }).fill('Nowhere');
      await scene.page.getByRole('form').getByRole('button', { name: 'Move', exact: true }).click();
    },
  ],
  [
    'tag-changes',
    async (scene) => {
      await typed(scene, 'Tag');
      const add = scene.page.getByRole('combobox', { name: 'Add a tag' });
      await add.fill('Invoice');
      await add.press('Enter');
      await scene.page
        .getByRole('form')
        .getByRole('button', { name: /^Remove / })
        .first()
        .click();
    },
  ],
  [
    'not-kept',
    async (scene) => {
      await scene.failing({ 'draft.save': { code: 'storage-full' } });
      await typed(scene, 'Reply');
      await textOf(scene).fill('Half a sentence');
      await scene.page.getByText('storage is full').waitFor();
    },
  ],
  [
    'forbidden',
    async (scene) => {
      await scene.failing({ 'action.submit': { code: 'policy' } });
      await typed(scene, 'Reply');
      await textOf(scene).fill('Half a sentence');
      await scene.page.getByRole('button', { name: 'Send reply' }).click();
      await scene.page.getByText('Set by your organisation').waitFor();
    },
  ],
];

const states = (prefix: string, list: Named[]) =>
  list.map(
    ([name, make, wide]): State => ({ name: `${prefix}-${name}`, surface: 'panel', make, ...(wide && { wide }) }),
  );

export const TICKET_STATES: State[] = [...states('ticket', tickets), ...states('composer', composers)];
