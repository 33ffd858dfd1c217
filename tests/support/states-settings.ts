/** States of the settings page and of the first start. */
import { DEFAULT_SETTINGS, type EffectiveSettings, type Settings } from '../../lib/tickets/settings.ts';
import type { Scene } from './stage.ts';
import type { State } from './states.ts';

const CONNECTION = { origin: 'https://acme.sympoq.com', hasKey: true, forgetsAtExit: false, refused: false };

const CANNED: Settings['cannedReplies'] = [
  {
    id: 'a',
    title: 'Thanks, we are looking',
    text: 'Hello {{customer.firstName}}, thank you for ticket {{ticket.id}}.',
  },
  {
    id: 'b',
    title: 'Log files',
    text: 'Please send us the log of the last export, so that we can see where it stops.',
  },
];

/** Shows other settings for one state only; the worker keeps its own. */
export function withSettings(
  scene: Scene,
  values: Partial<Settings>,
  more: Partial<EffectiveSettings> = {},
): Promise<void> {
  const settings: EffectiveSettings = {
    values: { ...DEFAULT_SETTINGS, ...values },
    locked: [],
    lockedAddress: null,
    managed: false,
    unusable: [],
    ...more,
  };
  return scene.put({ settings });
}

/** Brings a section to the top of the window. */
async function goTo({ page }: Scene, id: string): Promise<void> {
  await page.locator(`#${id}`).waitFor();
  await page.evaluate(`document.getElementById('${id}').scrollIntoView({ behavior: 'instant' })`);
}

/** Hands a file to the button that reads one. */
async function giveFile({ page }: Scene, label: string, text: string): Promise<void> {
  const file = { name: 'names.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.locator(`input[type=file][aria-label="${label}"]`).setInputFiles(file);
}

async function connectWith({ page }: Scene, key: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Desk address' }).fill('acme');
  await page.getByLabel('API key').fill(key);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

type Make = (scene: Scene) => Promise<unknown>;

const shown = (scene: Scene, text: string) => scene.page.getByText(text).first().waitFor();

const sections: [name: string, make: Make, wide?: true][] = [
  ['connected', (scene) => shown(scene, 'Connected to acme.sympoq.com'), true],
  ['not-connected', (scene) => scene.put({ connection: null }), true],
  ['key-refused', (scene) => scene.put({ connection: { ...CONNECTION, refused: true } })],
  ['key-wanted', (scene) => scene.put({ connection: { ...CONNECTION, hasKey: false, forgetsAtExit: true } })],
  [
    'wrong-key',
    async (scene) => {
      await scene.put({ connection: null });
      await connectWith(scene, 'not-a-key');
      await shown(scene, 'The desk does not take this key.');
    },
  ],
  [
    'connect-empty',
    async (scene) => {
      await scene.put({ connection: null });
      await scene.page.getByRole('button', { name: 'Connect', exact: true }).click();
      await shown(scene, 'Paste your API key.');
    },
  ],
  ['where-every', (scene) => goTo(scene, 'where')],
  [
    'where-these',
    async (scene) => {
      const sites = ['https://mail.google.com/*', 'https://*.hubspot.com/*', 'https://crm.example.com/*'];
      await withSettings(scene, { where: 'these', sites, offSites: ['https://bank.example.com'] });
      await shown(scene, 'crm.example.com');
      await goTo(scene, 'where');
    },
    true,
  ],
  [
    'where-none',
    async (scene) => {
      await withSettings(scene, { where: 'these' });
      await shown(scene, 'Deskside looks nowhere until a site is added.');
      await goTo(scene, 'where');
    },
  ],
  [
    'where-asked',
    async (scene) => {
      await withSettings(scene, { where: 'asked' });
      await goTo(scene, 'where');
    },
  ],
  [
    'missing',
    async (scene) => {
      await scene.put({ sites: { missing: ['https://*/*', 'http://*/*'], missingDesk: 'https://acme.sympoq.com/*' } });
      await shown(scene, 'It may not look at every site.');
    },
  ],
  [
    'forms',
    async (scene) => {
      await withSettings(scene, { forms: ['{MM}-{DD}-{X}-{XXX}', 'INC-{9+}'] });
      await goTo(scene, 'forms');
    },
    true,
  ],
  [
    'forms-wrong',
    async (scene) => {
      await scene.page.getByRole('button', { name: 'Add a form' }).click();
      await scene.page.getByRole('textbox', { name: 'Form 2' }).fill('{9+}');
      await goTo(scene, 'forms');
    },
  ],
  [
    'forms-learned',
    async (scene) => {
      await scene.page.getByRole('textbox', { name: 'Examples' }).fill('Ticket #12345\nTicket #998');
      await scene.page.getByRole('button', { name: 'Learn from examples' }).click();
      await scene.page.getByRole('textbox', { name: 'Text to try' }).fill('Re: [09-13-O-TW4] and 11-14-3-AS7');
      await goTo(scene, 'forms');
    },
  ],
  [
    'forms-not-learned',
    async (scene) => {
      await scene.page.getByRole('textbox', { name: 'Examples' }).fill('12345\n998');
      await scene.page.getByRole('button', { name: 'Learn from examples' }).click();
      await goTo(scene, 'forms');
    },
  ],
  ['dates', (scene) => goTo(scene, 'dates')],
  [
    'dates-wrong',
    async (scene) => {
      await scene.page.getByRole('textbox', { name: 'Date form', exact: true }).fill('DD.YYYY');
      await scene.page.getByRole('combobox', { name: 'Time zone of the desk' }).fill('Mars/Olympus');
      await scene.page.keyboard.press('Escape');
      await goTo(scene, 'dates');
    },
  ],
  [
    'names',
    async (scene) => {
      await scene.page.locator('summary', { hasText: 'Queues' }).click();
      await scene.page.locator('summary', { hasText: 'Customer groups' }).click();
      await goTo(scene, 'names');
    },
    true,
  ],
  [
    'names-import-error',
    async (scene) => {
      await goTo(scene, 'names');
      await giveFile(scene, 'Import names', 'kind,number,name\nqueues,one,Sales\n');
      await shown(scene, 'Line 2 of the file');
    },
  ],
  [
    'replies',
    async (scene) => {
      await withSettings(scene, { cannedReplies: CANNED });
      await goTo(scene, 'replies');
    },
    true,
  ],
  [
    'canned-editor',
    async (scene) => {
      await scene.page.getByRole('button', { name: 'Add a canned reply' }).click();
      await scene.page.getByRole('button', { name: 'Save' }).click();
      await goTo(scene, 'replies');
    },
  ],
  ['look', (scene) => goTo(scene, 'look')],
  ['data', (scene) => goTo(scene, 'data')],
  [
    'erase',
    async (scene) => {
      await scene.page.getByRole('button', { name: 'Erase everything' }).click();
      await goTo(scene, 'data');
    },
  ],
  [
    'import-error',
    async (scene) => {
      await goTo(scene, 'data');
      await giveFile(scene, 'Import', '{ "deskside": 1, "settings": { "undoSeconds": 99 }, "names": {} }');
      await shown(scene, 'nothing was imported');
    },
  ],
  [
    'changed',
    async (scene) => {
      await goTo(scene, 'look');
      await scene.page.getByRole('combobox', { name: 'Marks in pages' }).selectOption('tint');
      await scene.page.getByRole('button', { name: 'Undo' }).waitFor();
    },
  ],
  ['locked', (scene) => locked(scene)],
  [
    'locked-sections',
    async (scene) => {
      await locked(scene);
      await goTo(scene, 'replies');
    },
  ],
];

async function locked(scene: Scene): Promise<void> {
  const values: Partial<Settings> = {
    undoSeconds: 12,
    where: 'these',
    sites: ['https://mail.google.com/*'],
    cannedReplies: CANNED,
    allowedActions: ['note', 'tag'],
    allowBulk: false,
  };
  const more = { locked: Object.keys(values) as (keyof Settings)[], lockedAddress: 'acme', managed: true };
  await withSettings(scene, values, { ...more, unusable: ['zone'] });
  await shown(scene, 'Your organisation manages some of these settings.');
}

async function start(scene: Scene): Promise<void> {
  await scene.put({ connection: null });
  await scene.page.evaluate("location.hash = '#start'");
  await shown(scene, 'Welcome to Deskside');
}

async function startWhere(scene: Scene): Promise<void> {
  await start(scene);
  await connectWith(scene, scene.desk.keys.admin);
  await scene.page.getByRole('radio', { name: 'Every site' }).waitFor();
}

const starts: [name: string, make: Make, wide?: true][] = [
  ['connect', start, true],
  ['where', startWhere, true],
  [
    'where-these',
    async (scene) => {
      await startWhere(scene);
      await scene.page.getByRole('radio', { name: 'Only these sites' }).click();
    },
  ],
  [
    'ready',
    async (scene) => {
      await startWhere(scene);
      await scene.page.getByRole('radio', { name: 'Only when I ask' }).click();
      await scene.page.getByRole('button', { name: 'Finish' }).click();
      await scene.page.getByRole('button', { name: 'Open the panel' }).waitFor();
      // As it was, for the states that follow.
      await scene.ask('settings.change', { changes: { where: 'every' } });
    },
  ],
];

const stateOf = (prefix: string) => (row: [string, Make, true?]) => {
  const [name, make, wide] = row;
  const put = async (scene: Scene) => {
    await make(scene);
  };
  return { name: `${prefix}-${name}`, surface: 'options', make: put, ...(wide && { wide }) } satisfies State;
};

export const SETTINGS_STATES: State[] = [...sections.map(stateOf('settings')), ...starts.map(stateOf('start'))];
