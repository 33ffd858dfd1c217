/** The grammar of ID forms: what an agent writes, such as `{MM}-{DD}-{X}-{XXX}`, read into parts or refused. */

/** A run of characters of one class. `least` to `most` of them. */
interface RunPart {
  kind: 'digit' | 'letter' | 'either';
  least: number;
  most: number;
}

interface LiteralPart {
  kind: 'literal';
  text: string;
}

interface DatePart {
  kind: 'month' | 'day' | 'year' | 'fullYear';
}

export type FormPart = RunPart | LiteralPart | DatePart;

/** A form that was read: the ID is `parts`, from the first to the last token; `prefix` and `suffix` are only context. */
export interface IdForm {
  source: string;
  prefix: string;
  parts: readonly FormPart[];
  suffix: string;
}

/**
 * Why a form is refused. `needsPrefix`: it would hit every number or word of a text; `ambiguous`: a `+` token is
 * followed by something that it could swallow itself.
 */
export type FormError =
  | 'empty'
  | 'noToken'
  | 'unknownToken'
  | 'brace'
  | 'tooLong'
  | 'ambiguous'
  | 'space'
  | 'lowerCase'
  | 'needsPrefix';

export type ParsedForm = { ok: true; form: IdForm } | { ok: false; error: FormError };

/** The most characters that a form may be written with. */
const longestForm = 80;
/** `+` stands for up to this many characters. */
const longestRun = 12;

const datePart: Readonly<Record<string, DatePart['kind']>> = { MM: 'month', DD: 'day', YY: 'year', YYYY: 'fullYear' };
const runKind: Readonly<Record<string, RunPart['kind']>> = { '9': 'digit', A: 'letter', X: 'either' };

/** Reads a form. Spaces around it do not count. */
export function parseForm(text: string): ParsedForm {
  const source = text.trim();
  if (source === '') return refuse('empty');
  if (source.length > longestForm) return refuse('tooLong');
  const parts = readParts(source);
  if (typeof parts === 'string') return refuse(parts);
  const form = splitContext(source, parts);
  if (form === undefined) return refuse('noToken');
  const error = findFault(form);
  return error === undefined ? { ok: true, form } : refuse(error);
}

function refuse(error: FormError): ParsedForm {
  return { ok: false, error };
}

function readParts(source: string): FormPart[] | FormError {
  const parts: FormPart[] = [];
  for (const piece of source.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []) {
    if (piece === '{' || piece === '}') return 'brace';
    if (piece.startsWith('{')) {
      const token = readToken(piece.slice(1, -1));
      if (token === undefined) return 'unknownToken';
      parts.push(...token);
    } else parts.push({ kind: 'literal', text: piece });
  }
  return parts;
}

/** Reads the inside of one pair of braces: a date word, or characters of classes with an optional `+`. */
function readToken(inside: string): FormPart[] | undefined {
  const date = Object.hasOwn(datePart, inside) ? datePart[inside] : undefined;
  if (date !== undefined) return [{ kind: date }];
  if (!/^[9AX]+\+?$/.test(inside)) return undefined;
  const runs: RunPart[] = (inside.match(/9+|A+|X+/g) ?? []).map((run) => ({
    kind: runKind[run.charAt(0)] ?? 'either',
    least: run.length,
    most: run.length,
  }));
  const last = runs.at(-1);
  if (last !== undefined && inside.endsWith('+')) last.most = Math.max(longestRun, last.least);
  return runs;
}

function splitContext(source: string, parts: FormPart[]): IdForm | undefined {
  const first = parts.findIndex((part) => part.kind !== 'literal');
  const last = parts.findLastIndex((part) => part.kind !== 'literal');
  if (first === -1) return undefined;
  const text = (list: FormPart[]) => list.map((part) => (part.kind === 'literal' ? part.text : '')).join('');
  return {
    source,
    prefix: text(parts.slice(0, first)).trimStart(),
    parts: parts.slice(first, last + 1),
    suffix: text(parts.slice(last + 1)).trimEnd(),
  };
}

function findFault(form: IdForm): FormError | undefined {
  const inner = form.parts.filter((part) => part.kind === 'literal').map((part) => part.text);
  if (inner.some((text) => /\s/.test(text))) return 'space';
  if (inner.some((text) => text !== text.toUpperCase())) return 'lowerCase';
  if (isAmbiguous(form)) return 'ambiguous';
  if (isPlain(form) && !/[^\s\p{P}]|#/u.test(form.prefix)) return 'needsPrefix';
  return undefined;
}

/** True where the ID is nothing but digits, or letters, or either: every text is full of those. */
function isPlain(form: IdForm): boolean {
  if (form.parts.some((part) => part.kind === 'literal')) return false;
  const kinds = new Set(form.parts.map((part) => (part.kind in classOf ? classOf[part.kind] : '')));
  return kinds.size === 1 || kinds.has('either');
}

const classOf: Readonly<Record<string, string>> = {
  digit: 'digit',
  month: 'digit',
  day: 'digit',
  year: 'digit',
  fullYear: 'digit',
  letter: 'letter',
  either: 'either',
};

/** A run of open length must end where the next part begins, so that a pattern never has to go back (linear time). */
function isAmbiguous(form: IdForm): boolean {
  const all: FormPart[] = [...form.parts];
  if (form.suffix !== '') all.push({ kind: 'literal', text: form.suffix });
  return all.some((part, at) => {
    const next = all[at + 1];
    if (next === undefined || part.kind === 'literal' || !('most' in part) || part.least === part.most) return false;
    return overlaps(part.kind, next);
  });
}

function overlaps(kind: RunPart['kind'], next: FormPart): boolean {
  const wanted = { digit: /[0-9]/, letter: /[A-Z]/, either: /[0-9A-Z]/ }[kind];
  if (next.kind === 'literal') return wanted.test(next.text.charAt(0));
  const other = classOf[next.kind];
  return kind === 'either' || other === 'either' || kind === other;
}
