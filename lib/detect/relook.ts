/** Looks again at single places of a page that changed, with the text around them. */
import { findCandidates, mayHoldId } from '../tickets/find-ids.ts';
import { elementsOf } from './chunks.ts';
import { isBlockName, isLeftOut, isUnread, likelyStandingOf } from './elements.ts';
import { confirmFound, type Found } from './found.ts';
import { lengthOf, nextText, readLine, type TextPart, textBeside, textOf, walkTexts } from './inline-text.ts';
import { type Look, scanTree } from './scan.ts';

/** An ID that begins or ends this near to a change may stand free no longer, or only now. */
const nearby = 4;
/** Elements in line that hold more than this are looked through as trees, without what stands beside them. */
const largeElement = 40;
/** Longer texts are looked at in whole by the scan's pieces. */
const longText = 20_000;

/** Looks at a text that came or changed. */
export function* lookAtText(text: Text, look: Look): Generator<void, void> {
  if (text.length > longText) {
    const parent = text.parentElement;
    for (const found of look.ledger.at(text)) look.ledger.drop(found);
    if (parent !== null) yield* scanTree(parent, look);
    return;
  }
  const reach = look.patterns.longest + 2 * nearby;
  const line = readLine(text, 0, reach, text.length + reach, likelyStandingOf);
  lookAtLine({ parts: line.parts, from: line.at, to: line.at + text.length }, look);
}

/** Looks at an element that came, and all in it. */
export function* lookAtElement(element: Element, look: Look): Generator<void, void> {
  if (isBlockName(element)) {
    const text = element.textContent ?? '';
    if (text.length > longText || mayHoldId(text, look.patterns)) yield* scanTree(element, look);
    return;
  }
  if (elementsOf(element)[largeElement] !== undefined) {
    yield* scanTree(element, look);
    return;
  }
  const reach = look.patterns.longest + 2 * nearby;
  const before = textBeside(element, 'previousSibling', reach, likelyStandingOf);
  const inside = isLeftOut(element) ? [] : textIn(element);
  const after = textBeside(element, 'nextSibling', reach, likelyStandingOf);
  const from = lengthOf(before);
  lookAtLine({ parts: [...before, ...inside, ...after], from, to: from + lengthOf(inside) }, look);
}

function textIn(element: Element): TextPart[] {
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
  const fresh = findCandidates(text, patterns).flatMap(({ start, end }) => confirmAt(line.parts, start, end - start));
  for (const old of foundNear(line)) if (!fresh.some((found) => isAtSamePlace(found, old))) ledger.drop(old);
  for (const found of fresh) ledger.add(found);

  function confirmAt(parts: TextPart[], start: number, length: number): Found[] {
    let at = 0;
    for (const part of parts) {
      if (start < at + part.length) return confirmFound(part.node, part.from + start - at, length, look);
      at += part.length;
    }
    return [];
  }

  function foundNear({ parts, from, to }: ChangedLine): Set<Found> {
    const near = new Set<Found>();
    let at = 0;
    for (const part of parts) {
      const end = at + part.length;
      if (end >= from - nearby && at <= to + nearby) {
        for (const found of ledger.at(part.node)) if (touches(found, part, from - at, to - at)) near.add(found);
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
export function dropUnread(place: Element, look: Look): void {
  for (const found of look.ledger.all) {
    const parent = found.parts[0].node.parentElement;
    if (parent && place.contains(parent) && isUnread(parent)) look.ledger.drop(found);
  }
}
