/** Looks again at single places of a page that changed, with the text around them. */
import { findCandidates, mayHoldId } from '../tickets/find-ids.ts';
import type { Changes } from './changes.ts';
import { elementsOf } from './chunks.ts';
import { elementAround, isBlockName, isLeftOut, isUnread, isUnreadIn, isWithin, likelyStandingOf } from './elements.ts';
import { confirmHit, type Found, placesIn, stands } from './found.ts';
import { lengthOf, nextText, type TextPart, textBeside, textOf, walkTexts } from './inline-text.ts';
import { type Ledger, startOf } from './ledger.ts';
import { isInPage, isText, wholeTextOf } from './plain-reads.ts';
import type { Roots } from './roots.ts';
import { type Look, scanTree } from './scan.ts';

/** An ID that begins or ends this near to a change may stand free no longer, or only now. */
const nearby = 4;
/** Elements in line that hold more than this are looked through as trees, without what stands beside them. */
const largeElement = 40;
/** Longer texts are looked at in whole by the scan's pieces. */
const longText = 20_000;

/** A step reads about so many characters, for to look at a short text takes hardly longer than to ask the clock. */
const charsPerStep = 1000;
/** What it costs beside its characters to look at a text, and to ask an element for its shadow root, in characters. */
const perText = 20;
const perAsk = 10;

/** Looks at what changed. `readSoon`: the roots in a place that is no longer edited. */
export function* lookAtChanges(
  changes: Changes,
  look: Look,
  roots: Roots,
  readSoon: (root: ShadowRoot) => void,
): Generator<void, void> {
  const { ledger } = look;
  if (changes.isLess) {
    yield* ledger.dropGone();
    for (const node of changes.moved) dropMoved(node, ledger);
    if (roots.dropGone()) changes.hasLostFrame = true;
    if (changes.moved.size > 0) ledger.reorder();
    yield;
  }
  for (const element of changes.emptied) if (isInPage(element)) yield* roots.askNew(element);
  for (const place of changes.edited) {
    if (!isInPage(place)) continue;
    dropUnread(place, ledger);
    if (isUnread(place)) continue;
    yield* lookAtElement(place, look);
    for (const root of roots.known) if (isWithin(root.host, place)) readSoon(root);
    yield* roots.askNew(place);
  }
  yield* lookAtAdded(changes.added, look, (element) => roots.askNew(element));
  yield* lookAtTexts(changes.texts, look);
}

/** Looks at elements that came, outermost ones. `ask` asks one and all in it for roots, and returns how many those are. */
function* lookAtAdded(
  elements: Iterable<Element>,
  look: Look,
  ask: (element: Element) => Generator<void, number>,
): Generator<void, void> {
  let work = 0;
  for (const element of elements) {
    if (isUnreadIn(elementAround(element), look.unread) || !isInPage(element)) continue;
    work += yield* lookAtElement(element, look);
    work += perAsk * (yield* ask(element));
    if (work < charsPerStep) continue;
    work = 0;
    yield;
  }
}

/** Looks at texts that came or changed. */
function* lookAtTexts(texts: Iterable<Text>, look: Look): Generator<void, void> {
  let work = 0;
  for (const text of texts) {
    if (isUnreadIn(elementAround(text), look.unread) || !text.isConnected) continue;
    yield* lookAtText(text, look);
    work += perText + text.length;
    if (work < charsPerStep) continue;
    work = 0;
    yield;
  }
}

function* lookAtText(text: Text, look: Look): Generator<void, void> {
  if (text.length > longText) {
    for (const found of look.ledger.at(text)) look.ledger.drop(found);
    const parent = text.parentElement ?? text.parentNode;
    if (parent instanceof Element || parent instanceof ShadowRoot) yield* scanTree(parent, look);
    return;
  }
  lookAtLine(aroundOf(text, [{ node: text, from: 0, length: text.length }], look), look);
}

/** Looks at an element that came, and all in it. Returns how many characters were read. */
function* lookAtElement(element: Element, look: Look): Generator<void, number> {
  if (isBlockName(element)) {
    const text = wholeTextOf(element);
    if (text.length > longText || mayHoldId(text, look.patterns)) yield* scanTree(element, look);
    return text.length;
  }
  if (elementsOf(element).item(largeElement) !== null) {
    yield* scanTree(element, look);
    return longText;
  }
  const inside = isLeftOut(element) ? [] : textIn(element);
  if (lengthOf(inside) > longText) {
    yield* scanTree(element, look);
    return longText;
  }
  const line = aroundOf(element, inside, look);
  lookAtLine(line, look);
  return line.to;
}

/** What changed, and as much of its line on both sides as may make an ID of it. */
function aroundOf(place: Node, inside: TextPart[], { patterns }: Look): ChangedLine {
  const reach = patterns.longest + 2 * nearby;
  // What is nearer than that may be written with a part further away: it must be read in whole, not to be dropped.
  const end = { characters: patterns.parting, beyond: nearby };
  const before = textBeside(place, 'previousSibling', reach, likelyStandingOf, end);
  const after = textBeside(place, 'nextSibling', reach, likelyStandingOf, end);
  const from = lengthOf(before);
  return { parts: [...before, ...inside, ...after], from, to: from + lengthOf(inside) };
}

function textIn(element: Node): TextPart[] {
  const parts: TextPart[] = [];
  const walker = walkTexts(element);
  for (let node = nextText(walker); node !== null; node = nextText(walker))
    parts.push({ node, from: 0, length: node.length });
  return parts;
}

/** Parts that may be one line; what changed lies between the offsets `from` and `to` of their text. */
interface ChangedLine {
  parts: TextPart[];
  from: number;
  to: number;
}

function lookAtLine(line: ChangedLine, look: Look): void {
  const { patterns, ledger } = look;
  const text = textOf(line.parts);
  const candidates = findCandidates(text, patterns);
  // Nearly always: nothing is there now, and nothing was.
  if (candidates.length === 0 && !line.parts.some(({ node }) => ledger.held(node))) return;
  const fresh = placesIn(line.parts, text, candidates).flatMap((hit) => confirmHit(hit, look));
  for (const old of foundNear(line)) if (!fresh.some((found) => isAtSamePlace(found, old))) ledger.drop(old);
  for (const found of fresh) ledger.add(found);

  function foundNear({ parts, from, to }: ChangedLine): Set<Found> {
    const near = new Set<Found>();
    let at = 0;
    for (const part of parts) {
      const end = at + part.length;
      if (end >= from - nearby && at <= to + nearby) {
        for (const found of ledger.at(part.node))
          if (!stands(found) || touches(found, part, from - at, to - at)) near.add(found);
      }
      at = end;
    }
    return near;
  }
}

/** True where what is written in this part reaches into the changed offsets, which count from the part's start. */
function touches(found: Found, part: TextPart, from: number, to: number): boolean {
  return found.parts.some((written) => {
    if (written.node !== part.node) return false;
    const start = written.from - part.from;
    return start <= to + nearby && start + written.length >= from - nearby;
  });
}

function isAtSamePlace(a: Found, b: Found): boolean {
  const [[first], [other]] = [a.parts, b.parts];
  return a.id === b.id && first.node === other.node && first.from === other.from;
}

/** Drops what stands in a place that is edited now. */
function dropUnread(place: Element, ledger: Ledger): void {
  for (const found of ledger.all) {
    const around = elementAround(startOf(found));
    if (around !== null && isWithin(around, place) && isUnread(around)) ledger.drop(found);
  }
}

/** Drops what stands in a node that was moved: it may have changed where nobody saw it, or be edited now. */
function dropMoved(node: Node, ledger: Ledger): void {
  const texts = isText(node) ? [node] : textIn(node).map((part) => part.node);
  for (const text of texts) for (const found of ledger.at(text)) ledger.drop(found);
}
