/** What settings may hold, and that nothing else gets through. */
import { safeParse } from 'valibot';
import { expect, test } from 'vitest';
import { readExport, writeExport } from '../../lib/protocol/export-check.ts';
import { findProblem, readSettings, settingsChangeCheck } from '../../lib/protocol/settings-checks.ts';
import { NO_NAMES } from '../../lib/tickets/names.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/tickets/settings.ts';

test('the defaults fit', () => {
  expect(readSettings(DEFAULT_SETTINGS)).toEqual({ values: DEFAULT_SETTINGS, problems: [] });
});

test.each([
  ['where', 'nowhere', 'settingsProblemChoice'],
  ['sites', ['mail.example.com'], 'settingsProblemSite'],
  ['sites', ['<all_urls>'], 'settingsProblemSite'],
  ['offSites', ['https://example.com/path'], 'settingsProblemSite'],
  ['offSites', ['javascript:alert(1)'], 'settingsProblemSite'],
  ['forms', [], 'settingsFormNone'],
  ['forms', ['{9+}'], 'settingsFormNeedsPrefix'],
  ['forms', ['(a+)+$'], 'settingsFormNoToken'],
  ['forms', Array(21).fill('A-{9}'), 'settingsProblemTooMany'],
  ['theme', 'pink', 'settingsProblemChoice'],
  ['language', 'tlh', 'settingsProblemChoice'],
  ['dateForm', 'DD', 'settingsProblemDateForm'],
  ['dateTimeForm', 'DD-MON-YYYY', 'settingsProblemDateTimeForm'],
  ['zone', 'Mars/Olympus', 'settingsProblemZone'],
  ['undoSeconds', 31, 'settingsProblemUndo'],
  ['undoSeconds', -1, 'settingsProblemUndo'],
  ['undoSeconds', 2.5, 'settingsProblemUndo'],
  ['undoSeconds', '5', 'settingsProblemUndo'],
  ['openInDesk', 'http://desk.example/{id}', 'settingsProblemOpenInDesk'],
  ['openInDesk', 'https://desk.example/', 'settingsProblemOpenInDesk'],
  ['openInDesk', 'https://{id}/', 'settingsProblemOpenInDesk'],
  ['openInDesk', 'https://desk.example{id}/', 'settingsProblemOpenInDesk'],
  ['openInDesk', 'javascript:alert("{id}")', 'settingsProblemOpenInDesk'],
  ['agentNumber', 0, 'settingsProblemNumber'],
  ['cannedReplies', [{ id: 'a', title: ' ', text: 'x' }], 'settingsProblemEmpty'],
  ['cannedReplies', 'x', 'settingsProblemWrong'],
  ['allowedActions', ['reply', 'shout'], 'settingsProblemChoice'],
])('%s = %j is refused with a word', (name, value, word) => {
  expect(readSettings({ [name]: value }).problems[0]).toMatchObject({ name, word });
});

test.each([
  ['openInDesk', 'https://desk.example/app/#/ticket/{id}'],
  ['zone', 'Europe/Sofia'],
  ['forms', ['Ticket #{9+}', '{MM}-{DD}-{X}-{XXX}']],
  ['sites', ['https://*.hubspot.com/*', 'http://intranet/*']],
  ['offSites', ['https://example.com', 'http://127.0.0.1:8080']],
  ['agentNumber', null],
] as const)('%s = %j fits', (name, value) => {
  expect(findProblem(name, value as never)).toBeUndefined();
});

test('the path leads to the part that does not fit', () => {
  expect(readSettings({ forms: ['A-{9}', '{'] }).problems[0]?.path).toEqual([1]);
});

test('what comes out is new, and only what is named', () => {
  const reply = { id: 'a', title: 'T', text: 'x', extra: 1 };
  const { values } = readSettings({ cannedReplies: [reply], key: 'secret', __proto__: { polluted: true } });
  expect(values).toEqual({ cannedReplies: [{ id: 'a', title: 'T', text: 'x' }] });
});

test.each([null, 1, 'x', [], {}, { changes: { nonsense: 1 } }, { changes: { undoSeconds: 99 } }])(
  'the request %j',
  (input) => {
    expect(safeParse(settingsChangeCheck, input).success).toBe(false);
  },
);

test('an export comes back as it went', () => {
  const settings: Partial<Settings> = { undoSeconds: 9, forms: ['A-{9}'] };
  const names = { ...NO_NAMES, queues: { 1: { name: 'Mail', from: 'agent' as const } } };
  expect(readExport(writeExport({ settings, names }))).toEqual({ ok: true, value: { settings, names } });
});

test.each([
  ['{', ''],
  ['[]', 'deskside'],
  ['{"deskside":2,"settings":{},"names":{}}', 'deskside'],
  [
    '{"deskside":1,"settings":{"undoSeconds":99},"names":{"queues":{},"topics":{},"agents":{},"groups":{}}}',
    'settings.undoSeconds',
  ],
  [
    '{"deskside":1,"settings":{},"names":{"queues":{"1":{"name":"","from":"agent"}},"topics":{},"agents":{},"groups":{}}}',
    'names.queues.1.name',
  ],
  [
    '{"deskside":1,"settings":{},"names":{"queues":{"__proto__x":{"name":"a","from":"agent"}},"topics":{},"agents":{},"groups":{}}}',
    'names.queues.__proto__x',
  ],
])('the import %s is refused, naming %s', (json, field) => {
  expect(readExport(json)).toEqual({ ok: false, field });
});

test('a form of dates that could not be written is refused', () => {
  expect(findProblem('dateForm', 'DD-MON-YYYY')).toBeUndefined();
  expect(findProblem('dateForm', 'DD-MON-YYYY Q')?.word).toBe('settingsProblemDateForm');
  expect(findProblem('dateTimeForm', 'DD-MON-YY HH24:MI')).toBeUndefined();
  expect(findProblem('dateTimeForm', 'DD-MON-YY HH12:MI')?.word).toBe('settingsProblemDateTimeForm');
});
