/** Mail HTML in a ticket's text as plain lines. Nothing of it ever runs, loads or is drawn (threats R10). */

const LOOKS_LIKE_HTML =
  /<(?:!doctype|html|body|head|div|p|br|span|table|tr|td|ul|ol|li|a|b|i|u|em|strong|font|img|h[1-6]|blockquote|pre|hr|style|script|center)\b[^<>]{0,2000}>/i;
const ENTITY = /&(?:nbsp|amp|lt|gt|quot|#\d{1,6});/i;

const SKIPPED = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
]);
const BLOCKS = new Set(
  'address article aside blockquote center div dl dd dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);

/** A parser of HTML into an inert document: no scripts, no loads. `DOMParser` is one. */
export type InertParser = Pick<DOMParser, 'parseFromString'>;

/** Plain text with line breaks. A link's address is added behind its words where they do not show it. */
export function plainText(text: string, parser: () => InertParser = () => new DOMParser()): string {
  const lines = text.replace(/\r\n?/g, '\n');
  if (!LOOKS_LIKE_HTML.test(lines)) return tidy(ENTITY.test(lines) ? unescaped(lines, parser()) : lines);
  const out: string[] = [];
  collect(parser().parseFromString(lines, 'text/html').body, out, false);
  return tidy(breakLines(out.join('')));
}

/** Marks of where a block and where a paragraph begins or ends; neighbouring ones make one break. */
const BLOCK = '\ue000';
const PARAGRAPH = '\ue001';

function breakLines(marked: string): string {
  const parts = marked.split(/([ \ue000\ue001]*[\ue000\ue001][ \ue000\ue001]*)/);
  return parts.map((part, index) => (index % 2 === 0 ? part : part.includes(PARAGRAPH) ? '\n\n' : '\n')).join('');
}

/** Text without tags but with entities, as some mail forms leave it. */
function unescaped(text: string, parser: InertParser): string {
  const safe = text.replace(/</g, '&lt;');
  return parser.parseFromString(`<pre>\n${safe}</pre>`, 'text/html').body.textContent ?? text;
}

function collect(node: Node, out: string[], preformatted: boolean): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) {
      const text = child.nodeValue ?? '';
      out.push(preformatted ? text : text.replace(/[\s\ue000\ue001]+/g, ' '));
    } else if (child.nodeType === 1) collectElement(child as Element, out, preformatted);
  }
}

function collectElement(element: Element, out: string[], preformatted: boolean): void {
  const tag = element.localName;
  if (SKIPPED.has(tag)) return;
  if (tag === 'br') return void out.push('\n');
  const isBlock = BLOCKS.has(tag);
  const edge = tag === 'p' ? PARAGRAPH : BLOCK;
  if (isBlock) out.push(edge);
  if (tag === 'li') out.push('• ');
  const from = out.length;
  collect(element, out, preformatted || tag === 'pre');
  if (tag === 'a') addAddress(element, out, from);
  if (tag === 'td' || tag === 'th') out.push('  ');
  if (isBlock) out.push(edge);
}

/** `click here` → `click here <https://example.com/>`, so that nobody follows words alone. */
function addAddress(link: Element, out: string[], from: number): void {
  const address = link.getAttribute('href')?.trim() ?? '';
  const words = out.slice(from).join('').trim();
  const bare = address.replace(/^mailto:/i, '').replace(/\/$/, '');
  if (/^(?:https?|mailto):/i.test(address) && !words.includes(bare)) out.push(` <${address}>`);
}

function tidy(text: string): string {
  return text
    .replace(/\u00a0/g, ' ')
    .split('\n')
    .map((line) => line.trimEnd().replace(/^ (?=\S)/, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
