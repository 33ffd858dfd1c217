/** What the names of elements tell: what is never read, what parts text, what can hold a shadow root. */
import { nameOf, parentElementOf, parentOf } from './plain-reads.ts';

/** Names by what they tell. */
const names = {
  /** Text in these is not shown as text, or is being edited. */
  unread:
    'script style template noscript noembed noframes iframe object canvas audio video textarea select datalist input',
  /** Left out without a gap in the text: nothing of them is to be seen. */
  unseen: 'script style template noscript noembed noframes datalist',
  /** Elements that are blocks by their name. What else a page makes a block is asked of the style (`standingOf`). */
  block:
    'address article aside blockquote body br button caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html img input legend li main menu meter nav ol optgroup option p pre progress section select summary svg table tbody td textarea tfoot th thead tr ul video audio canvas iframe object embed picture',
  /** The elements besides custom ones that a page may give a shadow root (DOM standard, "attach a shadow root"). */
  host: 'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span',
};

/** Made when first asked: most frames never come so far. */
const sets: { [Kind in keyof typeof names]?: ReadonlySet<string> } = {};

function isNamed(name: string, kind: keyof typeof names): boolean {
  sets[kind] ??= new Set(names[kind].split(' '));
  return sets[kind].has(name);
}

const edited = '[contenteditable]:not([contenteditable="false"]),[role="textbox"],[role="searchbox"]';
let unreadOrEdited: string | undefined;

/** True where text is neither read, painted nor touched: hidden code, and all that a person edits. */
export function isUnread(element: Element): boolean {
  unreadOrEdited ??= `${names.unread.replaceAll(' ', ',')},${edited}`;
  if (Element.prototype.closest.call(element, unreadOrEdited) !== null) return true;
  // A part of a compose window may be an element with a root of its own.
  const root = Node.prototype.getRootNode.call(element);
  return root instanceof ShadowRoot ? isUnread(root.host) : document.designMode === 'on';
}

/** The element that a node stands in; the host where it stands in a shadow root itself. */
export function elementAround(node: Node): Element | null {
  const element = parentElementOf(node);
  if (element !== null) return element;
  const parent = parentOf(node);
  return parent instanceof ShadowRoot ? parent.host : null;
}

/** True where an element is `place`, or stands in it, be it in a shadow root. */
export function isWithin(element: Element, place: Element): boolean {
  for (let each: Element | null = element; each !== null; each = elementAround(each)) if (each === place) return true;
  return false;
}

/** True for the element itself: a place whose text does not stand in the line that it is in. */
export function isLeftOut(element: Element): boolean {
  if (isNamed(nameOf(element), 'unread')) return true;
  return Element.prototype.hasAttributes.call(element) && Element.prototype.matches.call(element, edited);
}

/** True for elements that begin a new line, cell or picture, as far as the name tells. */
export function isBlockName(element: Element): boolean {
  return isNamed(nameOf(element), 'block');
}

/** How an element stands in the text around it. */
export type Standing = 'in line' | 'parts text' | 'unseen';

/** A guess by the name alone: rather in line than not. */
export function likelyStandingOf(element: Element): Standing {
  if (isNamed(nameOf(element), 'unseen')) return 'unseen';
  return isBlockName(element) ? 'parts text' : 'in line';
}

/** Asks the name first, and the style only where the name does not tell. May make the browser compute styles. */
export function standingOf(element: Element): Standing {
  const name = nameOf(element);
  if (isNamed(name, 'unseen')) return 'unseen';
  if (name === 'wbr') return 'in line';
  if (isNamed(name, 'block')) return 'parts text';
  const display = getComputedStyle(element).display;
  if (display === 'none') return 'unseen';
  // An empty display: the element is in no rendered document. Inside SVG only `text` and its parts are ever in line.
  return display === '' || display === 'inline' || display === 'contents' || display.startsWith('ruby')
    ? 'in line'
    : 'parts text';
}

/** True for the `localName` of an element that may have a shadow root. */
export function canHostShadow(name: string): boolean {
  return isNamed(name, 'host') || isCustomName(name);
}

export function isCustomName(name: string): boolean {
  return name.includes('-');
}

/** What is known of places for the time of one look. */
export type UnreadPlaces = Map<Element, boolean>;

/** What is known at first: nothing in the head, as the title, is seen in the page. A form may be named so, too. */
export function knownUnread(): UnreadPlaces {
  return new Map([[Reflect.get(Document.prototype, 'head', document), true]]);
}

/** So many levels are asked and remembered one by one, for neighbours share most of them; the rest are asked at once. */
const nearLevels = 6;

/** As `isUnread`, for many elements of one look. */
export function isUnreadIn(element: Element | null, known: UnreadPlaces, level = 0): boolean {
  if (element === null) return document.designMode === 'on';
  const before = known.get(element);
  if (before !== undefined) return before;
  const answer =
    level === nearLevels
      ? isUnread(element)
      : isLeftOut(element) || isUnreadIn(elementAround(element), known, level + 1);
  known.set(element, answer);
  return answer;
}
