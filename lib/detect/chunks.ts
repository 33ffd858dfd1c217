/** Cuts a tree into chunks of text that are looked at one by one, without a step of ours for each node. */
import { isBlockName } from './elements.ts';
import { allIn, isElement, isInPage, isText, lastChildOf, nameOf, siblingBefore, wholeTextOf } from './plain-reads.ts';
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
 * Characters that a chunk should have after so many others. Measured at 5,000 to 20,000 on pages that are read again and
 * again: with 20,000 one of some 100 kB costs a quarter more than with 8,000, and one of 10 MB an eighth less.
 */
const wantedChars = (read: number) => Math.min(8000 + read / 100, 20_000);
/** Elements in the first chunk; those after it have as many as the text in them suggests, between the two limits. */
const firstSize = 60;
const leastSize = 30;
const mostSize = 1000;
/** So many elements further on a block is sought to cut at, for no ID goes over one. */
const blockSearch = 40;
/** Where there is none, chunks overlap by so many elements. */
const overlap = 24;

/** As the browser lists them. Past their end `item` is asked, for an index there is sought like a property. */
export type Elements = NodeListOf<Element> | HTMLCollectionOf<Element>;

/** True where a tree has so few elements, given in document order, that it is read in one piece. */
export function isSmall(list: Elements): boolean {
  return list.item(firstSize) === null;
}

/** All elements of a tree, in document order. */
export function elementsOf(tree: Tree): Elements {
  return isElement(tree) ? Element.prototype.getElementsByTagName.call(tree, '*') : tree.querySelectorAll('*');
}

/** A small tree in one piece. Undefined where it is large, or holds long code. */
export function readWhole(tree: Tree, list: Elements): Chunk | undefined {
  if (!isSmall(list)) return undefined;
  const text = wholeTextOf(tree);
  if (text.length >= longCode && longCodes(tree, tree).length > 0) return undefined;
  return { text, elements: list.length, start: tree };
}

/**
 * Reads a tree chunk by chunk, in document order, from the `first`-th of its elements to the inside of `end`. The page may
 * change between two steps: what it moves or adds is for the observer to see, all else is read. Why like this:
 * walking an element list within the browser and one `Range.toString()` per chunk costs less than `textContent` of
 * the whole, and needs no look at how the tree is built, so that wide, flat and deep pages cost the same.
 */
export function* readChunks(tree: Tree, list: Elements, first = 0, end?: Element): Generator<Chunk, void> {
  let start: Node = first === 0 ? tree : (list[first] ?? tree);
  let codes = isSmall(list) || endsInLongCode(tree) ? longCodes(tree, start) : undefined;
  /** Where chunks began, for the page may take out any of them during a pause: then one before it. */
  const starts: Node[] = [tree];
  const stepBack = () => {
    while (!isInPage(start) && starts.length > 0) start = starts.pop() ?? tree;
  };
  const read = (to: Element | null | undefined): Chunk => {
    stepBack();
    starts.push(start);
    return { text: textBetween(tree, start, to), elements: 0, start };
  };
  let size = firstSize;
  let charsRead = 0;
  for (let at = first; ; ) {
    const cut = findCut(list, at + size);
    const stop = end && isInPage(end) ? end : undefined;
    const isLast = cut.element === undefined || (stop !== undefined && !isBefore(cut.element, stop));
    const to = isLast ? stop : cut.element;
    let chars = 0;
    for (let code = codes?.[0]; code !== undefined && isBefore(code, to); code = codes?.[0]) {
      codes?.shift();
      if (!code.isConnected) continue;
      const chunk = read(code.parentElement);
      yield chunk;
      chars += chunk.text.length;
      start = code;
    }
    const chunk = read(to);
    yield { ...chunk, elements: cut.at - at };
    if (isLast || cut.element === undefined) return;
    at = cut.at;
    start = cut.next ?? cut.element;
    chars += chunk.text.length;
    charsRead += chars;
    size = nextSize(size, chars, wantedChars(charsRead));
    if (codes === undefined && chunk.text.length > longChunk) {
      stepBack();
      codes = longCodes(tree, start);
    }
  }
}

/** Shorter code is read with the text around it: to leave it out costs as much. */
const longCode = 1000;
/**
 * Code is sought once, where a chunk or a script at the end has more characters than this: the search goes through all
 * elements, which would be half of the time that a page without code takes.
 */
const longChunk = 4 * wantedChars(0);
/** So many of the last nodes are asked whether they are such a script. */
const lastAsked = 60;

/** The data that a page brings for its scripts, often most of it, mostly stands at the end of its body. */
function endsInLongCode(tree: Tree): boolean {
  let node = lastChildOf(tree);
  for (let asked = 0; asked < lastAsked && node !== null; asked++, node = siblingBefore(node)) {
    if (!isElement(node) || nameOf(node) !== 'script') continue;
    const { firstChild } = node;
    if (firstChild !== null && isText(firstChild) && firstChild.length > longChunk) return true;
  }
  return false;
}

/**
 * The long texts after `start` that nobody reads, in page order: pages carry megabytes of scripts and data in their body.
 * An ID that has one of them between its characters is not found. Each name is a question of its own, for a browser
 * answers a list of names six times slower.
 */
function longCodes(tree: Tree, start: Node): Text[] {
  const [scripts, styles] = [longTextsOf('script', tree), longTextsOf('style', tree)];
  const codes = styles.length === 0 ? scripts : [...scripts, ...styles].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  return start === tree ? codes : codes.filter((code) => isBefore(start, code));
}

function longTextsOf(name: string, tree: Tree): Text[] {
  return [...allIn(tree, name)]
    .map(({ firstChild }) => firstChild)
    .filter((text): text is Text => text !== null && isText(text) && text.length >= longCode);
}

/** In page order; what is not there at all comes after everything. */
function isBefore(node: Node, other: Node | undefined): boolean {
  return (
    other === undefined ||
    (Node.prototype.compareDocumentPosition.call(node, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  );
}

/** Grows and shrinks by steps, for a page may hold thin and thick parts in turn. */
function nextSize(size: number, chars: number, wanted: number): number {
  const fitting = Math.round((size * wanted) / Math.max(chars, 1));
  return Math.max(leastSize, Math.min(fitting, 4 * size, mostSize));
}

interface Cut {
  /** The element that the chunk ends in, before its content; none at the end of the tree. */
  element: Element | undefined;
  at: number;
  /** Where the next chunk starts: by now, for the list may be another one after a pause. */
  next: Element | undefined;
}

function findCut(list: Elements, wanted: number): Cut {
  for (let at = wanted; at < wanted + blockSearch; at++) {
    const element = list[at];
    if (element === undefined || isBlockName(element)) return { element, at, next: element };
  }
  return { element: list[wanted], at: wanted, next: list[wanted - overlap] };
}

/** The index of a place near this one, at or before it, where reading can begin. */
export function blockBefore(list: Elements, at: number): number {
  for (let before = at; before >= Math.max(0, at - blockSearch); before--) {
    const element = list[before];
    if (element !== undefined && isBlockName(element)) return before;
  }
  return Math.max(0, at - overlap);
}

/**
 * From the inside of `start`, or from the end of a text, to the inside of `end`. Nothing where the page has moved things
 * meanwhile, so that the two are not in order any more: the next chunk starts at `end` then.
 */
function textBetween(tree: Tree, start: Node, end: Element | null | undefined): string {
  const last = lastChildOf(tree);
  return withRange((range) => {
    range.setStart(start, isText(start) ? start.length : 0);
    if (end) range.setEnd(end, 0);
    else if (last !== null) range.setEndAfter(last);
    return range.toString();
  });
}
