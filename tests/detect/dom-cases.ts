/** The table of DOM structures: how a page is built, and which IDs stand in it, in page order. */

export interface DomCase {
  name: string;
  html?: string;
  /** Builds what HTML cannot say: shadow roots, CDATA. */
  build?: (body: HTMLElement) => void;
  ids: string[];
}

const one = '09-13-O-TW4';
const two = '11-14-3-AS7';

/** Gives an element a shadow root with this content. */
export function attach(host: Element | null, mode: ShadowRootMode, html: string): ShadowRoot {
  if (host === null) throw new Error('No host');
  const root = host.attachShadow({ mode });
  root.innerHTML = html;
  return root;
}

const found = (name: string, html: string): DomCase => ({ name, html, ids: [one] });
const none = (name: string, html: string): DomCase => ({ name, html, ids: [] });

const whole: DomCase[] = [
  found('a paragraph', `<p>see ${one} now</p>`),
  found('a link', `<a href="#">${one}</a>`),
  found('a table cell', `<table><tr><td>1</td><td>${one}</td><td>2</td></tr></table>`),
  found('cells without a space between', `<table><tr><td>109</td><td>${one}</td><td>-2</td></tr></table>`),
  found('list items', `<ul><li>x</li><li>${one}</li><li>y</li></ul>`),
  found('text of the body itself', one),
  found('a heading', `<h1>${one}</h1><h2>x</h2>`),
  found('a button', `<button>${one}</button>`),
  found('a label', `<label>${one}<input value="x"></label>`),
  found('preformatted lines', `<pre>a\n${one}\nb</pre>`),
  found('code in a sentence', `<p>run <code>${one}</code>, then</p>`),
  found('a definition list', `<dl><dt>Ticket</dt><dd>${one}</dd></dl>`),
  found('a summary', `<details><summary>${one}</summary>x</details>`),
  found('a quote in a mail', `<blockquote>&gt; [${one}]</blockquote>`),
  found('SVG text', `<svg><text x="0" y="9">${one}</text></svg>`),
  found('hidden text', `<p style="display:none">${one}</p>`),
  found('deep nesting', `${'<div>'.repeat(300)}${one}${'</div>'.repeat(300)}`),
  found('a custom element', `<x-row>${one}</x-row>`),
  found('an unknown element', `<row>${one}</row>`),
  found('comments around', `<p><!-- a -->${one}<!-- b --></p>`),
  found('an inline block', `<p>x<span style="display:inline-block">${one}</span>y</p>`),
  found('floated neighbours', `<p>x<span style="float:left">${one}</span>y</p>`),
  found('flex items', `<div style="display:flex"><span>1</span><span>${one}</span><span>2</span></div>`),
  found('a span made a block', `<p>x<span style="display:block">${one}</span>y</p>`),
  found('an island that is not edited', `<div contenteditable="false">${one}</div>`),
  ...[1, 200].flatMap((rows) => {
    // Small trees and large ones are read in different ways; in large ones a long chunk makes us leave out what follows.
    const code = `<script type="x">${'"a" '.repeat(6000)}</script>`;
    const filler = '<p>x <b>y</b></p>'.repeat(rows);
    return [
      found(`between long scripts, ${rows} rows`, `${code}${filler}<p>${one}</p>${filler}${code}`),
      found(
        `before a long script and in it, ${rows} rows`,
        `${code}${filler}${one}<script type="x">${'"'.repeat(2000)} ${two}</script>`,
      ),
      found(`right after a long script, ${rows} rows`, `${filler}${code}${code}${one}${filler}${code}`),
      found(
        `after a long style and a long field, ${rows} rows`,
        `${code}${filler}<style>${' '.repeat(2000)}</style><p>${one}<textarea>${'x '.repeat(1000)}</textarea></p>`,
      ),
    ];
  }),
  {
    name: 'order of the page, each once',
    html: `<p>${two}</p><p>${one} ${two}</p><p>01-01-A-AAA</p>`,
    ids: [two, one, '01-01-A-AAA'],
  },
  {
    name: 'CDATA in a foreign element',
    build: (body) => {
      const xml = new DOMParser().parseFromString(`<r><![CDATA[${one}]]></r>`, 'text/xml');
      body.append(document.adoptNode(xml.documentElement));
    },
    ids: [one],
  },
  {
    name: 'many pieces of text in a row',
    build: (body) => {
      for (const piece of ['see ', '09-', '13', '-O-', 'TW', '4', '.']) body.append(piece);
    },
    ids: [one],
  },
];

const split: DomCase[] = [
  found('bold', '<p><b>09-13</b>-O-TW4</p>'),
  found('each character marked', `<p>${[...one].map((c) => `<i>${c}</i>`).join('')}</p>`),
  found('word break opportunities', '<p>09-13-<wbr>O-<wbr>TW4</p>'),
  found('marks of a search', '<p>09-<mark>13-O</mark>-TW4</p>'),
  found('soft hyphens', '<p>09-13-&shy;O-TW4</p>'),
  found('zero-width spaces', '<p>09-&#8203;13-O-&#8203;TW4</p>'),
  found('odd hyphens', '<p>09&#8209;13&ndash;O&minus;TW4</p>'),
  found('nested elements', '<p><a href="#"><b>0<i>9-1</i></b><u>3</u></a>-<font><s>O-T</s></font>W4</p>'),
  found('a comment inside', '<p>09-13<!-- x -->-O-TW4</p>'),
  found('empty elements inside', '<p>09-13<span></span><b></b>-O-TW4</p>'),
  found('a custom element inside', '<p>09-<x-hit>13</x-hit>-O-TW4</p>'),
  found('an element that shows its content only', '<p>09-<div-x style="display:contents">13</div-x>-O-TW4</p>'),
  found('a link over part of it', `<p>[<a href="#">09-13-O</a>-TW4] <a>x</a></p>`),
  found('end of one, start of the next element', '<p><span>see 09-13</span><span>-O-TW4 now</span></p>'),
  found('SVG spans', '<svg><text>09-<tspan>13</tspan>-O-TW4</text></svg>'),
  found('ruby base', '<p><ruby>09-13</ruby>-O-TW4</p>'),
];

const apart: DomCase[] = [
  none('blocks', '<div>09-13</div><div>-O-TW4</div>'),
  none('paragraphs', '<p>09-13-O</p><p>-TW4</p>'),
  none('a block in a line', '<div>09-13<div>-O-</div>TW4</div>'),
  none('cells', '<table><tr><td>09-13</td><td>-O-TW4</td></tr></table>'),
  none('rows', '<table><tr><td>09-13</td></tr><tr><td>-O-TW4</td></tr></table>'),
  none('list items', '<ul><li>09-13</li><li>-O-TW4</li></ul>'),
  none('a line break', '<p>09-13<br>-O-TW4</p>'),
  none('a rule', '<div>09-13<hr>-O-TW4</div>'),
  none('an image', '<p>09-13<img alt="">-O-TW4</p>'),
  none('an input', '<p>09-13<input>-O-TW4</p>'),
  none('spans made blocks', '<p><span style="display:block">09-13</span><span style="display:block">-O-TW4</span></p>'),
  none('flex items', '<div style="display:flex"><b>09-13</b><b>-O-TW4</b></div>'),
  none('inline blocks', '<p><b style="display:inline-block">09-13</b><b style="display:inline-block">-O-TW4</b></p>'),
  none('a space between elements', '<p><b>09-13</b> <i>-O-TW4</i></p>'),
  none('a line end between elements', '<p><b>09-13</b>\n<i>-O-TW4</i></p>'),
];

const longer: DomCase[] = [
  none('a digit before, in another element', `<p><b>1</b>${one}</p>`),
  none('a digit behind, in another element', `<p>${one}<i>2</i></p>`),
  none('a chain over elements', `<p>${one}<i>-2</i></p>`),
  none('a chain in pieces', `<p>${one}<i>-</i><b>2</b></p>`),
  none('a letter two elements up', `<p>x<span><b>${one}</b></span></p>`),
  none('a letter behind an empty element', `<p>${one}<span></span><b>x</b></p>`),
  found('a block before ends it', `<div>1</div>${one}<div>2</div>`),
  found('a break before ends it', `<p>1<br>${one}<br>2</p>`),
  found('an image before ends it', `<p>1<img alt="">${one}</p>`),
  found('unseen text between does not count', `<p>${one}<span style="display:none">2</span> x</p>`),
];

const unread: DomCase[] = [
  none('an input', `<input value="${one}">`),
  none('a text area', `<textarea>${one}</textarea>`),
  none('an editable element', `<div contenteditable>${one}</div>`),
  none('deep in an editable element', `<div contenteditable="true"><p><b>${one}</b></p></div>`),
  none('plain text editing', `<div contenteditable="plaintext-only">${one}</div>`),
  none('a text box made by script', `<div role="textbox">${one}</div>`),
  none('a script', `<script type="x">"${one}"</script>`),
  none('a style', `<style>/* ${one} */</style>`),
  none('a template', `<template><p>${one}</p></template>`),
  none('noscript', `<noscript>${one}</noscript>`),
  none('options', `<select><option>${one}</option></select>`),
  none('a data list', `<datalist><option>${one}</option></datalist>`),
  none('attributes', `<p title="${one}" data-id="${one}"><img alt="${one}"></p>`),
  none('a comment', `<!-- ${one} -->`),
  none('a frame’s fallback', `<iframe>${one}</iframe>`),
  none('split into an editable element', '<p>09-13<span contenteditable>-O-TW4</span></p>'),
];

const rooted: DomCase[] = [
  {
    name: 'an open shadow root',
    build: (body) => {
      body.innerHTML = '<x-a></x-a>';
      attach(body.firstElementChild, 'open', `<p>${one}</p>`);
    },
    ids: [one],
  },
  {
    name: 'a closed shadow root',
    build: (body) => {
      body.innerHTML = '<x-a></x-a>';
      attach(body.firstElementChild, 'closed', `<p>${one}</p>`);
    },
    ids: [one],
  },
  {
    name: 'a root of an ordinary element',
    build: (body) => {
      body.innerHTML = '<div></div><section></section>';
      attach(body.querySelector('div'), 'closed', one);
      attach(body.querySelector('section'), 'open', two);
    },
    ids: [one, two],
  },
  {
    name: 'roots in roots, ten deep',
    build: (body) => {
      let place: Element | ShadowRoot = body;
      for (let depth = 0; depth < 10; depth++) {
        const host: Element = document.createElement(depth % 2 ? 'div' : 'x-b');
        place.append(host);
        place = host.attachShadow({ mode: depth % 3 ? 'open' : 'closed' });
      }
      place.append(one);
    },
    ids: [one],
  },
  {
    name: 'a host’s own children and its root, in order',
    build: (body) => {
      body.innerHTML = `<p>01-01-A-AAA</p><x-a><p>${two}</p></x-a><p>12-12-Z-ZZZ</p>`;
      attach(body.querySelector('x-a'), 'open', `<p>${one}</p><slot></slot>`);
    },
    ids: ['01-01-A-AAA', one, two, '12-12-Z-ZZZ'],
  },
  {
    name: 'split in a root',
    build: (body) => {
      body.innerHTML = '<x-a></x-a>';
      attach(body.firstElementChild, 'closed', '<p><b>09-13</b>-O-<i>TW4</i></p>');
    },
    ids: [one],
  },
  {
    name: 'not joined over the edge of a root',
    build: (body) => {
      body.innerHTML = '<p>09-13<x-a></x-a></p>';
      attach(body.querySelector('x-a'), 'open', '-O-TW4');
    },
    ids: [],
  },
  {
    name: 'an editable place in a root',
    build: (body) => {
      body.innerHTML = '<x-a></x-a>';
      attach(body.firstElementChild, 'open', `<div contenteditable>${one}</div><textarea>${two}</textarea>`);
    },
    ids: [],
  },
  {
    name: 'two hundred roots',
    build: (body) => {
      for (let at = 0; at < 200; at++) attach(body.appendChild(document.createElement('x-c')), 'open', 'nothing');
      attach(body.appendChild(document.createElement('x-c')), 'open', one);
    },
    ids: [one],
  },
];

/**
 * A form that answers each question about itself with its control of that name. Every 12th of all names, from the given one,
 * each twice: with two, the answer is a list.
 */
export function bentForm(at: number, html: string): HTMLFormElement {
  const names = new Set<string>();
  for (let proto = HTMLFormElement.prototype; proto !== null; proto = Object.getPrototypeOf(proto))
    for (const name of Object.getOwnPropertyNames(proto)) names.add(name);
  const form = document.createElement('form');
  Element.prototype.append.call(form, document.createRange().createContextualFragment(html));
  for (const name of [...names].filter((_, nth) => nth % bentForms === at)) {
    for (const id of [name, `${name}2`]) {
      const field = document.createElement('input');
      field.name = name;
      field.id = id;
      Element.prototype.append.call(form, field);
    }
  }
  return form;
}
export const bentForms = 12;

const bent: DomCase[] = [
  {
    name: 'in a page',
    build: (body) => {
      for (let at = 0; at < bentForms; at++) body.append(bentForm(at, idOf(at)));
    },
    ids: Array.from({ length: bentForms }, (_, at) => idOf(at)),
  },
  {
    name: 'in small shadow roots, split',
    build: (body) => {
      for (let at = 0; at < bentForms; at++) {
        const root = attach(body.appendChild(document.createElement('x-f')), 'closed', '');
        root.append(bentForm(at, `<b>${idOf(at).slice(0, 5)}</b>${idOf(at).slice(5)}`));
      }
    },
    ids: Array.from({ length: bentForms }, (_, at) => idOf(at)),
  },
  {
    name: 'deep in it, with roots and an editor',
    build: (body) => {
      for (let at = 0; at < bentForms; at++) {
        const form = body.appendChild(bentForm(at, `<div><x-g></x-g><p contenteditable>${two}</p></div>`));
        attach(Element.prototype.querySelector.call(form, 'x-g'), 'open', idOf(at));
      }
    },
    ids: Array.from({ length: bentForms }, (_, at) => idOf(at)),
  },
];

const wide: DomCase[] = [
  found('at the end of 5,000 rows', `${'<div><b>x</b> y</div>'.repeat(5000)}<p>${one}</p>`),
  found('in the middle of 5,000 spans', `${'<span>x </span>'.repeat(2500)}${one} ${'<span>x </span>'.repeat(2500)}`),
  found(
    'split among 5,000 spans',
    `${'<span>x </span>'.repeat(2470)}<b>09-13</b><i>-O-TW4</i>${'<span> x</span>'.repeat(2500)}`,
  ),
  found('in a long text', `<pre>${'nothing here 2024-10-12\n'.repeat(8000)}${one}\n${'more\n'.repeat(8000)}</pre>`),
  {
    name: 'one in each of 600 rows of spans, at every place of a chunk',
    html: Array.from(
      { length: 600 },
      (_, at) => `<span><b>${idOf(at).slice(0, 5)}</b>${idOf(at).slice(5)} </span>`,
    ).join(''),
    ids: Array.from({ length: 200 }, (_, at) => idOf(at)),
  },
];

export function idOf(at: number): string {
  return `01-01-A-${String(at).padStart(3, '0')}`;
}

const group = (title: string, cases: DomCase[]) => cases.map((each) => ({ ...each, name: `${title}: ${each.name}` }));

export const domCases: DomCase[] = [
  ...group('found', whole),
  ...group('split by', split),
  ...group('kept apart by', apart),
  ...group('part of something longer', longer),
  ...group('never read', unread),
  ...group('shadow root', rooted),
  ...group('form whose controls bear the names of the DOM', bent),
  ...group('wide', wide),
];
