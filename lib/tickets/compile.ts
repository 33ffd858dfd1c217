/** Compiles ID forms to linear patterns: one coarse alternation to look with, one exact pattern per form. */
import { type FormPart, type IdForm, parseForm } from './id-form.ts';
import { type PatternSources, type Patterns, readPatterns } from './patterns.ts';
import { oddHyphens, splitters } from './ticket-id.ts';

/** More forms than this are not looked for: each costs time on every page. */
const mostForms = 20;

export interface CompiledForms extends Patterns {
  /** One pattern per form for a whole typed text; group ID. */
  typed: readonly RegExp[];
}

const gap = `[${splitters}]*`;
const never = '(?!)';

/** Compiles the forms that can be read. None at all gives patterns that match nothing. */
export function compileForms(forms: readonly string[]): CompiledForms {
  const read = readForms(forms);
  return { ...readPatterns(sourcesOf(read)), typed: read.map((form) => new RegExp(typedSource(form))) };
}

/** The same as text, for a content script: so it need not bring along what reads and compiles forms. */
export function writePatterns(forms: readonly string[]): PatternSources {
  return sourcesOf(readForms(forms));
}

/** The forms that were understood, at most `mostForms`; others are left out. */
function readForms(forms: readonly string[]): IdForm[] {
  return forms.slice(0, mostForms).flatMap((text) => {
    const parsed = parseForm(text);
    return parsed.ok ? [parsed.form] : [];
  });
}

function sourcesOf(forms: readonly IdForm[]): PatternSources {
  return {
    coarse: forms.map(coarseSource).join('|') || never,
    exact: forms.map((form) => ({ source: exactSource(form), hasSuffix: form.suffix !== '' })),
    longest: Math.max(0, ...forms.map(longestOf)),
    parting: partingCharacters(forms),
  };
}

/** A space in a form stands for any white space, so then no white space parts. */
function partingCharacters(forms: readonly IdForm[]): string {
  const held = forms.map(({ prefix, parts, suffix }) => prefix + suffix + parts.map(literalOf).join('')).join('');
  const parting = /\s/.test(held) ? '()[]{}<>"\'!?;:|' : '()[]{}<>"\'!?;:| \n\t\u00a0';
  return [...parting].filter((character) => !held.includes(character)).join('');
}

const literalOf = (part: FormPart) => (part.kind === 'literal' ? part.text : '');

/** What may be an ID, in raw text: month and day are any two digits here, the exact pattern looks closer. */
function coarseSource(form: IdForm): string {
  const parts = form.parts.flatMap((part) => coarseAtoms(part));
  return [...literalAtoms(form.prefix), ...parts, ...literalAtoms(form.suffix)].join(gap);
}

function coarseAtoms(part: FormPart): string[] {
  switch (part.kind) {
    case 'literal':
      return literalAtoms(part.text);
    case 'month':
      return ['[01]', '[0-9]'];
    case 'day':
      return ['[0-3]', '[0-9]'];
    case 'year':
      return ['[0-9]', '[0-9]'];
    case 'fullYear':
      return ['[12]', '[09]', '[0-9]', '[0-9]'];
    default:
      return [repeat(runSource[part.kind], part.least, part.most, gap)];
  }
}

function exactSource(form: IdForm): string {
  const suffix = form.suffix === '' ? '' : `(?=${literalAtoms(form.suffix).join('')})`;
  return `(${literalAtoms(form.prefix).join('')})(${idSource(form)})${suffix}`;
}

/** The context may be typed or left out, its letters in either case (typed text is upper-cased first). */
function typedSource(form: IdForm): string {
  const upper = (text: string) => literalAtoms(text.toUpperCase()).join('');
  return `^(?:${upper(form.prefix)})?(${idSource(form)})(?:${upper(form.suffix)})?$`;
}

function idSource(form: IdForm): string {
  return form.parts.map(exactPart).join('');
}

function exactPart(part: FormPart): string {
  switch (part.kind) {
    case 'literal':
      return literalAtoms(part.text).join('');
    case 'month':
      return '(?:0[1-9]|1[0-2])';
    case 'day':
      return '(?:0[1-9]|[12][0-9]|3[01])';
    case 'year':
      return '[0-9]{2}';
    case 'fullYear':
      return '(?:19|20)[0-9]{2}';
    default:
      return repeat(runSource[part.kind], part.least, part.most, '');
  }
}

const runSource = { digit: '[0-9]', letter: '[A-Z]', either: '[0-9A-Z]' };

function repeat(source: string, least: number, most: number, between: string): string {
  const times = (from: number, to: number) => (from === to ? `{${from}}` : `{${from},${to}}`);
  if (most === 1) return source;
  if (between === '') return source + times(least, most);
  return `${source}(?:${between}${source})${times(least - 1, most - 1)}`;
}

/** A literal text as patterns of one character each: any hyphen for a hyphen, any white space for a space. */
function literalAtoms(text: string): string[] {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.map((character) => {
    if (character === ' ') return `\\s{1,${longestSpace}}`;
    if (hyphens.test(character)) return `[-${oddHyphens}]`;
    return character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  });
}

/** A space of a form stands for up to this many white-space characters: pages break and indent their lines. */
const longestSpace = 40;
const hyphens = new RegExp(`[-${oddHyphens}]`);

/** Characters from the start of the context to its end, at most. */
function longestOf(form: IdForm): number {
  const context = form.prefix + form.suffix;
  const spaces = context.match(/\s+/g)?.length ?? 0;
  return context.length + spaces * longestSpace + form.parts.reduce((sum, part) => sum + mostOf(part), 0);
}

function mostOf(part: FormPart): number {
  if (part.kind === 'literal') return part.text.length;
  if (part.kind === 'fullYear') return 4;
  return 'most' in part ? part.most : 2;
}
