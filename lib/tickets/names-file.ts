/** Names as a file that people keep in a spreadsheet (CSV), or as JSON. */
import { NAME_KINDS, type Name, type NameKind, type Names } from './names.ts';

/** One line of a file. */
export interface NameLine {
  kind: NameKind;
  number: number;
  name: string;
}

/** `isGarbled`: the line has letters that are no UTF-8. */
export type ReadNames = { ok: true; lines: NameLine[] } | { ok: false; line: number; isGarbled?: true };

const HEADER = 'kind,number,name';
const LINE_END = /\r\n|\r|\n/;
const MOST_LINES = 20_000;

/** `kind,number,name`, one name a line, behind the mark by which spreadsheets know UTF-8. */
export function writeNamesCsv(names: Names): string {
  const lines = linesOf(names).map(({ kind, number, name }) => `${kind},${number},${quote(name)}`);
  return `\ufeff${[HEADER, ...lines].join('\r\n')}\r\n`;
}

/** A list of `{ kind, number, name }`. */
export function writeNamesJson(names: Names): string {
  return `${JSON.stringify(linesOf(names), null, 2)}\n`;
}

function linesOf(names: Names): NameLine[] {
  return NAME_KINDS.flatMap((kind) =>
    Object.entries(names[kind]).map(([number, { name }]) => ({ kind, number: Number(number), name })),
  );
}

/** A spreadsheet takes `=`, `+`, `-` and `@` at the start for a formula: a quote mark before it keeps it text. */
function quote(name: string): string {
  const text = /^[=+\-@\t]/.test(name) ? `'${name}` : name;
  return /[",\r\n]/.test(text) || text !== name ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads either, as a whole: the first line that makes no sense refuses all, and its number (from 1) is said. */
export function readNamesFile(text: string): ReadNames {
  const garbled = text.indexOf('\ufffd');
  if (garbled >= 0) return { ok: false, line: text.slice(0, garbled).split(LINE_END).length, isGarbled: true };
  const source = text.replace(/^\ufeff/, '').trim();
  const rows = /^[[{]/.test(source) ? readJson(source) : readCsv(source);
  if (rows === undefined || rows.length === 0 || rows.length > MOST_LINES) return { ok: false, line: 1 };
  const lines: NameLine[] = [];
  for (const { at, cells } of rows) {
    const line = readLine(cells);
    if (line === undefined) return { ok: false, line: at };
    lines.push(line);
  }
  return { ok: true, lines };
}

interface Row {
  at: number;
  cells: unknown[];
}

function readLine([kind, number, name]: unknown[]): NameLine | undefined {
  const found = NAME_KINDS.find((known) => known === String(kind).trim().toLowerCase());
  const text = String(name ?? '')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');
  const isNumber = /^\d{1,9}$/.test(String(number ?? '').trim());
  if (!found || !isNumber || text === '' || text.length > 200) return undefined;
  return { kind: found, number: Number(number), name: text };
}

function readJson(source: string): Row[] | undefined {
  try {
    const list: unknown = JSON.parse(source);
    if (!Array.isArray(list)) return undefined;
    return list.map((item, index) => ({ at: index + 1, cells: [item?.kind, item?.number, item?.name] }));
  } catch {
    return undefined;
  }
}

/** Comma, semicolon or tab, whichever the first line has; quoted cells may hold any of them. */
function readCsv(source: string): Row[] {
  const lines = source.split(LINE_END);
  const separator = [',', ';', '\t'].find((sign) => (lines[0] ?? '').includes(sign)) ?? ',';
  return lines
    .map((line, index) => ({ at: index + 1, cells: splitCells(line, separator) }))
    .filter(({ at, cells }) => cells.join('') !== '' && !(at === 1 && /^kind$/i.test(cells[0]?.trim() ?? '')));
}

function splitCells(line: string, separator: string): string[] {
  const cells: string[] = [];
  let rest = line;
  for (;;) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(rest);
    const end = quoted ? quoted[0].length : rest.indexOf(separator);
    cells.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : rest.slice(0, end === -1 ? undefined : end));
    if (end === -1 || !rest.slice(end).startsWith(separator)) return cells;
    rest = rest.slice(end + separator.length);
  }
}

/** The directory with these lines in it, as the agent's own. */
export function withLines(names: Names, lines: readonly NameLine[]): Names {
  const next: Names = structuredClone(names);
  for (const { kind, number, name } of lines) next[kind][number] = { name, from: 'agent' } satisfies Name;
  return next;
}
