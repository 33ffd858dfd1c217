/** Reads the text around a place as it stands in one line: over inline elements, never over blocks, cells or breaks. */
import { isLeftOut, type Standing, standingOf } from './elements.ts';
import { isElement, isText } from './plain-reads.ts';

/** A part of a text node: `length` characters from offset `from`. */
export interface TextPart {
  node: Text;
  from: number;
  length: number;
}

export interface Line {
  text: string;
  parts: TextPart[];
  /** Offset in `text` of the place that was asked for. */
  at: number;
  /** True where the line goes on behind `text`. */
  isCut: boolean;
}

export type Side = 'previousSibling' | 'nextSibling';
type Judge = (element: Element) => Standing;

/** Steps over so many nodes at most: what is further away, no person reads as one word. */
const mostSteps = 400;

/** The line around offset `from` of a text node: up to `before` characters before it, up to `after` from it on. */
export function readLine(node: Text, from: number, before: number, after: number): Line {
  const start = Math.max(0, from - before);
  const end = Math.min(node.length, from + after);
  const judge = remembering(standingOf);
  const head = start > 0 ? [] : textBeside(node, 'previousSibling', before - from, judge);
  const tail = end < node.length ? [] : textBeside(node, 'nextSibling', from + after - end, judge);
  const parts = [...head, { node, from: start, length: end - start }, ...tail];
  const missing = from + after - end - lengthOf(tail);
  return { text: textOf(parts), parts, at: lengthOf(head) + from - start, isCut: end < node.length || missing <= 0 };
}

/** Both sides of a text stand in the same elements, and to ask for a style costs more than all else here. */
function remembering(judge: Judge): Judge {
  const known = new Map<Element, Standing>();
  return (element) => {
    const standing = known.get(element) ?? judge(element);
    known.set(element, standing);
    return standing;
  };
}

/**
 * The text of a part as it is now: less, or nothing, where the page has shortened it. Only as much is handed out by the
 * browser, for a text of megabytes may cost 0.2 ms each time.
 */
export function textAt({ node, from, length }: TextPart): string {
  return from < node.length ? node.substringData(from, length) : '';
}

/** The text of parts as it is now. */
export function textOf(parts: readonly TextPart[]): string {
  let text = '';
  for (const part of parts) text += textAt(part);
  return text;
}

export function lengthOf(parts: readonly TextPart[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

/** What ends a line early: one of these characters, with more than so many between it and the place. */
export interface LineEnd {
  characters: ReadonlySet<string>;
  beyond: number;
}

/** Up to `wanted` characters of the line that `start` stands in, on one side of it, in page order. */
export function textBeside(start: Node, side: Side, wanted: number, judge: Judge, end?: LineEnd): TextPart[] {
  const parts: TextPart[] = [];
  const walk = { side, judge, stepsLeft: mostSteps };
  let missing = wanted;
  let node = missing > 0 ? findNextText(start, walk) : undefined;
  while (node !== undefined) {
    const length = Math.min(node.length, missing);
    const part = { node, from: side === 'nextSibling' ? 0 : node.length - length, length };
    parts.push(part);
    const isEnd = end !== undefined && endsLine(part, side, end, wanted - missing);
    missing -= length;
    node = isEnd || missing <= 0 ? undefined : findNextText(node, walk);
  }
  return side === 'nextSibling' ? parts : parts.reverse();
}

function endsLine(part: TextPart, side: Side, end: LineEnd, before: number): boolean {
  const text = textAt(part);
  for (let nth = Math.max(0, end.beyond - before); nth < text.length; nth++) {
    if (end.characters.has(text.charAt(side === 'nextSibling' ? nth : text.length - 1 - nth))) return true;
  }
  return false;
}

interface Walk {
  side: Side;
  judge: Judge;
  stepsLeft: number;
}

/** The next text in the same line, or none where the line ends. */
function findNextText(start: Node, walk: Walk): Text | undefined {
  let node = stepOn(start, walk);
  while (node !== undefined && walk.stepsLeft-- > 0) {
    if (isText(node)) {
      if (node.length > 0) return node;
      node = stepOn(node, walk);
    } else if (isElement(node)) {
      const standing = walk.judge(node);
      if (standing === 'parts text' || (standing === 'in line' && isLeftOut(node))) return undefined;
      const inner: Node | null = walk.side === 'nextSibling' ? node.firstChild : node.lastChild;
      node = standing === 'in line' && inner !== null ? inner : stepOn(node, walk);
    } else node = stepOn(node, walk);
  }
  return undefined;
}

/** The next node that does not lie inside this one, or none where that leaves the line. */
function stepOn(start: Node, { side, judge }: Walk): Node | undefined {
  let node = start;
  for (let depth = 0; depth < mostSteps; depth++) {
    // By name: a key that differs from call to call makes each read many times slower.
    const next = side === 'nextSibling' ? node.nextSibling : node.previousSibling;
    if (next !== null) return next;
    const parent = node.parentElement;
    if (parent === null || judge(parent) !== 'in line') return undefined;
    node = parent;
  }
  return undefined;
}

/** Walks the text nodes in a tree. What it shows needs no second look: `nextText` says what it is. */
export function walkTexts(root: Node): TreeWalker {
  return document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
}

let spare: TreeWalker | undefined;

/** Lends a walker that stands before the texts after `start`: to make one takes a browser as long as forty steps. */
export function withTexts<T>(start: Node, use: (walker: TreeWalker) => T): T {
  spare ??= walkTexts(document);
  spare.currentNode = start;
  const result = use(spare);
  spare.currentNode = document;
  return result;
}

export function nextText(walker: TreeWalker): Text | null {
  return walker.nextNode() as Text | null;
}
