/** Names in files: out and in again, in the ways spreadsheets write them, and refused as a whole. */
import { expect, test } from 'vitest';
import { type Names, NO_NAMES } from '../../lib/tickets/names.ts';
import { readNamesFile, withLines, writeNamesCsv, writeNamesJson } from '../../lib/tickets/names-file.ts';

const names: Names = {
  ...NO_NAMES,
  queues: { 1: { name: 'Sales, "West"', from: 'agent' }, 2: { name: '=SUM(A1)', from: 'desk' } },
  agents: { 10: { name: 'Йоана Петрова', from: 'log' } },
};
const lines = [
  { kind: 'queues', number: 1, name: 'Sales, "West"' },
  { kind: 'queues', number: 2, name: '=SUM(A1)' },
  { kind: 'agents', number: 10, name: 'Йоана Петрова' },
];

test('what goes out comes in again, as CSV and as JSON', () => {
  expect(readNamesFile(writeNamesCsv(names))).toEqual({ ok: true, lines });
  expect(readNamesFile(writeNamesJson(names))).toEqual({ ok: true, lines });
});

test('a spreadsheet knows the letters for UTF-8; a file in other letters is refused with its line', () => {
  expect(writeNamesCsv(names).startsWith('\ufeffkind,')).toBe(true);
  const latin = new TextDecoder().decode(Buffer.from('kind,number,name\r\nqueues,1,A\r\nqueues,2,B\xfcro', 'latin1'));
  expect(readNamesFile(latin)).toEqual({ ok: false, line: 3, isGarbled: true });
  const utf16 = new TextDecoder().decode(Buffer.from('\ufeffqueues\t1\tA', 'utf16le'));
  expect(readNamesFile(utf16)).toEqual({ ok: false, line: 1, isGarbled: true });
});

test('a spreadsheet never takes a name for a formula', () => {
  expect(writeNamesCsv(names)).toContain(`"'=SUM(A1)"`);
});

test.each(['kind;number;name\r\nqueues;7;Mail', '\ufeffqueues,7,Mail\n\n', 'queues\t7\tMail', ' Queues , 7 , Mail '])(
  'read: %j',
  (text) => {
    expect(readNamesFile(text)).toEqual({ ok: true, lines: [{ kind: 'queues', number: 7, name: 'Mail' }] });
  },
);

test.each([
  ['', 1],
  ['kind,number,name', 1],
  ['queues,7,Mail\nshelves,1,A', 2],
  ['queues,seven,Mail', 1],
  ['queues,7,', 1],
  ['[{"kind":"queues","number":7}]', 1],
  ['[1', 1],
  ['{"__proto__":1}', 1],
])('%j is refused, naming line %i', (text, line) => {
  expect(readNamesFile(text)).toEqual({ ok: false, line });
});

test('imported names are the agent’s own, and others stay', () => {
  const next = withLines(names, [{ kind: 'queues', number: 2, name: 'Mail' }]);
  expect(next.queues).toEqual({ 1: names.queues[1], 2: { name: 'Mail', from: 'agent' } });
  expect(names.queues[2]?.name).toBe('=SUM(A1)');
});
