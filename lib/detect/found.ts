/** An ID found in a page, and the look that makes sure of it. */
import { findIds, type IdMatch, isInsideWord, matchAt } from '../tickets/find-ids.ts';
import type { Patterns } from '../tickets/patterns.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { elementAround, isUnreadIn, type UnreadPlaces } from './elements.ts';
import { type Line, nextText, readLine, type TextPart } from './inline-text.ts';

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

/** Where a quick look hit: in a text node, and in the joined text that was looked at, `at` characters from its start. */
export interface Hit extends TextPart {
  joined: string;
  at: number;
}

/** The IDs that start within a hit. */
export function confirmHit({ node, from, length, joined, at }: Hit, { patterns, unread }: Confirming): Found[] {
  // The page has shortened it in a pause: it is looked at again for that.
  if (from >= node.length) return [];
  // What decides is asked of the joined text where it is sure to stand in the same text node.
  if (from > 1 && isInsideWord(joined, at)) return [];
  if (isUnreadIn(elementAround(node), unread)) return [];
  if (from > 0 && from + length < node.length) {
    const match = matchFree(joined, at, length, patterns);
    if (match)
      return [{ id: match.id, parts: [{ node, from: from + match.start - at, length: match.end - match.start }] }];
  }
  const near = readLine(node, from, 1, length + 1);
  const match = matchFree(near.text, near.at, length, patterns, true);
  if (match) return [foundIn(near, match)];
  const line = readLine(node, from, boundary, length + boundary);
  return findIds(line.text, patterns)
    .filter(({ start, end }) => {
      const isSure = !line.isCut || end + 2 < line.text.length;
      return isSure && start >= line.at && start < line.at + length;
    })
    .map((each) => foundIn(line, each));
}

/**
 * The ID of a hit where the characters beside it decide, so that nothing further has to be read: most stand in brackets
 * or between spaces. What matches up to the end of the hit has nothing invisible in it. `isLine`: the text ends where its
 * line does.
 */
function matchFree(text: string, at: number, length: number, patterns: Patterns, isLine = false): IdMatch | undefined {
  const parts = (character: string) => (character === '' ? isLine : patterns.parting.has(character));
  if (!parts(text.charAt(at - 1)) || !parts(text.charAt(at + length))) return undefined;
  const match = matchAt({ plain: text, visible: text }, at, patterns, true);
  return match?.end === at + length ? match : undefined;
}

function foundIn(line: Line, { id, start, end }: IdMatch): Found {
  return { id, parts: cutParts(line, start, end) as [TextPart, ...TextPart[]] };
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

/** Where a quick look hit in a joined text. */
export interface Candidate {
  start: number;
  end: number;
}

/**
 * Where candidates, given in order, stand. `walker` stands before the first text node of the joined text that their offsets
 * count in. Find all before a pause: a walker does not get on from a node that the page takes out.
 */
export function placesOf(walker: TreeWalker, joined: string, candidates: readonly Candidate[]): Hit[] {
  const hits: Hit[] = [];
  let at = 0;
  let node = nextText(walker);
  for (const { start, end } of candidates) {
    while (node !== null && at + node.length <= start) {
      at += node.length;
      node = nextText(walker);
    }
    if (node === null) break;
    hits.push({ node, from: start - at, length: end - start, joined, at: start });
  }
  return hits;
}

/** The same among parts of text nodes, whose joined text it is. */
export function placesIn(parts: readonly TextPart[], joined: string, candidates: readonly Candidate[]): Hit[] {
  const hits: Hit[] = [];
  let at = 0;
  let nth = 0;
  for (const { start, end } of candidates) {
    let part = parts[nth];
    while (part !== undefined && at + part.length <= start) {
      at += part.length;
      part = parts[++nth];
    }
    if (part === undefined) break;
    hits.push({ node: part.node, from: part.from + start - at, length: end - start, joined, at: start });
  }
  return hits;
}
