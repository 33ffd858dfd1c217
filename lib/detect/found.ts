/** An ID found in a page, and the look that makes sure of it. */
import { findIds, isInsideWord, matchAt } from '../tickets/find-ids.ts';
import type { Patterns } from '../tickets/patterns.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { elementAround, isUnreadIn, type UnreadPlaces } from './elements.ts';
import { type Line, nextText, readLine, type TextPart, textAt } from './inline-text.ts';

/** One occurrence of an ID: the parts of text nodes that it is written in, in order; mostly one. */
export interface Found {
  id: TicketId;
  parts: readonly [TextPart, ...TextPart[]];
}

/** False where the page has taken it out, or shortened its text, since it was found. */
export function stands({ parts }: Found): boolean {
  return parts.every(({ node, from, length }) => node.isConnected && from + length <= node.length);
}

/** Where in the page it begins and ends. */
export function endsOf({ parts: [first, ...rest] }: Found): StaticRangeInit {
  const { node, from, length } = rest.at(-1) ?? first;
  return { startContainer: first.node, startOffset: first.from, endContainer: node, endOffset: from + length };
}

export interface Confirming {
  patterns: Patterns;
  unread: UnreadPlaces;
}

/** Visible characters that decide on each side whether an ID stands free, with some room for invisible ones. */
const boundary = 12;

/** Characters on each side that tell whether what stands between them stands free: two, for each may be a pair. */
const beside = 4;

/** The IDs that start within `length` characters from offset `from` of a text node, which a quick look hit. */
export function confirmFound(node: Text, from: number, length: number, { patterns, unread }: Confirming): Found[] {
  const start = Math.max(0, from - beside);
  const text = textAt({ node, from: start, length: from - start + length + beside });
  const at = from - start;
  if (isInsideWord(text, at) || isUnreadIn(elementAround(node), unread)) return [];
  if (standsFree(text, at, length, patterns)) {
    // What matches up to the end of the hit has nothing invisible in it.
    const match = matchAt({ plain: text, visible: text }, at, patterns);
    if (match?.end === at + length)
      return [{ id: match.id, parts: [{ node, from: start + match.start, length: match.end - match.start }] }];
  }
  const line = readLine(node, from, boundary, length + boundary);
  const found: Found[] = [];
  for (const { id, start, end } of findIds(line.text, patterns)) {
    const isSure = !line.isCut || end + 2 < line.text.length;
    const [first, ...rest] = cutParts(line, start, end);
    if (first && isSure && start >= line.at && start < line.at + length) found.push({ id, parts: [first, ...rest] });
  }
  return found;
}

/** Where the characters beside it decide, nothing further has to be read: most IDs stand in brackets or between spaces. */
function standsFree(text: string, at: number, length: number, { parting }: Patterns): boolean {
  return parting.has(text.charAt(at - 1)) && parting.has(text.charAt(at + length));
}

function cutParts(line: Line, start: number, end: number): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const part of line.parts) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, part.length);
    if (from < to) parts.push({ node: part.node, from: part.from + from, length: to - from });
    at += part.length;
  }
  return parts;
}

/** Where a quick look hit in the joined text of the text nodes from `first` on. */
export interface Candidate {
  start: number;
  end: number;
}

/**
 * Finds the text nodes of candidates, given in order, and makes sure of each. `walker` stands before the first text
 * node of the joined text that the offsets count in. A step per candidate, so that a caller can pause between them.
 */
export function* confirmCandidates(
  walker: TreeWalker,
  candidates: readonly Candidate[],
  confirming: Confirming,
): Generator<Found[], void> {
  // All are placed before the first pause, for a walker does not get on from a node that the page takes out.
  for (const { node, from, length } of placesOf(walker, candidates)) {
    if (node.isConnected) yield confirmFound(node, from, length, confirming);
  }
}

function placesOf(walker: TreeWalker, candidates: readonly Candidate[]): TextPart[] {
  const places: TextPart[] = [];
  let at = 0;
  let node = nextText(walker);
  for (const { start, end } of candidates) {
    while (node !== null && at + node.length <= start) {
      at += node.length;
      node = nextText(walker);
    }
    if (node === null) break;
    places.push({ node, from: start - at, length: end - start });
  }
  return places;
}
