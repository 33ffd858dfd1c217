/** Reads of nodes that no page can bend. */

/*
 * A form answers `form.parentElement` with its control of that name, and so in every world: a page could end our script, or
 * send it round in circles. Methods are called by their prototype for the same reason, wherever the element may be a form.
 */

/** As `node[key]`, by the browser's own getter. */
function readNode<K extends keyof Node>(node: Node, key: K): Node[K] {
  return Reflect.get(Node.prototype, key, node);
}

export function typeOf(node: Node): number {
  return readNode(node, 'nodeType');
}

export function isInPage(node: Node): boolean {
  return readNode(node, 'isConnected');
}

export function parentOf(node: Node): Node | null {
  return readNode(node, 'parentNode');
}

export function parentElementOf(node: Node): Element | null {
  return readNode(node, 'parentElement');
}

export function siblingBefore(node: Node): Node | null {
  return readNode(node, 'previousSibling');
}

export function lastChildOf(node: Node): Node | null {
  return readNode(node, 'lastChild');
}

/** The text of an element or shadow root, hidden code included. */
export function wholeTextOf(node: Node): string {
  return readNode(node, 'textContent') ?? '';
}

/** The name of an element, in lower case in HTML. */
export function nameOf(element: Element): string {
  return Reflect.get(Element.prototype, 'localName', element);
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
