/** Looks through a whole tree for IDs: coarse over chunks of text, close only where that hits. */
import { findCandidates } from '../tickets/find-ids.ts';
import { blockBefore, type Chunk, elementsOf, readChunks, readWhole, type Tree } from './chunks.ts';
import { type Candidate, type Confirming, confirmCandidates } from './found.ts';
import { walkTexts } from './inline-text.ts';
import type { Ledger } from './ledger.ts';

/** How much of a page is looked at before we stop and say so. */
export interface Budget {
  chars: number;
  elements: number;
}

export const fullBudget = (): Budget => ({ chars: 10_000_000, elements: 100_000 });

const isUsedUp = ({ chars, elements }: Budget) => chars <= 0 || elements <= 0;

/** What every look needs. */
export interface Look extends Confirming {
  ledger: Ledger;
  budget: Budget;
}

/** A longer text is looked at in pieces of this many characters, for a slice must end in time. */
const pieceLength = 64_000;
/** Trees of fewer elements are read from top to bottom: it takes no longer than to find out what is in view. */
const smallTree = 20_000;

export interface ScanOptions {
  /** The elements of the tree, where they are known. */
  list?: ArrayLike<Element>;
  /** The element in the middle of the view, asked for only where the tree is large. */
  findView?: () => Element | undefined;
  /** Nothing was found before, and nothing else is being looked at: what is found stands behind what was found. */
  isFirst?: boolean;
}

/**
 * Looks through a tree, the part that is in view first, until the budget is used up. Each step is short. Returns
 * whether the tree was read to its end.
 */
export function* scanTree(tree: Tree, look: Look, options: ScanOptions = {}): Generator<void, boolean> {
  const list = options.list ?? elementsOf(tree);
  const whole = readWhole(tree, list);
  if (whole !== undefined) {
    if (isUsedUp(look.budget)) return false;
    yield* lookAtChunk(tree, whole, look, options.isFirst);
    yield;
    return true;
  }
  const viewed = list[smallTree] === undefined ? undefined : options.findView?.();
  if (viewed === undefined) return yield* scanSpan(tree, look, { list, isFirst: options.isFirst });
  const first = blockBefore(list, indexOf(list, viewed));
  const end = list[first];
  yield;
  const isFirst = options.isFirst && first === 0;
  return (yield* scanSpan(tree, look, { list, first, isFirst })) && (yield* scanSpan(tree, look, { list, end }));
}

interface Span {
  list: ArrayLike<Element>;
  first?: number;
  end?: Element;
  isFirst?: boolean;
}

function* scanSpan(tree: Tree, look: Look, { list, first, end, isFirst }: Span): Generator<void, boolean> {
  for (const chunk of readChunks(tree, list, first, end)) {
    if (isUsedUp(look.budget)) return false;
    yield* lookAtChunk(tree, chunk, look, isFirst);
    yield;
  }
  return true;
}

function* lookAtChunk(tree: Tree, chunk: Chunk, look: Look, inOrder = false): Generator<void, void> {
  const { patterns, ledger, budget } = look;
  budget.chars -= chunk.text.length;
  budget.elements -= chunk.elements;
  const candidates: Candidate[] = [];
  for (let at = 0; at === 0 || at < chunk.text.length; at += pieceLength) {
    // Pieces overlap by the longest ID, so that none falls between two.
    const piece =
      chunk.text.length <= pieceLength ? chunk.text : chunk.text.slice(at, at + pieceLength + 2 * patterns.longest);
    if (at > 0) yield;
    for (const { start, end } of findCandidates(piece, patterns)) {
      if (start < pieceLength) candidates.push({ start: at + start, end: at + end });
    }
  }
  if (candidates.length === 0) return;
  const walker = walkTexts(tree);
  walker.currentNode = chunk.start;
  for (const found of confirmCandidates(walker, candidates, look)) {
    for (const one of found) ledger.add(one, inOrder);
    yield;
  }
}

/** Where an element stands among the elements of a tree: a binary search, for a list tells no index. */
function indexOf(list: ArrayLike<Element>, element: Element): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    if (other !== undefined && other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
      low = middle + 1;
    else high = middle;
  }
  return low;
}
