/** Finds the shadow roots of a page: custom elements first, then whatever else may have one, and those made later. */
import { type Elements, isSmall, type Tree } from './chunks.ts';
import { canHostShadow, isCustomName } from './elements.ts';
import { allIn, isElement, isInPage, nameOf } from './plain-reads.ts';

/** Opens the shadow root of an element, closed ones too where the browser lets an extension. */
export type OpenRoot = (element: Element) => ShadowRoot | null;

/** Custom elements without a root are looked at again, but no more than so many of them. */
const mostWaiting = 1000;
/** Elements asked for their root in one step: a small tree in one, for its list may be another one after a pause. */
const perStep = 60;

export class Roots {
  readonly known = new Set<ShadowRoot>();
  /** Hosts that we ourselves add. Were one read, its ID would count as the page's, and the mark on it hand the page our root. */
  readonly ours = new WeakSet<Element>();
  #openRoot: OpenRoot;
  #onRoot: (root: ShadowRoot) => void;
  /** Hosts to be, for all we know: `attachShadow` makes no record that an observer could see. */
  #waiting = new Set<Element>();
  #young: Element[] = [];
  /** Trees of which only the custom elements were asked. */
  #rest: Tree[] = [];

  constructor(openRoot: OpenRoot, onRoot: (root: ShadowRoot) => void) {
    this.#openRoot = openRoot;
    this.#onRoot = onRoot;
  }

  /** Asks one element; `name` is its `localName`. Returns its root. */
  ask(element: Element, name = nameOf(element)): ShadowRoot | null {
    const root = this.#openRoot(element);
    if (root !== null && this.ours.has(element)) return null;
    if (root === null) {
      if (isCustomName(name) && this.#waiting.size < mostWaiting) this.#waiting.add(element);
      return null;
    }
    this.#waiting.delete(element);
    if (this.known.has(root)) return root;
    this.known.add(root);
    this.#onRoot(root);
    return root;
  }

  /**
   * Asks the elements of a tree, given as `list`, that most likely have a root: those with a dash in their name, nearly
   * all hosts of the web. To ask all costs more than a scan, so where they are many it waits for `askRest`.
   */
  askFirst(tree: Tree, list: Elements): Iterable<void> {
    if (isElement(tree)) this.ask(tree);
    if (isSmall(list)) {
      for (let at = 0; at < list.length; at++) this.#askLikely(list[at] as Element);
      return [];
    }
    this.#rest.push(tree);
    return this.#askCustom(tree);
  }

  *#askCustom(tree: Tree): Generator<void, void> {
    for (const element of customElements(tree)) {
      this.ask(element);
      yield;
    }
  }

  get hasRest(): boolean {
    return this.#rest.length > 0;
  }

  /** Asks all elements of the trees that `askFirst` asked in part. */
  *askRest(): Generator<void, void> {
    for (let tree = this.#rest.shift(); tree !== undefined; tree = this.#rest.shift())
      yield* this.askList(allIn(tree, '*'));
  }

  /** Whether there are elements in a tree that may be given a root later, as far as anything tells. */
  hasLikely(tree: Tree): boolean {
    return this.#waiting.size > 0 || tree.querySelector(likely) !== null;
  }

  /** Asks the likely ones: those without a root so far that have nothing else to show. Costs a fraction. */
  *askLikely(tree: Tree): Generator<void, void> {
    this.askAgain();
    yield* this.askList(tree.querySelectorAll(likely));
  }

  /** Asks each that still stands in the page. */
  *askList(list: ArrayLike<Element>): Generator<void, void> {
    for (let at = 0; at < list.length; at += perStep) {
      this.#askSome(list, at, Math.min(at + perStep, list.length));
      yield;
    }
  }

  #askSome(list: ArrayLike<Element>, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const element = list[at];
      if (element !== undefined && isInPage(element)) this.#askLikely(element);
    }
  }

  #askLikely(element: Element): void {
    const name = nameOf(element);
    if (canHostShadow(name)) this.ask(element, name);
  }

  /** Asks an element that came, and what is in it. Returns how many were asked. */
  *askNew(element: Element): Generator<void, number> {
    this.#askOne(element);
    if (element.childElementCount === 0) return 1;
    const inner = allIn(element, '*');
    for (let at = 0; at < inner.length; at++) {
      this.#askOne(inner[at] as Element);
      if (at % perStep === perStep - 1) yield;
    }
    return 1 + inner.length;
  }

  #askOne(element: Element): void {
    const name = nameOf(element);
    if (!canHostShadow(name) || this.ask(element, name) !== null || this.#young.length >= mostWaiting) return;
    if (isCustomName(name) || !element.hasChildNodes()) this.#young.push(element);
  }

  /** What came since the last time this was asked, may be given a root soon, and has none yet. */
  takeYoung(): Element[] {
    const young = this.#young;
    this.#young = [];
    return young;
  }

  /** Asks those again that had none yet. */
  askAgain(): void {
    for (const element of this.#waiting) {
      if (element.isConnected) this.ask(element);
      else this.#waiting.delete(element);
    }
  }

  /** Forgets the roots of hosts that are gone. True where one of them held a frame. */
  dropGone(): boolean {
    let hadFrame = false;
    for (const root of this.known) {
      if (root.isConnected) continue;
      this.known.delete(root);
      hadFrame ||= root.querySelector('iframe') !== null;
    }
    return hadFrame;
  }
}

/** Nothing stands in them, and they are none of those that pages have many of and that never hold a root. */
const likely = ':empty:not(br,img,iframe,input,hr,script,path,use)';

/** The names that most elements of most pages have, so that a browser passes over nearly all of a page by itself. */
const commonNames =
  'div,span,a,p,li,td,tr,b,i,ul,img,svg,path,br,button,code,dd,dt,dl,h1,h2,h3,h4,em,strong,small,sup,input,label,section,article,script,time,use,g,rect,circle,th,option,picture,source,nav,header,footer,pre,ol,table,tbody';
const uncommon = `:not(${commonNames})`;

/** Custom elements, by the dash in their names. One question to the browser costs a fraction of a walk. */
function* customElements(tree: Tree): Generator<Element> {
  for (const element of allIn(tree, uncommon)) if (isCustomName(nameOf(element))) yield element;
}
