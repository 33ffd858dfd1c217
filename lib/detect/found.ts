/** An ID found in a page, and the look that makes sure of it. */
import type { CompiledForms } from '../tickets/compile.ts';
import { findIds, isInsideWord } from '../tickets/find-ids.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { isUnread } from './elements.ts';
import { isText, type Line, readLine, type TextPart } from './inline-text.ts';

/** One occurrence of an ID: the parts of text nodes that it is written in, in order; mostly one. */
export interface Found {
  id: TicketId;
  parts: readonly TextPart[];
}

/** Visible characters that decide on each side whether an ID stands free, with some room for invisible ones. */
const boundary = 12;

/** The IDs that start within `length` characters from offset `from` of a text node, which a quick look hit. */
export function confirmFound(node: Text, from: number, length: number, compiled: CompiledForms): Found[] {
  if (isInsideWord(node.data, from)) return [];
  const parent = node.parentElement;
  if (parent !== null && isUnread(parent)) return [];
  const line = readLine(node, from, boundary, length + boundary);
  const found: Found[] = [];
  for (const { id, start, end } of findIds(line.text, compiled)) {
    const isSure = !line.isCut || end + 2 < line.text.length;
    if (start >= line.at && start < line.at + length && isSure) found.push({ id, parts: cutParts(line, start, end) });
  }
  return found;
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
  compiled: CompiledForms,
): Generator<Found[], void> {
  let at = 0;
  let node = nextText(walker);
  for (const { start, end } of candidates) {
    while (node !== undefined && at + node.length <= start) {
      at += node.length;
      node = nextText(walker);
    }
    if (node === undefined) return;
    yield confirmFound(node, start - at, end - start, compiled);
  }
}

function nextText(walker: TreeWalker): Text | undefined {
  const node = walker.nextNode();
  return node !== null && isText(node) ? node : undefined;
}
