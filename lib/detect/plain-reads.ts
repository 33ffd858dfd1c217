/** Reads of nodes that no page can bend. */

/*
 * A form answers `form.parentElement` with its control of that name, and so in every world: a page could end our script, or
 * send it round in circles. Methods are called by their prototype for the same reason, wherever the element may be a form.
 */

/** The browser's own getters, kept from the first use on: to look one up costs as much as it takes to answer. */
let own: ReturnType<typeof ownGetters> | undefined;

function ownGetters() {
  return {
    isConnected: getterOf(Node.prototype, 'isConnected'),
    lastChild: getterOf(Node.prototype, 'lastChild'),
    localName: getterOf(Element.prototype, 'localName'),
    nodeType: getterOf(Node.prototype, 'nodeType'),
    parentElement: getterOf(Node.prototype, 'parentElement'),
    parentNode: getterOf(Node.prototype, 'parentNode'),
    previousSibling: getterOf(Node.prototype, 'previousSibling'),
  };
}

function getterOf<T, K extends keyof T>(prototype: T, key: K): (this: T) => T[K] {
  return Object.getOwnPropertyDescriptor(prototype, key)?.get as (this: T) => T[K];
}

function getters() {
  own ??= ownGetters();
  return own;
}

export function typeOf(node: Node): number {
  return getters().nodeType.call(node);
}

export function isInPage(node: Node): boolean {
  return getters().isConnected.call(node);
}

export function parentOf(node: Node): Node | null {
  return getters().parentNode.call(node);
}

export function parentElementOf(node: Node): Element | null {
  return getters().parentElement.call(node);
}

export function siblingBefore(node: Node): Node | null {
  return getters().previousSibling.call(node);
}

export function lastChildOf(node: Node): Node | null {
  return getters().lastChild.call(node);
}

/** The name of an element, in lower case in HTML. */
export function nameOf(element: Element): string {
  return getters().localName.call(element);
}

/** The text of an element or shadow root, hidden code included. */
export function wholeTextOf(node: Node): string {
  return Reflect.get(Node.prototype, 'textContent', node) ?? '';
}

/** All elements in an element or shadow root that a selector fits. */
export function allIn(tree: Element | ShadowRoot, selector: string): NodeListOf<Element> {
  return isElement(tree) ? Element.prototype.querySelectorAll.call(tree, selector) : tree.querySelectorAll(selector);
}

/** Text and CDATA sections. */
export function isText(node: Node): node is Text {
  const type = typeOf(node);
  return type === 3 || type === 4;
}

export function isElement(node: Node): node is Element {
  return typeOf(node) === 1;
}
