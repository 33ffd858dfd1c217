/** Random documents with IDs planted in them, from a seed, so that a failure can be made again. */

export interface Planted {
  /** In page order, each once. */
  ids: string[];
}

type Draw = (below: number) => number;

/** A small generator of random numbers (mulberry32): the same in every browser. */
export function makeDraw(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) % below;
  };
}

const words =
  'printer the mail 2024-10-12 555-0100 A X-1 09-13 -O-TW4 10:30 naïve принтер 打印机 13-45-O-TW4 09-13-O-TW 09-13-o-tw4 UTF-8 — … 12 O-TW4 é 🎫'.split(
    ' ',
  );
const blocks = ['div', 'p', 'section', 'ul', 'article', 'blockquote', 'table-x'];
const inlines = ['span', 'b', 'i', 'a', 'em', 'mark', 'font', 'u', 'x-word'];
const hyphens = ['-', '-', '-', '\u2010', '\u2011', '\u2013', '\u2014', '\u2212'];
const splitters = ['', '', '', '\u00ad', '\u200b', '\u2060'];
const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Fills an empty element. */
export function plantDocument(body: Element, seed: number): Planted {
  const draw = makeDraw(seed);
  const ids = new Set<string>();
  let left = 20 + draw(60);

  function pick<T>(list: readonly T[]): T {
    return list[draw(list.length)] as T;
  }

  function makeId(): string {
    const two = (number: number) => String(number).padStart(2, '0');
    const any = () => characters.charAt(draw(characters.length));
    return `${two(1 + draw(12))}-${two(1 + draw(31))}-${any()}-${any()}${any()}${any()}`;
  }

  /** An ID with a space on both sides, whole or cut over elements, with whatever mail programs put in. */
  function plantId(place: Node): void {
    const id = makeId();
    ids.add(id);
    place.appendChild(document.createTextNode(' '));
    let target = place;
    for (const character of id) {
      const cut = draw(8);
      if (cut === 0) target = place.appendChild(document.createElement(pick(inlines)));
      else if (cut === 1) target = place;
      else if (cut === 2 && target !== place) target = target.appendChild(document.createElement(pick(inlines)));
      else if (cut === 3) target.appendChild(document.createElement('wbr'));
      else if (cut === 4) target.appendChild(document.createComment('x'));
      const text = (character === '-' ? pick(hyphens) : character) + (draw(6) === 0 ? pick(splitters) : '');
      target.appendChild(document.createTextNode(text));
    }
    place.appendChild(document.createTextNode(' '));
  }

  function grow(place: Node, depth: number): void {
    for (let children = 1 + draw(6); children > 0 && left > 0; children--) {
      left--;
      const kind = draw(depth > 6 ? 4 : 10);
      if (kind < 3) place.appendChild(document.createTextNode(` ${pick(words)} ${pick(words)} `));
      else if (kind === 3) plantId(place);
      else if (kind < 6) grow(place.appendChild(document.createElement(pick(blocks))), depth + 1);
      else if (kind < 8) growInline(place, depth);
      else if (kind === 8) growRoot(place, depth);
      else plantUnread(place);
    }
  }

  function growInline(place: Node, depth: number): void {
    place.appendChild(document.createTextNode(' '));
    grow(place.appendChild(document.createElement(pick(inlines))), depth + 1);
    place.appendChild(document.createTextNode(' '));
  }

  function growRoot(place: Node, depth: number): void {
    const host = document.createElement(pick(['x-host', 'div', 'section', 'span']));
    place.appendChild(host);
    grow(host.attachShadow({ mode: pick(['open', 'closed']) }), depth + 1);
    if (draw(2) === 0) grow(host, depth + 1);
  }

  /** An ID where none must be found. */
  function plantUnread(place: Node): void {
    const element = document.createElement(pick(['textarea', 'script', 'style', 'div', 'template']));
    if (element instanceof HTMLScriptElement) element.type = 'text/x';
    if (element instanceof HTMLDivElement) element.contentEditable = 'true';
    // Long ones are left out of what is read at all.
    const filler = ' x'.repeat(draw(3) === 0 ? 600 : 1);
    (element instanceof HTMLTemplateElement ? element.content : element).append(`${filler} ${makeId()} ${filler}`);
    place.appendChild(element);
  }

  while (left > 0) grow(body, 0);
  return { ids: [...ids] };
}
