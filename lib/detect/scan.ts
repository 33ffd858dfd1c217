/** Looks through a whole tree for IDs: coarse over chunks of text, close only where that hits. */
import { findCandidates, mayHoldId } from '../tickets/find-ids.ts';
import { blockBefore, type Chunk, type Elements, elementsOf, readChunks, readWhole, type Tree } from './chunks.ts';
import { type Candidate, type Confirming, confirmHit, type Hit, placesIn, placesOf } from './found.ts';
import { nextText, type TextPart, withTexts } from './inline-text.ts';
import type { Ledger } from './ledger.ts';
import { isInPage } from './plain-reads.ts';

/** How much of a page is looked at before we stop and say so. */
export interface Budget {
  chars: number;
  elements: number;
  /** Something was left unread for it. */
  wasShort?: boolean;
}

export const fullBudget = (): Budget => ({ chars: 10_000_000, elements: 100_000 });

/** Asked before each reading. */
function isUsedUp(budget: Budget): boolean {
  if (budget.chars > 0 && budget.elements > 0) return false;
  budget.wasShort = true;
  return true;
}

/** What every look needs. */
export interface Look extends Confirming {
  ledger: Ledger;
  budget: Budget;
}

/** A longer text is looked at in pieces of this many characters, for a slice must end in time. */
const pieceLength = 64_000;
/** Trees of fewer elements are read from top to bottom: it takes no longer than to find out what is in view. */
const smallTree = 20_000;

/** To make sure of a hit takes no longer than a pause may, but for those that are split over many elements. */
const hitsPerStep = 4;

export interface ScanOptions {
  /** The elements of the tree, where they are known. */
  list?: Elements;
  /** The element in the middle of the view, asked for only where the tree is large. */
  findView?: () => Element | undefined;
  /** Nothing was found before, and nothing else is being looked at: what is found stands behind what was found. */
  isFirst?: boolean;
}

/**
 * Looks through a tree, the part that is in view first, until the budget is used up. What is left are short steps, to be
 * begun at once: for most trees none, for they are small, and hold nothing.
 */
export function scanTree(tree: Tree, look: Look, options: ScanOptions = {}): Iterable<void> {
  const list = options.list ?? elementsOf(tree);
  const whole = readWhole(tree, list);
  if (whole === undefined) return scanLarge(tree, look, { ...options, list });
  if (isUsedUp(look.budget) || !mayHoldId(whole.text, look.patterns)) return [];
  return lookAtChunk(whole, look, options.isFirst);
}

function* scanLarge(tree: Tree, look: Look, options: ScanOptions & Span): Generator<void, void> {
  const { list, isFirst } = options;
  const viewed = list.item(smallTree) === null ? undefined : options.findView?.();
  if (viewed === undefined) return yield* scanSpan(tree, look, { list, isFirst });
  const first = blockBefore(list, indexOf(list, viewed));
  const end = list[first];
  yield;
  yield* scanSpan(tree, look, { list, first, isFirst: isFirst && first === 0 });
  if (!isUsedUp(look.budget)) yield* scanSpan(tree, look, { list, end });
}

interface Span {
  list: Elements;
  first?: number;
  end?: Element;
  isFirst?: boolean;
}

function* scanSpan(tree: Tree, look: Look, { list, first, end, isFirst }: Span): Generator<void, void> {
  for (const chunk of readChunks(tree, list, first, end)) {
    if (isUsedUp(look.budget)) return;
    yield* lookAtChunk(chunk, look, isFirst);
    yield;
  }
}

/** The steps that are left, for most chunks none. */
function lookAtChunk(chunk: Chunk, look: Look, inOrder = false): Iterable<void> {
  const { text, start, elements } = chunk;
  look.budget.chars -= text.length;
  look.budget.elements -= elements;
  if (text.length > pieceLength) return lookAtLongChunk(chunk, look, inOrder);
  const candidates = findCandidates(text, look.patterns);
  if (candidates.length === 0 || !isInPage(start)) return [];
  const hits = withTexts(start, (walker) => placesOf(walker, text, candidates));
  if (hits.length > hitsPerStep) return confirmHits(hits, look, inOrder);
  for (const hit of hits) addHit(hit, look, inOrder);
  return [];
}

/** Piece by piece. Where its texts stand is told before the first pause: a page that changes in one moves the others. */
function* lookAtLongChunk({ text, start }: Chunk, look: Look, inOrder: boolean): Generator<void, void> {
  const { patterns } = look;
  const parts = withTexts(start, (walker) => partsUpTo(text.length, walker));
  for (let at = 0; at < text.length; at += pieceLength) {
    // Pieces overlap by the longest ID, so that none falls between two.
    const piece = text.slice(at, at + pieceLength + 2 * patterns.longest);
    const candidates: Candidate[] = [];
    for (const { start: from, end } of findCandidates(piece, patterns))
      if (from < pieceLength) candidates.push({ start: at + from, end: at + end });
    yield* confirmHits(placesIn(parts, text, candidates), look, inOrder);
    yield;
  }
}

function partsUpTo(length: number, walker: TreeWalker): TextPart[] {
  const parts: TextPart[] = [];
  let sum = 0;
  for (let node = nextText(walker); node !== null && sum < length; node = nextText(walker)) {
    parts.push({ node, from: 0, length: node.length });
    sum += node.length;
  }
  return parts;
}

/** What the page changes in a pause is looked at again, so what was read before it may be confirmed by that. */
function* confirmHits(hits: readonly Hit[], look: Look, inOrder: boolean): Generator<void, void> {
  let count = 0;
  for (const hit of hits) {
    if (hit.node.isConnected) addHit(hit, look, inOrder);
    if (++count % hitsPerStep === 0) yield;
  }
}

function addHit(hit: Hit, look: Look, inOrder: boolean): void {
  for (const found of confirmHit(hit, look)) look.ledger.add(found, inOrder);
}

/** Where an element stands among the elements of a tree: a binary search, for a list tells no index. */
function indexOf(list: Elements, element: Element): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    if (
      other !== undefined &&
      Node.prototype.compareDocumentPosition.call(other, element) & Node.DOCUMENT_POSITION_FOLLOWING
    )
      low = middle + 1;
    else high = middle;
  }
  return low;
}
