/** Cuts a tree into chunks of text that are looked at one by one, without a step of ours for each node. */
import { isBlockName } from './elements.ts';
import { withRange } from './spare-range.ts';

/** A chunk of a tree: the text from the inside of `start` to the inside of `end` (or the end of the tree). */
export interface Chunk {
  text: string;
  /** How many elements it is read from, about. */
  elements: number;
  /** The text nodes of `text` come after this node. */
  start: Node;
}

/** A document's body or other element, or a shadow root. */
export type Tree = Element | ShadowRoot;

/**
 * Characters that a chunk should have. Building a long string costs several times more for each character than building
 * a short one, and short ones mostly stay narrow.
 */
const wantedChars = 5000;
/** Elements in the first chunk; those after it have as many as the text in them suggests, between the two limits. */
const firstSize = 60;
const leastSize = 30;
const mostSize = 1000;
/** So many elements further on a block is sought to cut at, for no ID goes over one. */
const blockSearch = 40;
/** Where there is none, chunks overlap by so many elements. */
export const overlap = 24;

/** All elements of a tree, in document order. */
export function elementsOf(tree: Tree): ArrayLike<Element> {
  return 'getElementsByTagName' in tree ? tree.getElementsByTagName('*') : tree.querySelectorAll('*');
}

/**
 * Reads a tree chunk by chunk, in document order, from the `first`-th of its elements to before the `end`-th. The page may
 * change between two steps: what it moves or adds is for the observer to see, all else is read once. Why like this:
 * walking an element list within the browser and one `Range.toString()` per chunk costs less than `textContent` of
 * the whole, and needs no look at how the tree is built, so that wide, flat and deep pages cost the same.
 */
export function* readChunks(
  tree: Tree,
  list: ArrayLike<Element>,
  first = 0,
  end = Number.POSITIVE_INFINITY,
): Generator<Chunk, void> {
  if (first === 0 && list[Math.min(firstSize, end)] === undefined) {
    yield { text: tree.textContent ?? '', elements: list.length, start: tree };
    return;
  }
  let start: Node = first === 0 ? tree : (list[first] ?? tree);
  let size = firstSize;
  for (let at = first; at < end; ) {
    const cut = findCut(list, Math.min(at + size, end));
    if (!start.isConnected) start = list[at] ?? tree;
    const from = start;
    const text = withRange((range) => readBetween(range, tree, from, cut.element));
    yield { text, elements: cut.at - at, start: from };
    if (cut.element === undefined) return;
    at = cut.at;
    start = list[cut.next] ?? cut.element;
    size = nextSize(size, text.length);
  }
}

/** Grows and shrinks by steps, for a page may hold thin and thick parts in turn. */
function nextSize(size: number, chars: number): number {
  const fitting = Math.round((size * wantedChars) / Math.max(chars, 1));
  return Math.max(leastSize, Math.min(fitting, 4 * size, mostSize));
}

interface Cut {
  /** The element that the chunk ends in, before its content; none at the end of the tree. */
  element: Element | undefined;
  at: number;
  /** Where the next chunk starts. */
  next: number;
}

function findCut(list: ArrayLike<Element>, wanted: number): Cut {
  for (let at = wanted; at < wanted + blockSearch; at++) {
    const element = list[at];
    if (element === undefined || isBlockName(element)) return { element, at, next: at };
  }
  return { element: list[wanted], at: wanted, next: wanted - overlap };
}

function readBetween(range: Range, tree: Tree, start: Node, end: Element | undefined): string {
  range.setStart(start, 0);
  if (end === undefined) {
    const last = tree.lastChild;
    if (last === null) return '';
    range.setEndAfter(last);
  } else range.setEnd(end, 0);
  // The page moved things meanwhile: the ends are no longer in order. Rather read too much than too little.
  return range.startContainer === start ? range.toString() : (tree.textContent ?? '');
}
