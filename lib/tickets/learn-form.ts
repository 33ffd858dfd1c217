/** Makes an ID form out of two or three examples that an agent pasted. */
import { compileForms } from './compile.ts';
import { findIds } from './find-ids.ts';
import { parseForm } from './id-form.ts';
import { dropInvisible, plainHyphens } from './ticket-id.ts';

/**
 * `none`: nothing that could be an ID. `different`: the examples are not built alike. `needsPrefix`: plain numbers or
 * words need the text before them, such as `Ticket #`. `unclear`: a form came out that no template can say.
 */
export type LearnFault = 'none' | 'different' | 'needsPrefix' | 'unclear';
export type Learned = { ok: true; form: string } | { ok: false; fault: LearnFault };

/** An example cut into what stands before the ID, and the ID's runs of letters and digits with the signs between them. */
interface Example {
  /** As it was pasted, but for what stands around it. */
  line: string;
  context: string;
  /** At even places runs, at odd places signs. */
  pieces: string[];
}

/** Learns from examples, one per line; text before an ID (`Ticket #12345`) is kept where the ID needs it. */
export function learnForm(text: string): Learned {
  const lines = [...new Set(text.split('\n').map(tidy))].filter((line) => line !== '');
  const examples = lines.map(readExample).filter((example) => example !== undefined);
  if (examples.length === 0 || examples.length < lines.length) return { ok: false, fault: 'none' };
  if (!areAlike(examples)) return { ok: false, fault: 'different' };
  return proven(writeForm(examples), examples);
}

function tidy(line: string): string {
  return plainHyphens(dropInvisible(line))
    .replace(/[\s\])}>"'”»’.,;:!?]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The ID is the last unbroken run of letters, digits and hyphens, dots, slashes or underscores in the line; in an address
 * without slashes, for those before it are none of its own.
 */
function readExample(line: string): Example | undefined {
  const shown = line.replace(/^[a-z]+:\/\/\S*\//i, '');
  const [, context = '', id = ''] = /^(.*?)([A-Za-z0-9]+(?:[-._/][A-Za-z0-9]+)*)$/.exec(shown) ?? [];
  if (!/[0-9]/.test(id)) return undefined;
  return { line, context, pieces: id.toUpperCase().split(/([-._/])/) };
}

function areAlike([first, ...others]: Example[]): boolean {
  const signs = (example: Example) => example.pieces.filter((_, at) => at % 2 === 1).join();
  return first !== undefined && others.every((other) => signs(other) === signs(first));
}

function writeForm(examples: Example[]): string {
  const columns = (examples[0]?.pieces ?? []).map((_, at) => examples.map(({ pieces }) => pieces[at] ?? ''));
  const isMixed = columns.some((column) => column.some((run) => /[0-9]/.test(run) && /[A-Z]/.test(run)));
  const body = columns.map((column, at) => writeColumn(column, { at, columns, isMixed })).join('');
  return (needsContext(columns) ? commonEnd(examples.map(({ context }) => context)) : '') + body;
}

/** Numbers alone, or one run of letters and digits, stand in every text. */
function needsContext(columns: string[][]): boolean {
  return columns.length === 1;
}

interface Place {
  at: number;
  columns: string[][];
  /** Some run holds letters and digits both, so that a run of letters alone is chance. */
  isMixed: boolean;
}

function writeColumn(column: string[], place: Place): string {
  if (place.at % 2 === 1) return column[0] ?? '';
  const date = writeDate(place);
  if (date) return date;
  if (column.every(isDigits)) return token('9', column);
  if (column.every((run) => /^[A-Z]+$/.test(run))) return writeLetters(column, place);
  return (place.at === 0 && writeLeadingLetters(column)) || token('X', column);
}

const isDigits = (run: string) => /^[0-9]+$/.test(run);

/** `09-13`: month and day, `2023-`: a year, when all examples allow it. */
function writeDate({ at, columns }: Place): string | undefined {
  const all = (place: number, pattern: RegExp) => columns[place]?.every((run) => pattern.test(run)) ?? false;
  const isMonth = (place: number) => all(place, /^(0[1-9]|1[0-2])$/);
  const isDay = (place: number) => all(place, /^(0[1-9]|[12][0-9]|3[01])$/);
  if (isMonth(at) && isDay(at + 2)) return '{MM}';
  if (isDay(at) && isMonth(at - 2)) return '{DD}';
  if (columns.length > 1 && all(at, /^(19|20)[0-9]{2}$/)) return '{YYYY}';
  return undefined;
}

/** The same letters in all examples are part of every ID, unless there is but one letter or one example of a mixed form. */
function writeLetters(column: string[], { at, columns, isMixed }: Place): string {
  const isSame = new Set(column).size === 1;
  const [run = ''] = column;
  if (isSame && (at === 0 || run.length > 1 || !isMixed) && columns.length > 1) return run;
  return token(isMixed ? 'X' : 'A', column);
}

/** `INC0012345`: the same letters before digits in all examples. */
function writeLeadingLetters(column: string[]): string | undefined {
  const parts = column.map((run) => /^([A-Z]{2,})([0-9]{3,})$/.exec(run));
  const letters = new Set(parts.map((part) => part?.[1]));
  if (letters.size !== 1 || parts.some((part) => part === null)) return undefined;
  return (
    (parts[0]?.[1] ?? '') +
    token(
      '9',
      parts.map((part) => part?.[2] ?? ''),
    )
  );
}

/** Runs of one length are that long; else they are open. */
function token(sign: string, column: string[]): string {
  const lengths = column.map((run) => run.length);
  const isOpen = new Set(lengths).size > 1;
  return isOpen ? `{${sign}+}` : `{${sign.repeat(lengths[0] ?? 1)}}`;
}

/** What all contexts end with, from a word's start: `Re: Ticket #` and `Ticket #` give `Ticket #`. */
function commonEnd([first = '', ...others]: string[]): string {
  let at = 0;
  while (at < first.length && !others.every((other) => other.endsWith(first.slice(at)))) at++;
  const common = first.slice(at);
  const words = common.split(/(?<=\s)(?=\S)/);
  return words.slice(-2).join('').trimStart();
}

/** A form is only offered if it can be read and finds every example, one at least as it was pasted. */
function proven(form: string, examples: Example[]): Learned {
  const parsed = parseForm(form);
  if (!parsed.ok) return { ok: false, fault: parsed.error === 'needsPrefix' ? 'needsPrefix' : 'unclear' };
  const compiled = compileForms([form]);
  const isFound = (text: string) => findIds(text, compiled).length > 0;
  const isProven =
    examples.every(({ context, pieces }) => isFound(context + pieces.join(''))) &&
    examples.some(({ line }) => isFound(line));
  return isProven ? { ok: true, form } : { ok: false, fault: 'unclear' };
}
