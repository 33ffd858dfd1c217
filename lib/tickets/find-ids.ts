/** Finds ticket IDs in a text, and reads an ID that a person typed. */
import type { CompiledForms } from './compile.ts';
import type { Patterns } from './patterns.ts';
import { canonicalId, dropInvisible, invisible, oddHyphens, plainHyphens, type TicketId } from './ticket-id.ts';

/** An ID in a text: `start` and `end` are offsets of the ID itself in the text as given, without its context. */
export interface IdMatch {
  id: TicketId;
  start: number;
  end: number;
}

/**
 * All IDs of a text, first to last, none overlapping. On both sides stands a boundary: an ID inside a longer word,
 * number or hyphen chain is none. Time is linear in the text.
 */
export function findIds(text: string, patterns: Patterns): IdMatch[] {
  if (!mayHoldId(text, patterns)) return [];
  const visible = dropInvisible(text);
  const found = findInVisible(visible, patterns);
  return visible.length === text.length || found.length === 0 ? found : moveBack(found, text);
}

/** A quick look: false means that there is surely no ID. */
export function mayHoldId(text: string, { coarse }: Patterns): boolean {
  coarse.lastIndex = 0;
  return coarse.test(text);
}

/** Where a quick look hits: start and end of each place that may be an ID with its context. */
export function findCandidates(text: string, { coarse }: Patterns): { start: number; end: number }[] {
  coarse.lastIndex = 0;
  const found: { start: number; end: number }[] = [];
  for (let hit = coarse.exec(text); hit !== null; hit = coarse.exec(text)) {
    found.push({ start: hit.index, end: coarse.lastIndex });
    // A candidate may hide a true one that starts inside it: 1 of a cell before 09-13-O-TW4 of the next.
    coarse.lastIndex = hit.index + 1;
  }
  return found;
}

/** The ID in a text that a person typed or pasted: case, outer spaces, brackets, quotes and odd hyphens do not matter. */
export function findTypedId(text: string, compiled: CompiledForms): TicketId | undefined {
  const typed = plainHyphens(dropInvisible(text.slice(0, 400)))
    .trim()
    .toUpperCase();
  const bare = typed.replace(/^[\s[({<"'“”„«‹‘’]+|[\s\])}>"'“”»›‘’.,;:]+$/g, '');
  for (const pattern of compiled.typed) {
    const id = pattern.exec(typed)?.[1] ?? pattern.exec(bare)?.[1] ?? pattern.exec(bare.replace(/^#\s*/, ''))?.[1];
    if (id !== undefined) return canonicalId(id);
  }
  return undefined;
}

/**
 * The tickets that a text in the search field may mean: the ID that it is, or each one in it, as in a mail's subject. No
 * desk would find such a subject by its words.
 */
export function findMeantIds(text: string, compiled: CompiledForms): TicketId[] {
  const typed = findTypedId(text, compiled);
  return typed !== undefined ? [typed] : [...new Set(findIds(text, compiled).map(({ id }) => id))];
}

function findInVisible(visible: string, patterns: Patterns): IdMatch[] {
  const found: IdMatch[] = [];
  const plain = plainHyphens(visible);
  const { coarse } = patterns;
  coarse.lastIndex = 0;
  for (let hit = coarse.exec(plain); hit !== null; hit = coarse.exec(plain)) {
    const match = isInsideWord(visible, hit.index) ? undefined : matchAt({ plain, visible }, hit.index, patterns);
    if (match !== undefined) found.push(match);
    coarse.lastIndex = match === undefined ? hit.index + 1 : match.end;
  }
  return found;
}

/** A text with plain hyphens, and as it was: the two are of one length. */
interface Texts {
  plain: string;
  visible: string;
}

/** The longest ID that starts, with its context, exactly here. `isFree`: known to have a boundary on both sides. */
export function matchAt(
  { plain, visible }: Texts,
  at: number,
  { exact }: Patterns,
  isFree = false,
): IdMatch | undefined {
  let best: IdMatch | undefined;
  for (const { pattern, hasSuffix } of exact) {
    pattern.lastIndex = at;
    const hit = pattern.exec(plain);
    if (hit === null) continue;
    const prefix = hit[1] ?? '';
    const id = hit[2] ?? '';
    const start = at + prefix.length;
    const end = start + id.length;
    if (best !== undefined && best.end - best.start >= id.length) continue;
    const written = visible.slice(start, end);
    const freeBefore = isFree || (prefix !== '' && !isWord(prefix)) || isFreeBefore(visible, at, written);
    const freeAfter = isFree || hasSuffix || isFreeAfter(visible, end, written);
    if (freeBefore && freeAfter) best = { id: canonicalId(id), start, end };
  }
  return best;
}

/** A quick look, by ASCII only: inside a word, a number or a chain of them nothing can begin, be it ID or context. */
export function isInsideWord(text: string, at: number): boolean {
  if (at === 0 || !isAsciiWord(text.charCodeAt(at))) return false;
  const before = text.charCodeAt(at - 1);
  return isAsciiWord(before) || (at > 1 && isShortHyphen(before) && isAsciiWord(text.charCodeAt(at - 2)));
}

/** All hyphens but the long dashes, which stand between words too. */
function isShortHyphen(code: number): boolean {
  return code === 0x2d || (code >= 0x2010 && code <= 0x2013) || code === 0x2212;
}

function isAsciiWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

const hyphenStart = new RegExp(`^[-${oddHyphens}]`);
const longDashStart = /^[\u2014\u2015]/;

/** Whether a text starts with one of these. Nearly all texts around an ID are ASCII, and the pattern costs much more. */
function isWord(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 128 ? startsWord(text) : isAsciiWord(code) || code === 0x5f;
}

/**
 * Letters, digits, marks and `_`; but not the letters of scripts that put no spaces between words. To read the pattern takes
 * a browser 0.8 ms, so it is not made where no page needs it.
 */
function startsWord(text: string): boolean {
  return /^(?!\ufe0e|\ufe0f|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}_]/u.test(
    text,
  );
}

function isFreeBefore(text: string, at: number, id: string): boolean {
  const last = characterBefore(text, at);
  if (isWord(last)) return false;
  return !(joins(last, id) && isWord(characterBefore(text, at - last.length)));
}

function isFreeAfter(text: string, at: number, id: string): boolean {
  if (isInsideWord(text, at)) return false;
  const next = text.slice(at, at + 2);
  if (isWord(next)) return false;
  if (joins(next, id) && isWord(text.slice(at + 1, at + 3))) return false;
  return !(/^[.,][0-9]/.test(next) && /^[0-9]+$/.test(id));
}

/** A hyphen makes a chain of what stands around it. A long dash does so only where the ID itself is written with it. */
function joins(mark: string, id: string): boolean {
  return hyphenStart.test(mark) && (!longDashStart.test(mark) || /[\u2014\u2015]/.test(id));
}

function characterBefore(text: string, at: number): string {
  const low = text.charAt(at - 1);
  return /[\udc00-\udfff]/.test(low) ? text.slice(Math.max(0, at - 2), at) : low;
}

/** Turns offsets in the visible text into offsets in the raw one. */
function moveBack(found: IdMatch[], raw: string): IdMatch[] {
  const rawOffset: number[] = [];
  for (let at = 0; at < raw.length; at++) if (!isInvisible.test(raw.charAt(at))) rawOffset.push(at);
  return found.map(({ id, start, end }) => ({
    id,
    start: rawOffset[start] ?? 0,
    end: (rawOffset[end - 1] ?? raw.length - 1) + 1,
  }));
}

const isInvisible = new RegExp(`[${invisible}]`);
