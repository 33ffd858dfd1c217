/** Opens the card: where the pointer rests on a painted ID, or by Alt+Enter where the caret or the focus is on one. */
import { boxesOf } from './boxes.ts';
import { elementAround, isUnread } from './elements.ts';
import type { Found } from './found.ts';
import { nextText, walkTexts } from './inline-text.ts';
import { startOf } from './ledger.ts';
import { type Box, isInBox } from './place-card.ts';
import { isElement } from './plain-reads.ts';
import type { OpenRoot } from './roots.ts';

export interface PointerOptions {
  openRoot: OpenRoot;
  /** The shadow roots of the page. */
  roots: () => ShadowRoot[];
  /** What is painted now: at most some fifty, so each is asked where it is. */
  painted: () => Iterable<Found>;
  /** What is written in a text node. */
  at: (node: Node) => readonly Found[];
  /** The pointer rests on an element: it may have a shadow root by now. */
  onRest: (element: Element) => void;
  onPoint: (found: Found, anchor: Box, byKey: boolean) => void;
  signal: AbortSignal;
}

const restMs = 300;

export function followPointer(options: PointerOptions): void {
  const { signal } = options;
  let last = { x: 0, y: 0, at: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  // One timer, set anew when it rings too early: a move costs next to nothing.
  const ring = () => {
    const left = last.at + restMs - performance.now();
    timer = left > 1 ? setTimeout(ring, left) : undefined;
    if (timer === undefined && last.at > 0) rest(last.x, last.y, options);
  };
  const stopResting = (event: Event) => {
    if (event.isTrusted) last.at = 0;
  };
  const listen = { capture: true, passive: true, signal };
  addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch' || event.buttons !== 0) return;
      last = { x: event.clientX, y: event.clientY, at: performance.now() };
      timer ??= setTimeout(ring, restMs);
    },
    listen,
  );
  for (const name of ['pointerdown', 'scroll'] as const) addEventListener(name, stopResting, listen);
  // One listener: each costs every key that a person types.
  const onKeydown = (event: KeyboardEvent) => {
    stopResting(event);
    onKey(event, options);
  };
  addEventListener('keydown', onKeydown, { capture: true, signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
}

function rest(x: number, y: number, options: PointerOptions): void {
  const element = elementAt(x, y, options.openRoot);
  if (element === undefined || isUnread(element)) return;
  options.onRest(element);
  const { contains } = Node.prototype;
  for (const found of options.painted()) {
    const place = elementAround(startOf(found));
    // What lies over the ID, such as a menu of the page, is not the ID.
    if (place === null || !(contains.call(element, place) || contains.call(place, element))) continue;
    const box = boxesOf(found).find((each) => isInBox(x, y, each));
    if (box !== undefined) options.onPoint(found, box, false);
    if (box !== undefined) return;
  }
}

/** The innermost element under a point, through open and closed shadow roots. */
function elementAt(x: number, y: number, openRoot: OpenRoot): Element | undefined {
  let element = document.elementFromPoint(x, y);
  for (let root = element && openRoot(element); root; root = element && openRoot(element)) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (inner === null || inner === element) break;
    element = inner;
  }
  return element ?? undefined;
}

function onKey(event: KeyboardEvent, options: PointerOptions): void {
  if (event.key !== 'Enter' || !event.altKey || event.ctrlKey || event.metaKey || !event.isTrusted) return;
  const found = foundAtCaret(options) ?? foundAtFocus(options);
  const box = found && boxesOf(found)[0];
  if (found === undefined || box === undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  options.onPoint(found, box, true);
}

/** Older browsers cannot tell. */
type ComposedSelection = Omit<Selection, 'getComposedRanges'> & Partial<Pick<Selection, 'getComposedRanges'>>;

/** The ID that the caret stands on, or that the selection begins or ends in. */
function foundAtCaret({ at, roots }: PointerOptions): Found | undefined {
  const selection: ComposedSelection | null = document.getSelection();
  // Of what a person selects in a shadow root, Chromium's `focusNode` is what stands around its host.
  const [composed] = selection?.getComposedRanges?.({ shadowRoots: roots() }) ?? [];
  const ends: [Node | null | undefined, number | undefined][] = [
    [selection?.focusNode, selection?.focusOffset],
    [selection?.anchorNode, selection?.anchorOffset],
    [composed?.endContainer, composed?.endOffset],
    [composed?.startContainer, composed?.startOffset],
  ];
  for (const [node, offset = 0] of ends) {
    if (!node || isEdited(node)) continue;
    for (const found of at(node))
      if (found.parts.some((part) => part.node === node && isOn(part, offset))) return found;
  }
  return undefined;
}

function isOn(part: { from: number; length: number }, offset: number): boolean {
  return offset >= part.from && offset <= part.from + part.length;
}

function isEdited(node: Node): boolean {
  const element = isElement(node) ? node : node.parentElement;
  return element !== null && isUnread(element);
}

/** The first ID in the link or button that has the focus: that is how the keyboard walks through a page. */
function foundAtFocus({ openRoot, at }: PointerOptions): Found | undefined {
  const element = focused(openRoot);
  if (element === null || element === document.body || isUnread(element)) return undefined;
  const walker = walkTexts(element);
  for (let node = nextText(walker), steps = 0; node !== null && steps < 200; node = nextText(walker), steps++) {
    const [found] = at(node);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The innermost element that has the focus, through open and closed shadow roots. */
export function focused(openRoot: OpenRoot): Element | null {
  let element = document.activeElement;
  for (let root = element && openRoot(element); root?.activeElement; root = element && openRoot(element)) {
    element = root.activeElement;
  }
  return element;
}
