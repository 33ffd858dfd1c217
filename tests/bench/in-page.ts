/** Runs in a page: one measurement at a time, asked for from outside. Times in milliseconds. */
import { Detector } from '../../lib/detect/detector.ts';
import { Marks } from '../../lib/detect/marks.ts';
import { watchSlices } from '../../lib/detect/slices.ts';
import { type Contender, contenders, forgetRoots, openRoot, patterns } from './contenders.ts';
import { benchPages, plantIn } from './make-pages.ts';

export interface Run {
  ms: number;
  /** The same, with the layout that it left to the page: who writes into a page makes it lay out anew. */
  laidMs: number;
  /** Planted IDs that it found, those that it missed, and what it found besides. */
  hits: number;
  missed: number;
  extra: number;
}

let planted: string[] = [];
/** The HTML of a page that was given as a file. */
let given: string | undefined;

function build(name: string, count: number): void {
  forgetRoots();
  const page = benchPages.find((each) => each.name === name);
  if (page !== undefined) planted = page.make(document.body, count);
  else if (given !== undefined) {
    document.body.innerHTML = given;
    planted = plantIn(document.body, count);
  }
}

function size(): { elements: number; chars: number } {
  return { elements: document.body.getElementsByTagName('*').length, chars: document.body.textContent?.length ?? 0 };
}

/** Takes the page that is open now as the page of this bench. */
function takeGiven(): void {
  given = document.body.innerHTML;
}

/** A page is looked at when it stands: styled and laid out. What browsers remember of a look before is forgotten. */
function touch(): void {
  const node = document.createElement('i');
  document.body.append(node);
  node.remove();
  document.body.getBoundingClientRect();
}

/** One run. Contenders that write into the page get it made anew. */
function run(name: string, count: number, contender: Contender, isFresh: boolean): Run {
  if (isFresh) {
    build(name, count);
    globalThis.gc?.();
  }
  touch();
  const start = performance.now();
  const found = new Set(contenders[contender](document.body));
  const ms = performance.now() - start;
  document.body.getBoundingClientRect();
  const laidMs = performance.now() - start;
  const hits = planted.filter((id) => found.has(id)).length;
  return { ms, laidMs, hits, missed: planted.length - hits, extra: found.size - hits };
}

let stop = new AbortController();
let slices: number[] = [];
watchSlices((ms) => slices.push(ms));
Object.defineProperty(document, 'hidden', { get: () => false });

let observerMs = 0;
const Observer = MutationObserver;
window.MutationObserver = class extends Observer {
  constructor(callback: MutationCallback) {
    super((records, observer) => {
      const start = performance.now();
      callback(records, observer);
      observerMs += performance.now() - start;
    });
  }
};

let detector: Detector | undefined;

/** Starts the detector as in a page, with marks. Resolves after the first scan. */
async function startOurs(withMarks: boolean): Promise<void> {
  stop = new AbortController();
  const { signal } = stop;
  let marks: Marks | undefined;
  detector = new Detector({ patterns, openRoot, isAlive: () => true, onChange: () => marks?.update(), signal });
  const { ledger } = detector;
  if (withMarks) marks = new Marks({ founds: () => ledger.all, style: 'underline', signal });
  await detector.start();
}

/** What a page with an observer of its own, and nothing else, costs. */
function startEmptyObserver(): void {
  stop = new AbortController();
  const observer = new Observer(() => undefined);
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  stop.signal.addEventListener('abort', () => observer.disconnect());
}

function end(): void {
  stop.abort();
  detector = undefined;
}

/** What our own tasks took since the last time this was asked. */
function takeSlices(): { slices: number[]; observerMs: number } {
  const taken = { slices, observerMs };
  slices = [];
  observerMs = 0;
  return taken;
}

/** A page that adds and removes 200 nodes and edits 1,000 texts a second. */
async function churn(seconds: number): Promise<void> {
  const list = document.body.querySelector('main') ?? document.body;
  const texts = [...list.querySelectorAll('span, b')]
    .map((each) => each.firstChild)
    .filter((each) => each instanceof Text);
  const began = performance.now();
  let nodes = 0;
  let edits = 0;
  let at = 0;
  while (performance.now() - began < seconds * 1000) {
    const passed = (performance.now() - began) / 1000;
    for (; nodes < passed * 200; nodes++) {
      const row = document.createElement('div');
      row.innerHTML = `<span>row ${nodes}</span> <b>at 10:30</b> something that is told`;
      list.append(row);
      if (list.childElementCount > 600) list.firstElementChild?.remove();
    }
    for (; edits < passed * 1000; edits++) {
      const text = texts[at++ % texts.length];
      if (text !== undefined) text.data = `edit ${edits} of a text`;
    }
    await new Promise((resolve) => setTimeout(resolve, 16));
  }
}

/** A page with so many IDs in rows. */
function buildRows(count: number): void {
  const row = (at: number) =>
    `<div>row ${at} <span>01-${String(1 + (at % 28)).padStart(2, '0')}-R-${(at + 46656).toString(36).slice(-3).toUpperCase()}</span> text</div>`;
  document.body.innerHTML = Array.from({ length: count }, (_, at) => row(at)).join('');
}

/** Milliseconds that 2,000 changes of the page's own take. */
function timeChanges(): number {
  const rows = [...document.body.children];
  const start = performance.now();
  for (let at = 0; at < 2000; at++) {
    const row = rows[(at * 7) % rows.length];
    const text = row?.firstChild;
    if (text instanceof Text) text.data = `changed ${at} `;
    if (at % 4 === 0) row?.append('.');
  }
  return performance.now() - start;
}

/** Changes one thing in view for so many frames. */
async function runFrames(count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    await new Promise(requestAnimationFrame);
    const text = document.body.children[at % 30]?.firstChild;
    if (text instanceof Text) text.data = `frame ${at} `;
  }
}

export const bench = {
  build,
  buildRows,
  churn,
  end,
  names: () => benchPages.map(({ name }) => name),
  run,
  runFrames,
  size,
  startEmptyObserver,
  startOurs,
  takeGiven,
  takeSlices,
  timeChanges,
  found: () => detector?.ledger.all.size ?? 0,
};
Object.assign(globalThis, { bench });
