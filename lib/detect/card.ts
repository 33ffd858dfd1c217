/** The small card at an ID: the one element that we ever add to a page, in a closed shadow root, gone at once. */
import type { TicketId } from '../tickets/ticket-id.ts';
import { addStyle } from './add-style.ts';
import { viewSize } from './boxes.ts';
import { elementAround } from './elements.ts';
import { type Box, placeCard } from './place-card.ts';

/** What stands on the card, in the agent's language. */
export interface CardWords {
  /** Accessible name of the button that opens the panel. */
  open: string;
  /** Accessible name of the button that copies. */
  copy: string;
  copied: string;
  notCopied: string;
  /** How to open the panel by hand, where the browser does not let us. */
  openByHand: string;
}

export interface CardOptions {
  id: TicketId;
  /** The element that the ID is written in, and its box. */
  place: Element;
  anchor: Box;
  words: CardWords;
  /** Opens the panel. Resolves false where the browser does not let us. */
  open: (id: TicketId) => Promise<boolean>;
  /** For those who came by keyboard: the focus moves in and, at the end, back to this. */
  focusFrom: Element | null;
  /** Called with its element before that stands in the page. */
  onHost: (host: Element) => void;
  /** Ends it from outside; the card ends itself on Esc, on scroll, on another size of the view, with a dialog and on a click elsewhere. */
  signal: AbortSignal;
  onClose: () => void;
}

/** As long as systems wait for the second click of a double click. */
const secondClickMs = 500;

const style = `
:host { all: initial !important; position: fixed !important; width: max-content !important; max-width: calc(100% - 8px) !important;
  z-index: 2147483647 !important; direction: ltr !important; color-scheme: light dark !important; }
div { display: flex; flex-wrap: wrap; align-items: center; gap: 4px; padding: 4px 4px 4px 10px; border-radius: 8px; white-space: nowrap;
  font: 13px/1.4 system-ui, sans-serif; color: light-dark(#1c1d22, #f2f2f5); background: light-dark(#fff, #26272e);
  box-shadow: 0 0 0 1px light-dark(#0003, #fff3), 0 4px 16px #0004; }
b { font-weight: 600; margin-inline-end: 6px; user-select: all; }
button { all: unset; min-height: 24px; padding: 0 8px; border-radius: 6px; cursor: pointer; color: light-dark(#2447c9, #a9bbff); }
button:hover { background: light-dark(#0001, #fff2); }
button:focus-visible { outline: 2px solid currentColor; }
span:empty { display: none; }
span { padding-inline: 4px 8px; white-space: normal; max-width: 26em; }
@media (forced-colors: active) { div { border: 1px solid; } button { color: LinkText; } }`;

/** Shows a card. The answer tells whether it is still to be seen: a page may take out what it does not know. */
export function showCard(options: CardOptions): () => boolean {
  const host = make('div', '');
  const home = modalAround(options.place) ?? document.documentElement;
  // A drawing that is a page of its own shows HTML only within this.
  const added = home instanceof SVGElement ? document.createElementNS(home.namespaceURI, 'foreignObject') : host;
  const root = host.attachShadow({ mode: 'closed' });
  const end = new AbortController();
  end.signal.addEventListener('abort', () => {
    added.remove();
    const { focusFrom } = options;
    // By its prototype, for a form answers with its control of that name. Elements of XML have none.
    if (focusFrom) Reflect.get(Object.getPrototypeOf(focusFrom), 'focus')?.call(focusFrom);
    options.onClose();
  });
  // A page that closes what is pressed beside, or holds the focus, knows nothing of the card; nor are its keys meant.
  for (const name of ['pointerdown', 'mousedown', 'click', 'focusin', 'keydown', 'keyup'])
    host.addEventListener(name, (event) => event.stopPropagation());
  fill(root, options, end, () => place(host, root, options.anchor));
  host.popover = 'manual';
  options.onHost(host);
  if (added !== host) added.append(host);
  Element.prototype.append.call(home, added);
  host.showPopover();
  place(host, root, options.anchor);
  if (options.focusFrom) root.querySelector('button')?.focus();
  endWhenDone(host, options.signal, end);
  return () => host.checkVisibility();
}

/** The open modal dialog, or what fills the screen, that an element stands in: nothing outside it can be pressed. */
function modalAround(place: Element): Element | undefined {
  for (let each: Element | null = place; each !== null; each = elementAround(each))
    if (Element.prototype.matches.call(each, ':modal')) return each;
  return undefined;
}

function fill(root: ShadowRoot, { id, words, open }: CardOptions, end: AbortController, onGrown: () => void): void {
  addStyle(root, style);
  const says = make('span', '');
  says.setAttribute('role', 'status');
  const say = (text: string) => {
    says.textContent = text;
    onGrown();
  };
  const box = make('div', '');
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-label', id);
  const openButton = button(words.open, async () => {
    takeSecondClick(root.host);
    if (await open(id)) end.abort();
    else say(words.openByHand);
  });
  const copyButton = button(words.copy, async () => {
    let isCopied = true;
    // A page of http has no clipboard at all.
    try {
      await navigator.clipboard.writeText(id);
    } catch {
      isCopied = copyByHand(root, id);
    }
    say(isCopied ? words.copied : words.notCopied);
  });
  box.append(make('b', id), openButton, copyButton, says);
  root.append(box);
}

/** Of HTML in documents of SVG and XML too, which would make elements of their own. */
function make(name: string, text: string): HTMLElement {
  const element = document.createElementNS('http://www.w3.org/1999/xhtml', name) as HTMLElement;
  element.textContent = text;
  return element;
}

/** Only a person's own click counts: a page can send any event, but not a trusted one. */
function button(name: string, run: () => Promise<void>): HTMLElement {
  const element = make('button', name);
  element.addEventListener('click', (event) => {
    if (event.isTrusted) void run();
  });
  return element;
}

/** Where the page may not use the clipboard (http, or forbidden by its policy). */
function copyByHand(root: ShadowRoot, text: string): boolean {
  const field = make('textarea', text) as HTMLTextAreaElement;
  root.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  return isCopied;
}

/** By a rule within: what is important there is so before all that the page says of the host. */
function place(host: HTMLElement, root: ShadowRoot, anchor: Box): void {
  const { width, height } = host.getBoundingClientRect();
  const { left, top } = placeCard(anchor, { width, height }, viewSize());
  // What a page zooms around the card makes these pixels larger too.
  const zoom = host.currentCSSZoom || 1;
  addStyle(root, `:host { left: ${left / zoom}px !important; top: ${top / zoom}px !important; }`);
}

function endWhenDone(host: HTMLElement, outer: AbortSignal, end: AbortController): void {
  const { signal } = end;
  const close = () => end.abort();
  const listen = { capture: true, signal };
  /** A page's own events close nothing. */
  const closeOn = (name: string, isMeant: (event: Event) => boolean) =>
    addEventListener(name, (event) => event.isTrusted && isMeant(event) && close(), { ...listen, passive: true });
  outer.addEventListener('abort', close, { signal });
  closeOn('scroll', () => true);
  closeOn('resize', () => true);
  // Of a dialog, with what stands in it.
  closeOn('close', () => true);
  closeOn('blur', ({ target }) => target === window);
  closeOn('pointerdown', (event) => !event.composedPath().includes(host));
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !event.isTrusted) return;
      take(event);
      // Pages close things by either of the two.
      addEventListener('keyup', (up) => up.key === event.key && take(up), { capture: true, once: true });
      close();
    },
    listen,
  );
}

/** The card goes with the first of two quick clicks: the second is not meant for what lies under it. */
function takeSecondClick(host: Element): void {
  const signal = AbortSignal.timeout(secondClickMs);
  for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'])
    addEventListener(name, (event) => event.target !== host && take(event), { capture: true, signal });
}

/** Keeps from the page what a person did; what a page sends is its own. */
function take(event: Event): void {
  if (!event.isTrusted) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}
