/** The table of changes: a page, what happens to it, and which IDs stand in it some time later. */
import { attach, bentForm, bentForms, idOf } from './dom-cases.ts';

export interface ChangeCase {
  name: string;
  html: string;
  /** Changes the page, at once or in steps; `pause` waits until what happened so far has been looked at. */
  change: (body: HTMLElement, pause: () => Promise<void>) => void | Promise<void>;
  ids: string[];
}

const one = '09-13-O-TW4';
const two = '11-14-3-AS7';

function get(body: ParentNode, selector: string): HTMLElement {
  const element = body.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`No ${selector}`);
  return element;
}

function textOf(body: ParentNode, selector: string): Text {
  const text = get(body, selector).firstChild;
  if (!(text instanceof Text)) throw new Error(`No text in ${selector}`);
  return text;
}

function setText(body: ParentNode, selector: string, text: string): void {
  textOf(body, selector).data = text;
}

function setHtml(element: Element, html: string): void {
  element.innerHTML = html;
}

export const changeCases: ChangeCase[] = [
  { name: 'a text comes', html: '<p></p>', change: (b) => get(b, 'p').append(one), ids: [one] },
  { name: 'an element comes', html: '', change: (b) => b.insertAdjacentHTML('beforeend', `<p>${one}</p>`), ids: [one] },
  { name: 'a text changes', html: '<p>x</p>', change: (b) => setText(b, 'p', one), ids: [one] },
  { name: 'an ID is written over', html: `<p>${one}</p>`, change: (b) => setText(b, 'p', two), ids: [two] },
  { name: 'a text with an ID is emptied', html: `<p>words: ${one}</p>`, change: (b) => setText(b, 'p', ''), ids: [] },
  {
    name: 'a text with two IDs is written over by a short one',
    html: `<p>${one} and more: ${two}</p>`,
    change: (b) => setText(b, 'p', 'x'),
    ids: [],
  },
  {
    name: 'a text with two IDs is shortened to the first',
    html: `<p>${one} and more: ${two}</p>`,
    change: (b) => setText(b, 'p', one),
    ids: [one],
  },
  {
    name: 'an element in line that joined it to a word is emptied',
    html: `<p><b>3</b>${one}</p>`,
    change: (b) => get(b, 'b').replaceChildren(),
    ids: [one],
  },
  {
    name: 'an element in line that parted it is emptied',
    html: '<p>09-13<b>x</b>-O-TW4</p><p>11-14<i><br></i>-3-AS7</p>',
    change: (b) => {
      get(b, 'b').textContent = '';
      get(b, 'i').replaceChildren();
    },
    ids: [one, two],
  },
  {
    name: 'an element in line that kept it free is emptied',
    html: `<p>${one}<b>])).</b><a>5</a></p>`,
    change: (b) => get(b, 'b').replaceChildren(),
    ids: [],
  },
  {
    name: 'what joined it to a word goes beside an element that holds more than a text',
    html: `<p>5<a><wbr>${one}</a></p><p><a>${two}<wbr></a>5</p>`,
    change: (b) => {
      for (const p of b.querySelectorAll('p')) for (const text of p.childNodes) if (text instanceof Text) text.remove();
    },
    ids: [one, two],
  },
  {
    name: 'what joined it to a word goes from the edge of an element',
    html: `<p><b><img alt="">3</b>${one}</p><p>${two}<b><i>3</i><img alt=""></b></p>`,
    change: (b) => {
      textOf(b, 'i').parentElement?.remove();
      get(b, 'b').lastChild?.remove();
    },
    ids: [one, two],
  },
  {
    name: 'what went is put into the document of a frame before that is looked at',
    html: `<div><p>${one}</p></div><iframe></iframe>`,
    change: async (b) => {
      const [div, p] = [get(b, 'div'), get(b, 'p')];
      div.remove();
      await new Promise((resolve) => setTimeout(resolve, 20));
      b.querySelector('iframe')?.contentDocument?.body.append(p);
    },
    ids: [],
  },
  { name: 'an ID goes', html: `<p>${one}</p><p>${two}</p>`, change: (b) => get(b, 'p').remove(), ids: [two] },
  { name: 'all goes', html: `<p>${one}</p>`, change: (b) => b.replaceChildren(), ids: [] },
  { name: 'a tree goes', html: `<div><ul><li>${one}</ul></div>`, change: (b) => get(b, 'div').remove(), ids: [] },
  {
    name: 'what came and went again',
    html: '',
    change: (b) => {
      b.innerHTML = `<p>${one}</p>`;
      b.innerHTML = '';
    },
    ids: [],
  },
  {
    name: 'a text typed character by character',
    html: '<p>see </p>',
    change: async (b, pause) => {
      for (const character of one) {
        textOf(b, 'p').data += character;
        await pause();
      }
    },
    ids: [one],
  },
  {
    name: 'a text that streams in, piece by piece',
    html: '<p>see </p>',
    change: (b) => {
      for (const piece of ['09', '-13', '-O-', 'TW', '4', ' now']) get(b, 'p').append(piece);
    },
    ids: [one],
  },
  {
    name: 'a text that streams in as elements, looked at in between',
    html: '<p>see </p>',
    change: async (b, pause) => {
      for (const piece of ['09-13', '-O-', 'TW4', ' now']) {
        get(b, 'p').insertAdjacentHTML('beforeend', `<span>${piece}</span>`);
        await pause();
      }
    },
    ids: [one],
  },
  { name: 'it grows into a longer word', html: `<p>${one}</p>`, change: (b) => get(b, 'p').append('5'), ids: [] },
  {
    name: 'a letter comes before, in an element',
    html: `<p>${one}</p>`,
    change: (b) => get(b, 'p').insertAdjacentHTML('afterbegin', '<b>x</b>'),
    ids: [],
  },
  {
    name: 'the letter before it goes',
    html: `<p><b>x</b>${one}</p>`,
    change: (b) => get(b, 'b').remove(),
    ids: [one],
  },
  {
    name: 'the letter before it becomes a space',
    html: `<p><b>x</b>${one}</p>`,
    change: (b) => setText(b, 'b', ' '),
    ids: [one],
  },
  {
    name: 'a break comes between its parts',
    html: '<p><b>09-13</b>-O-TW4</p>',
    change: (b) => get(b, 'b').after(document.createElement('br')),
    ids: [],
  },
  {
    name: 'a block comes between its parts',
    html: '<p>09-13<i></i>-O-TW4</p>',
    change: (b) => get(b, 'i').replaceWith(document.createElement('div')),
    ids: [],
  },
  {
    name: 'the break between its parts goes',
    html: '<p>09-13<br>-O-TW4</p>',
    change: (b) => get(b, 'br').remove(),
    ids: [one],
  },
  {
    name: 'the middle of a split one changes',
    html: '<p>09-<b>13</b>-O-TW4</p>',
    change: (b) => setText(b, 'b', '14'),
    ids: ['09-14-O-TW4'],
  },
  {
    name: 'the page’s own search marks a part',
    html: `<p>${one}</p>`,
    change: (b) => setHtml(get(b, 'p'), '09-<mark>13-O</mark>-TW4'),
    ids: [one],
  },
  {
    name: 'the marks are taken off and the text joined',
    html: '<p>09-<mark>13-O</mark>-TW4</p>',
    change: (b) => {
      get(b, 'mark').replaceWith('13-O');
      get(b, 'p').normalize();
    },
    ids: [one],
  },
  {
    name: 'a text node is split in two',
    html: `<p>${one}</p>`,
    change: (b) => void textOf(b, 'p').splitText(4),
    ids: [one],
  },
  {
    name: 'rows are recycled by a virtual list',
    html: Array.from({ length: 20 }, (_, at) => `<div>01-01-A-${String(at).padStart(3, '0')}</div>`).join(''),
    change: (b) => {
      b.querySelectorAll('div').forEach((row, at) => {
        row.textContent = `02-02-B-${String(at).padStart(3, '0')}`;
      });
    },
    ids: Array.from({ length: 20 }, (_, at) => `02-02-B-${String(at).padStart(3, '0')}`),
  },
  {
    name: 'a row is moved, and written anew on the way',
    html: `<div id="a"><p>${one}</p></div><div id="b"></div>`,
    change: (b) => {
      const row = get(b, 'p');
      row.remove();
      row.textContent = two;
      get(b, '#b').append(row);
    },
    ids: [two],
  },
  {
    name: 'rows change places',
    html: `<p>${one}</p><p>${two}</p>`,
    change: (b) => b.append(get(b, 'p')),
    ids: [two, one],
  },
  {
    name: 'one comes above all others',
    html: `<p>${one}</p>`,
    change: (b) => b.insertAdjacentHTML('afterbegin', `<p>${two}</p>`),
    ids: [two, one],
  },
  {
    name: 'a second one of an ID comes further up',
    html: `<p>${one}</p><p>${two}</p>`,
    change: (b) => b.insertAdjacentHTML('afterbegin', `<p>${two}</p>`),
    ids: [two, one],
  },
  {
    name: 'the first of two of an ID goes',
    html: `<p>${two}</p><p>${one}</p><p>${two}</p>`,
    change: (b) => get(b, 'p').remove(),
    ids: [one, two],
  },
  {
    name: 'a conversation is switched',
    html: `<main><h1>${one}</h1><p>x</p></main>`,
    change: (b) => setHtml(get(b, 'main'), `<h1>${two}</h1><p>y</p>`),
    ids: [two],
  },
  {
    name: 'the body is put in anew',
    html: `<p>${one}</p>`,
    change: (b) => {
      const body = document.createElement('body');
      body.innerHTML = `<p>${two}</p>`;
      b.replaceWith(body);
    },
    ids: [two],
  },
  {
    name: 'a block with a long script comes, and a long script by itself',
    html: '<p>x</p>',
    change: (b) => {
      const script = () => {
        const made = document.createElement('script');
        made.type = 'x';
        made.textContent = `${'"a" '.repeat(9000)} 12-12-Z-ZZZ`;
        return made;
      };
      const block = document.createElement('div');
      block.append(`${one} `, script(), ` ${two}`);
      b.append(block, script());
    },
    ids: [one, two],
  },
  {
    name: 'a place becomes editable',
    html: `<p>${one}</p>`,
    change: (b) => get(b, 'p').setAttribute('contenteditable', ''),
    ids: [],
  },
  {
    name: 'a place is no longer editable',
    html: `<p contenteditable>${one}</p>`,
    change: (b) => get(b, 'p').removeAttribute('contenteditable'),
    ids: [one],
  },
  {
    name: 'someone types in an editable place',
    html: '<div contenteditable><p>x</p></div>',
    change: (b) => {
      textOf(b, 'p').data = one;
      get(b, 'div').insertAdjacentHTML('beforeend', `<p>${two}</p>`);
    },
    ids: [],
  },
  {
    name: 'what was typed is to be read when the place is no longer editable',
    html: '<div contenteditable><p>x</p></div>',
    change: async (b, pause) => {
      textOf(b, 'p').data = one;
      await pause();
      get(b, 'div').removeAttribute('contenteditable');
    },
    ids: [one],
  },
  {
    name: 'a change in an open root',
    html: '<x-a></x-a>',
    change: async (b, pause) => {
      const root = attach(get(b, 'x-a'), 'open', '<p>x</p>');
      await pause();
      textOf(root, 'p').data = one;
    },
    ids: [one],
  },
  {
    name: 'a host comes with its root',
    html: '',
    change: (b) => {
      const host = document.createElement('x-a');
      attach(host, 'closed', one);
      b.append(host);
    },
    ids: [one],
  },
  {
    name: 'a custom element is given its root late',
    html: '<x-a></x-a>',
    change: async (b, pause) => {
      await pause();
      attach(get(b, 'x-a'), 'closed', one);
      b.append('x');
    },
    ids: [one],
  },
  {
    name: 'an ordinary element is given its root late, and nothing else happens',
    html: '<div></div>',
    change: async (b, pause) => {
      attach(get(b, 'div'), 'closed', one);
      for (let wait = 0; wait < 6; wait++) await pause();
    },
    ids: [one],
  },
  {
    name: 'an element is emptied, and given its root later',
    html: '<p>x</p><div>Loading…</div>',
    change: async (b, pause) => {
      await pause();
      get(b, 'div').textContent = '';
      await pause();
      attach(get(b, 'div'), 'closed', one);
      for (let wait = 0; wait < 6; wait++) await pause();
    },
    ids: [one],
  },
  {
    name: 'what came later is given its root later still, and nothing else happens',
    html: '<p>x</p>',
    change: async (b, pause) => {
      // The looks after the first scan are over.
      for (let wait = 0; wait < 30; wait++) await pause();
      b.insertAdjacentHTML('beforeend', '<div></div><x-late>x</x-late>');
      await pause();
      attach(get(b, 'div'), 'closed', one);
      attach(get(b, 'x-late'), 'open', two);
      for (let wait = 0; wait < 6; wait++) await pause();
    },
    ids: [one, two],
  },
  {
    name: 'an element of a compose window with a root of its own',
    html: '<div contenteditable><x-chip></x-chip></div>',
    change: async (b, pause) => {
      const root = attach(get(b, 'x-chip'), 'open', '<b>x</b><x-inner></x-inner>');
      attach(root.querySelector('x-inner'), 'open', one);
      b.append(' ');
      await pause();
      root.append(one);
      textOf(root, 'b').data = two;
    },
    ids: [],
  },
  {
    name: 'a document that is edited as a whole',
    html: '<p>x</p>',
    change: async (b, pause) => {
      document.designMode = 'on';
      b.append(one);
      await pause();
      await pause();
      document.designMode = 'off';
    },
    ids: [],
  },
  {
    name: 'a root deep in what comes',
    html: '',
    change: (b) => {
      b.innerHTML = `<div><ul>${'<li><span>x</span></li>'.repeat(30)}</ul></div>`;
      attach(get(b, 'li:last-child > span'), 'open', one);
    },
    ids: [one],
  },
  {
    name: 'a host goes',
    html: '<x-a></x-a>',
    change: async (b, pause) => {
      attach(get(b, 'x-a'), 'open', one);
      b.append(' ');
      await pause();
      get(b, 'x-a').remove();
    },
    ids: [],
  },
  {
    name: 'what stands beside a split ID, a space between them, changes',
    html: `<p><b>${one.slice(0, 5)}</b>${one.slice(5)} <i>new</i></p><p><i>New</i> ${two.slice(0, 5)}<b>${two.slice(5)}</b></p>`,
    change: (b) => {
      for (const place of b.querySelectorAll('i')) place.textContent = 'open';
    },
    ids: [one, two],
  },
  {
    name: 'a long text in a shadow root grows',
    html: '<x-a></x-a>',
    change: async (b, pause) => {
      const root = attach(get(b, 'x-a'), 'open', '');
      root.append(`${one} ${'nothing '.repeat(4000)}`);
      b.append(' ');
      await pause();
      (root.firstChild as Text).appendData(` ${two} `);
    },
    ids: [one, two],
  },
  {
    name: 'a place becomes an editor while it is out of the page',
    html: `<p>${one}</p><p>${two}</p>`,
    change: (b) => {
      const editor = document.createElement('div');
      editor.contentEditable = 'true';
      editor.append(get(b, 'p'));
      b.append(editor);
    },
    ids: [two],
  },
  {
    name: 'a row is taken out, written anew later, and put back in something new',
    html: `<p>${one}</p><p>${two}</p>`,
    change: async (b) => {
      const row = get(b, 'p');
      row.remove();
      await new Promise((resolve) => setTimeout(resolve));
      (row.firstChild as Text).data = 'it is 01-01-A-AAA';
      const around = document.createElement('div');
      around.append(row);
      b.append(around);
    },
    ids: [two, '01-01-A-AAA'],
  },
  {
    name: 'more changes than are told one by one, among them what ends an ID',
    html: `<main></main><p>${one}</p><p contenteditable="false">${two}</p>`,
    change: (b) => {
      for (let at = 0; at < 5000; at++) get(b, 'main').append('x');
      get(b, 'p').prepend(Object.assign(document.createElement('b'), { textContent: 'x' }));
      get(b, 'p:last-child').contentEditable = 'true';
    },
    ids: [],
  },
  {
    name: 'an editor with a shadow root in it is one no longer',
    html: `<div contenteditable><x-a></x-a></div>`,
    change: async (b, pause) => {
      attach(get(b, 'x-a'), 'open', one);
      get(b, 'div').append(' ');
      await pause();
      get(b, 'div').removeAttribute('contenteditable');
    },
    ids: [one],
  },
  {
    name: 'what has a shadow root in it becomes an editor',
    html: `<div><x-a></x-a></div><p>${two}</p>`,
    change: async (b, pause) => {
      attach(get(b, 'x-a'), 'open', one);
      get(b, 'div').append(' ');
      await pause();
      get(b, 'div').contentEditable = 'true';
    },
    ids: [two],
  },
  {
    name: 'forms whose controls bear the names of the DOM come, change and go',
    html: '<main></main>',
    change: async (b, pause) => {
      const forms = Array.from({ length: bentForms }, (_, at) => bentForm(at, 'text <p>more</p>'));
      get(b, 'main').append(...forms);
      await pause();
      for (const [at, form] of forms.entries()) {
        const text = document.createTreeWalker(form, NodeFilter.SHOW_TEXT).nextNode() as Text;
        text.data = idOf(at);
        get(b, 'main').append(document.createElement('p'), form);
      }
      await pause();
      Element.prototype.setAttribute.call(forms[0], 'contenteditable', '');
      for (const form of forms.slice(10)) Element.prototype.replaceChildren.call(form, '');
    },
    ids: Array.from({ length: 9 }, (_, at) => idOf(at + 1)),
  },
  {
    name: 'an inline editor closes and goes at once',
    html: `<p><span contenteditable>${one}</span></p>`,
    change: (b) => {
      const editor = get(b, 'span');
      editor.contentEditable = 'false';
      editor.replaceWith('closed');
    },
    ids: [],
  },
  {
    name: 'the title changes',
    html: `<p>${one}</p>`,
    change: () => {
      document.title = `[${two}] Inbox`;
    },
    ids: [two, one],
  },
  {
    name: '6,000 rows come one by one',
    html: '<div></div>',
    change: (b) => {
      for (let at = 0; at < 6000; at++) {
        const row = document.createElement('p');
        row.textContent = at === 5000 ? one : 'x';
        get(b, 'div').append(row);
      }
    },
    ids: [one],
  },
  {
    name: 'a large tree comes at once',
    html: '',
    change: (b) => setHtml(b, `${'<p>x <b>y</b></p>'.repeat(3000)}<p>${one}</p>`),
    ids: [one],
  },
  {
    name: 'a long log grows',
    html: `<pre>${'nothing\n'.repeat(5000)}</pre>`,
    change: async (b, pause) => {
      textOf(b, 'pre').appendData(`${one}\n`);
      await pause();
      textOf(b, 'pre').appendData(`${two}\n`);
    },
    ids: [one, two],
  },
];
