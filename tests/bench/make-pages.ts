/** Runs in a page: makes the pages of the bench, each from a seed, with as many IDs planted as asked. */
import { isUnread } from '../../lib/detect/elements.ts';
import { makeDraw } from '../detect/random-document.ts';

export interface MadePage {
  name: string;
  /** Fills the body. Plants `count` IDs, every fifth of them split over elements, and returns them. */
  make: (body: HTMLElement, count: number) => string[];
}

const words =
  'the of and to in is that for it as was with be by on not he his but at are this have from or had an they which one you were all her would there their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through years where much your way down should because long each just state those people too mr how little good world make very year still see own work men day get here between both life being under three never know same last another while us might great go come since against right came take used himself few house use place home during without high however think say found'.split(
    ' ',
  );

interface Maker {
  text: (count: number) => string;
  /** The next ID to be planted as HTML, or nothing where none is due. Asked `slots` times per page. */
  id: () => string;
  draw: (below: number) => number;
}

/** Spreads `count` IDs evenly over `slots` places. */
function maker(seed: number, count: number, slots: number, planted: string[]): Maker {
  const draw = makeDraw(seed);
  let slot = 0;
  const text = (length: number) => {
    const list: string[] = [];
    for (let at = 0; at < length; at++) list.push(words[draw(words.length)] ?? '');
    if (draw(3) === 0) list.push(`on 2024-${10 + draw(3)}-${10 + draw(19)} at 1${draw(10)}:${10 + draw(50)}`);
    if (draw(12) === 0) list.push('– “so it is” …');
    return list.join(' ');
  };
  const id = () => {
    slot++;
    if (planted.length >= count || Math.floor((slot * count) / slots) <= planted.length) return '';
    const made = idAt(planted.length);
    planted.push(made);
    return writtenAt(planted.length - 1, made);
  };
  return { text, id, draw };
}

function idAt(at: number): string {
  const two = (below: number) => String(1 + (at % below)).padStart(2, '0');
  return `${two(12)}-${two(28)}-K-${(at + 46656).toString(36).slice(-3).toUpperCase()}`;
}

/** As HTML: every fifth split over elements. */
function writtenAt(at: number, id: string): string {
  return at % 5 === 4 ? ` [<b>${id.slice(0, 5)}</b>${id.slice(5, 8)}<wbr>${id.slice(8)}] ` : ` [${id}] `;
}

/** Plants IDs in a page that somebody else made, spread over its texts. Fewer where it has not so many. */
export function plantIn(body: HTMLElement, count: number): string[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const { currentNode } = walker;
    if (currentNode instanceof Text && /\S \S/.test(currentNode.data) && isRead(currentNode)) texts.push(currentNode);
  }
  return Array.from({ length: Math.min(count, texts.length) }, (_, at) => {
    const text = texts[Math.floor((at * texts.length) / Math.min(count, texts.length))];
    const rest = text?.splitText(text.data.search(/\S \S/) + 1);
    const id = idAt(at);
    rest?.before(document.createRange().createContextualFragment(writtenAt(at, id)));
    text?.parentNode?.normalize();
    return id;
  });
}

function isRead({ parentElement }: Text): boolean {
  return parentElement !== null && !isUnread(parentElement) && parentElement.checkVisibility();
}

function page(name: string, slots: number, html: (make: Maker) => string): MadePage {
  return {
    name,
    make: (body, count) => {
      const planted: string[] = [];
      body.innerHTML = html(maker(7, count, slots, planted));
      return planted;
    },
  };
}

const repeat = (times: number, make: (at: number) => string) => Array.from({ length: times }, (_, at) => make(at));

const mailList = page('mail list', 400, ({ text, id, draw }) => {
  const script = `<script type="application/json">${JSON.stringify(repeat(200, () => text(20)))}</script>`;
  const rows = repeat(
    400,
    (at) =>
      `<div role="row" class="r" style="display:flex"><div class="c"><span role="checkbox"></span><span class="s"><i></i></span></div><div class="n"><span><span class="z">${text(2)}</span></span></div><div class="t"><div><span><b>${text(5)}${id()}</b></span><span> – <span>${text(9)}</span></span></div></div><div class="d"><span title="x"><span>${1 + draw(28)} Oct</span></span></div><ul><li></li><li></li></ul>${at % 50 ? '' : '<svg><path d="M0 0"/></svg>'}</div>`,
  );
  return `<nav>${repeat(40, () => `<a href="#"><span>${text(1)}</span></a>`).join('')}</nav><main>${rows.join('\n')}</main>${script}`;
});

const conversation = page('conversation', 300, ({ text, id }) => {
  const mail = (depth: number): string =>
    `<div class="m"><h3><span>${text(2)}</span></h3><div dir="ltr">${repeat(6, () => `<p>${text(30)}${id()} <a href="#">${text(2)}</a> ${text(12)}</p>`).join('')}${depth > 0 ? `<blockquote>${mail(depth - 1)}</blockquote>` : ''}</div></div>`;
  return repeat(10, () => mail(4)).join('\n');
});

const article = page('encyclopedia article', 900, ({ text, id, draw }) =>
  repeat(
    900,
    () =>
      `<p>${text(40)} <a href="#">${text(2)}</a> ${text(15)}<sup><a href="#">[${draw(300)}]</a></sup>${id()} ${text(20)} <i>${text(2)}</i>.</p>`,
  ).join('\n'),
);

const index = page('book index, nothing but links', 8000, ({ text, id, draw }) => {
  const entry = () => `<li><a href="#">${text(1)}</a>, <a href="#">${draw(900)}</a>${id()}</li>`;
  return `<ul>${repeat(8000, entry).join('')}</ul>`;
});

const specification = page('specification', 1500, ({ text, id }) =>
  repeat(
    1500,
    (at) =>
      `<section><h4><span>${at}</span> <code>${text(1)}</code></h4><dl><dt><code><a href="#">${text(1)}</a></code></dt><dd>${text(18)}${id()}</dd></dl><pre><code>${repeat(6, () => `<span>${text(1)}</span>(<b>${text(1)}</b>);`).join('\n')}</code></pre></section>`,
  ).join('\n'),
);

/** News pages carry all their data in scripts, often ten times the text that is read. */
const news = page('news page, mostly scripts', 300, ({ text, id }) => {
  const data = () => `<script>window.data = ${JSON.stringify(repeat(400, () => text(20)))}</script>`;
  return repeat(
    300,
    (at) => `<article><h2><a href="#">${text(6)}</a></h2><p>${text(30)}${id()}</p></article>${at % 40 ? '' : data()}`,
  ).join('\n');
});

/** As logs are written. */
const ascii = (text: string) => text.replace(/[^ -~]/g, '');

const logRows = page('log as rows, 10 MB', 30000, ({ text, id, draw }) => {
  const lines = repeat(40, () => ascii(text(54)));
  return `<div class="log">${repeat(30000, (at) => `<div><span>2024-10-12 10:30:${at % 60}</span> <b>INFO</b> ${lines[draw(40)]}${id()}</div>`).join('\n')}</div>`;
});

const logText = page('log as one text, 10 MB', 48000, ({ text, id, draw }) => {
  const lines = repeat(40, () => ascii(text(38)));
  const plain = (html: string) => html.replace(/<[^>]+>/g, '');
  return `<pre>${repeat(48000, () => `2024-10-12 INFO ${lines[draw(40)]}${plain(id())}`).join('\n')}</pre>`;
});

/** Records in shadow roots in shadow roots, as customer databases are built. */
const crm: MadePage = {
  name: 'CRM in nested shadow roots',
  make: (body, count) => {
    const planted: string[] = [];
    const { text, id } = maker(7, count, 300, planted);
    body.innerHTML = '';
    for (let at = 0; at < 60; at++) {
      const record = body.appendChild(document.createElement('crm-record')).attachShadow({ mode: 'open' });
      record.innerHTML = `<header><slot name="h"></slot><h2>${text(3)}</h2></header>${'<crm-field></crm-field>'.repeat(5)}`;
      for (const field of record.querySelectorAll('crm-field')) {
        field.attachShadow({
          mode: 'closed',
        }).innerHTML = `<div><label>${text(2)}</label><span>${text(14)}${id()}</span></div>`;
      }
    }
    return planted;
  },
};

export const benchPages: MadePage[] = [
  mailList,
  conversation,
  crm,
  article,
  specification,
  index,
  news,
  logRows,
  logText,
];
