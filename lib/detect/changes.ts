/** What the page's changes mean: from the observer's records to the nodes to look at again. */
import { elementAround, isBlockName, isUnread, likelyStandingOf } from './elements.ts';
import { type Side, textBeside, withTexts } from './inline-text.ts';
import { isElement, isInPage, isText, nameOf, parentOf } from './plain-reads.ts';

export interface Changes {
  /** Came into the page, or changed from being edited to being read. */
  added: Set<Element>;
  /** Came, changed, or lost a neighbour. */
  texts: Set<Text>;
  /** Something was taken out. */
  isLess: boolean;
  /** All that was in them was taken out: they may be given a shadow root now. */
  emptied: Set<Element>;
  /** Was taken out and stands in the page again, so it may have changed unseen. */
  moved: Set<Node>;
  /** Places whose `contenteditable` changed. */
  edited: Set<Element>;
  /** A frame was taken out. */
  hasLostFrame: boolean;
}

/**
 * Sorts records. What came and went again, and what came inside something else that came, is left out. `hadFrames`: whether
 * the page held any frame before.
 */
export function sortRecords(records: readonly MutationRecord[], hadFrames: boolean): Changes {
  const changes: Changes = {
    added: new Set(),
    texts: new Set(),
    isLess: false,
    emptied: new Set(),
    moved: new Set(),
    edited: new Set(),
    hasLostFrame: false,
  };
  const removed = new Set<Node>();
  const asked: Asked = { previousSibling: [new Set(), new Set()], nextSibling: [new Set(), new Set()] };
  for (const record of records) {
    if (record.type === 'characterData') noteText(record.target, changes);
    else if (record.type === 'attributes') noteEdited(record.target, changes);
    else noteChildren(record, changes, removed, asked);
  }
  for (const node of removed) {
    if (isInPage(node)) changes.moved.add(node);
    // A frame that is only moved is lost too: another document comes in its place.
    if (isElement(node) && (isFrame(node) || (hadFrames && hasFrame(node)))) changes.hasLostFrame = true;
  }
  for (const node of changes.added) if (!isInPage(node) && hasFrame(node)) changes.hasLostFrame = true;
  changes.isLess = removed.size > 0;
  for (const node of changes.added) if (!isInPage(node) || isInside(node, changes.added)) changes.added.delete(node);
  for (const text of changes.texts) if (!text.isConnected || isInside(text, changes.added)) changes.texts.delete(text);
  return changes;
}

/** A person types, or code that nobody sees is written: nothing is to be looked at. */
export function isTyped({ type, target }: MutationRecord): boolean {
  const place = elementAround(target);
  return type === 'characterData' && place !== null && isUnread(place);
}

function noteText(node: Node, changes: Changes): void {
  if (isText(node)) changes.texts.add(node);
}

function noteEdited(node: Node, changes: Changes): void {
  if (isElement(node)) changes.edited.add(node);
}

function noteChildren(record: MutationRecord, changes: Changes, removed: Set<Node>, asked: Asked): void {
  const { target, addedNodes, removedNodes } = record;
  if (addedNodes.length === 0 && isElement(target) && !Node.prototype.hasChildNodes.call(target))
    changes.emptied.add(target);
  for (let at = 0; at < removedNodes.length; at++) {
    const node = removedNodes[at];
    if (node !== undefined) removed.add(node);
  }
  for (let at = 0; at < addedNodes.length; at++) {
    const node = addedNodes[at];
    if (node === undefined) continue;
    if (isElement(node)) changes.added.add(node);
    else noteText(node, changes);
  }
  noteBeside(record, 'previousSibling', changes, asked);
  noteBeside(record, 'nextSibling', changes, asked);
}

/** Frames in shadow roots that went too are told by the roots. */
function hasFrame(element: Element): boolean {
  return isFrame(element) || Element.prototype.getElementsByTagName.call(element, 'iframe').length > 0;
}

function isFrame(element: Element): boolean {
  return nameOf(element) === 'iframe';
}

/**
 * By side: whose nearest text was asked for so far, as neighbours and as elements with an edge. A page may hold much without
 * a text and change beside it often.
 */
type Asked = Record<Side, [neighbours: Set<Node>, edges: Set<Node>]>;

function isFirst(node: Node, asked: Set<Node>): boolean {
  const { size } = asked;
  return asked.add(node).size > size;
}

/** What stood beside a thing that came or went may now read otherwise: `09-13` and `-O-TW4` with no `<br>` between. */
function noteBeside(record: MutationRecord, side: Side, changes: Changes, asked: Asked): void {
  const { target } = record;
  const node = record[side];
  const [neighbours, edges] = asked[side];
  if (node === null) {
    // Gone from the edge of an element in line: what goes on beside that. What came there is looked at with its line.
    const isEdge = record.addedNodes.length === 0 && isElement(target) && !isBlockName(target);
    const [beside] = isEdge && isFirst(target, edges) ? textBeside(target, side, 1, likelyStandingOf) : [];
    if (beside !== undefined) changes.texts.add(beside.node);
  } else if (isText(node)) changes.texts.add(node);
  else if (isElement(node) && !isBlockName(node) && isFirst(node, neighbours)) {
    const text = withTexts(node, (walker) => (side === 'nextSibling' ? walker.firstChild() : walker.lastChild()));
    if (text !== null) changes.texts.add(text as Text);
  }
}

/** A batch nests but a few levels deep; looking twice at what nests deeper costs less than to climb far. */
const mostLevels = 8;

function isInside(node: Node, nodes: ReadonlySet<Node>): boolean {
  let parent = parentOf(node);
  for (let level = 0; level < mostLevels && parent !== null; level++, parent = parentOf(parent)) {
    if (nodes.has(parent as Element)) return true;
  }
  return false;
}
