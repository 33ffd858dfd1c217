/** Whether a text in the log is the one that was typed: logs cut texts, make HTML of them and change white space. */
import { composed } from '../tickets/composed.ts';
import { hashText } from '../tickets/event-log.ts';

/**
 * How sure it is: `whole` (the same text), `cut` (its beginning, with a mark such as `…`), `begun` (its beginning without
 * one: cut at the log's longest, or else a shorter text of its own), `within` (with something before or after it, such
 * as a signature), or not at all.
 */
export type TextMatch = 'whole' | 'cut' | 'begun' | 'within' | 'none';

/** A beginning shorter than this proves nothing. */
const BEGUN_MIN = 40;
const CUT_MIN = 10;
const WITHIN_MIN = 16;

/** Compares a log entry's text with the typed one. */
export function matchText(shown: string, typed: string): TextMatch {
  const pairs = formsOf(shown).flatMap((one) => formsOf(typed).map((other) => matchForms(one, other)));
  const best = (['whole', 'cut', 'begun', 'within'] as const).find((match) => pairs.includes(match));
  return best ?? 'none';
}

function matchForms(shown: string, typed: string): TextMatch {
  if (typed === '' || shown === '') return 'none';
  if (shown === typed) return 'whole';
  const marked = /^(.+?)(?:…|\.{3}|\[\.{3}\]|\[…\])$/su.exec(shown)?.[1];
  if (marked !== undefined && marked.length >= CUT_MIN && typed.startsWith(marked)) return 'cut';
  if (shown.length >= BEGUN_MIN && typed.startsWith(shown)) return 'begun';
  if (typed.length >= WITHIN_MIN && shown.includes(typed)) return 'within';
  return shown.endsWith(`:${typed}`) ? 'within' : 'none';
}

/** What a text is known by where it is no longer kept: logs change white space, so that does not count. */
export function textPrint(text: string): string {
  return hashText(squash(text));
}

/** What texts a log entry may show are known by: it as it stands, and as HTML would show it. */
export function printsOfShown(shown: string): string[] {
  return formsOf(shown).map(hashText);
}

/** As it stands and as HTML would show it, each without white space and invisible characters. */
function formsOf(text: string): string[] {
  const forms = [squash(text), squash(plainOf(text)), squash(decode(text))];
  return [...new Set(forms)];
}

function squash(text: string): string {
  return composed(text).replace(/[\s\p{Cf}\p{Cc}]+/gu, '');
}

/** A description without its HTML. */
function plainOf(html: string): string {
  // What is never closed is only a tag; sought at each, the end of a long text of them is never reached.
  const closed = /^[\s\S]*<\/(?:style|script)>/i.exec(html)?.[0] ?? '';
  const shown =
    closed.replace(/<(?:style|script)\b[^<>]*>[\s\S]*?<\/(?:style|script)>/gi, '') + html.slice(closed.length);
  return decode(shown.replace(/<\/?[a-z!][^<>]*>/gi, ''));
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
