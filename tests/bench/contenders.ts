/** Runs in a page: the ways of finding IDs that are compared, all with the same pattern. */
import findAndReplaceDOMText from 'findandreplacedomtext';
import linkifyElement from 'linkify-element';
import Mark from 'mark.js';
import { elementsOf } from '../../lib/detect/chunks.ts';
import { Ledger } from '../../lib/detect/ledger.ts';
import { Roots } from '../../lib/detect/roots.ts';
import { fullBudget, type Look, scanTree } from '../../lib/detect/scan.ts';
import { compileForms } from '../../lib/tickets/compile.ts';
import { DEFAULT_SETTINGS } from '../../lib/tickets/settings.ts';

/** The default form as a plain regex, for those who take one. */
const pattern = () => /\b(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])-[0-9A-Z]-[0-9A-Z]{3}\b/g;
const patterns = compileForms(DEFAULT_SETTINGS.forms);

/** In an extension the browser opens closed roots; a bare page has to remember its own. */
const opened = new WeakMap<Element, ShadowRoot>();
/** All roots of the page: the floor knows them without a search. */
const made: ShadowRoot[] = [];
export function forgetRoots(): void {
  made.length = 0;
}
const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function remember(options) {
  const root = attachShadow.call(this, options);
  opened.set(this, root);
  made.push(root);
  return root;
};
const openRoot = (element: Element): ShadowRoot | null => opened.get(element) ?? null;

export { openRoot, patterns };

/** The cheapest conceivable look at a page. */
function floor(body: Element): string[] {
  return [body, ...made].flatMap((tree) => (tree.textContent ?? '').match(pattern()) ?? []);
}

function drain(steps: Iterable<unknown>): void {
  for (const _step of steps) {
    // Each is a place where a slice may end.
  }
}

const newLook = (): Look => ({ patterns, ledger: new Ledger(), budget: fullBudget(), unread: new Map() });

/** Our first look at the text of a document. */
function ours(body: Element): string[] {
  const look = newLook();
  drain(scanTree(body, look, { isFirst: true }));
  return [...look.ledger.all].map(({ id }) => id);
}

/** The same, with the search for shadow roots and the look into each, which comes in later slices. */
function oursWithRoots(body: Element): string[] {
  const look = newLook();
  const fresh: ShadowRoot[] = [];
  const roots = new Roots(openRoot, (root) => void fresh.push(root));
  drain(scanTree(body, look, { isFirst: true }));
  drain(roots.askFirst(body, elementsOf(body)));
  for (let root = fresh.shift(); root !== undefined; root = fresh.shift()) {
    const list = elementsOf(root);
    drain(scanTree(root, look, { list }));
    drain(roots.askFirst(root, list));
  }
  return [...look.ledger.all].map(({ id }) => id);
}

function oursAskAll(body: Element): string[] {
  drain(new Roots(openRoot, () => undefined).askList(body.querySelectorAll('*')));
  return [];
}

/** What the libraries are run on: they know nothing of shadow roots, so they are handed the elements in each. */
const handed = (body: Element): Element[] => [body, ...made.flatMap((root) => [...root.children])];

function markJs(body: Element): string[] {
  const found: string[] = [];
  const each = (element: Element) => found.push(element.textContent ?? '');
  for (const element of handed(body)) new Mark(element).markRegExp(pattern(), { each });
  return found;
}

function markJsAcross(body: Element): string[] {
  const found: string[] = [];
  const each = (element: Element) => found.push(element.textContent ?? '');
  for (const element of handed(body)) new Mark(element).markRegExp(pattern(), { acrossElements: true, each });
  return found;
}

function findAndReplace(body: Element): string[] {
  const elements = handed(body);
  for (const element of elements) findAndReplaceDOMText(element, { find: pattern(), wrap: 'mark', preset: 'prose' });
  return elements.flatMap((element) => [...element.querySelectorAll('mark')].map((mark) => mark.textContent ?? ''));
}

/** It takes no pattern but its own links: what it costs is the splitting of every text into tokens. */
function linkify(body: Element): string[] {
  for (const element of handed(body)) linkifyElement(element as HTMLElement, {});
  return [];
}

export const contenders = {
  floor,
  ours,
  oursWithRoots,
  oursAskAll,
  markJs,
  markJsAcross,
  findAndReplace,
  linkify,
};
export type Contender = keyof typeof contenders;
