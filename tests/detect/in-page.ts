/** Runs in a bare page: the cases of the tables, one by one, asked for by name from outside. */
import { Detector } from '../../lib/detect/detector.ts';
import { type Found, stands } from '../../lib/detect/found.ts';
import { startFrame } from '../../lib/detect/frame.ts';
import { textOf } from '../../lib/detect/inline-text.ts';
import { Ledger } from '../../lib/detect/ledger.ts';
import { lookAtChanges } from '../../lib/detect/relook.ts';
import { Roots } from '../../lib/detect/roots.ts';
import { fullBudget, scanTree } from '../../lib/detect/scan.ts';
import { runInSlices } from '../../lib/detect/slices.ts';
import { compileForms, writePatterns } from '../../lib/tickets/compile.ts';
import { DEFAULT_SETTINGS } from '../../lib/tickets/settings.ts';
import { canonicalId, type TicketId } from '../../lib/tickets/ticket-id.ts';
import { changeCases } from './change-cases.ts';
import { domCases } from './dom-cases.ts';
import { plantDocument } from './random-document.ts';

/** What a case gave; `wrong` names what is not as it should be. */
export interface Outcome {
  ids: string[];
  wanted: string[];
  wrong: string[];
}

/** In an extension the browser opens closed roots; a bare page has to remember its own. */
const roots = new WeakMap<Element, ShadowRoot>();
const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function remember(options) {
  const root = attachShadow.call(this, options);
  roots.set(this, root);
  return root;
};

/** Another tab may have come to the front; a page that is hidden is not read. */
let isHidden = false;
Object.defineProperty(document, 'hidden', { get: () => isHidden });

function setHidden(hidden: boolean): void {
  isHidden = hidden;
  document.dispatchEvent(new Event('visibilitychange'));
}

const patterns = compileForms(DEFAULT_SETTINGS.forms);
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits as long as a busy machine may need. */
async function untilSo(isSo: () => boolean): Promise<void> {
  for (let times = 0; !isSo() && times < 1000; times++) await wait(20);
}

function begin(): { detector: Detector; end: () => void } {
  const stop = new AbortController();
  const openRoot = (element: Element) => roots.get(element) ?? null;
  const options = { patterns, openRoot, isAlive: () => true, onChange: () => undefined, signal: stop.signal };
  return { detector: new Detector(options), end: () => stop.abort() };
}

function empty(): void {
  document.title = '';
  document.body.replaceChildren();
}

/** What is said of each ID must be true of the text that it points at. */
function check(detector: Detector, wanted: string[]): Outcome {
  const ids: string[] = detector.ids();
  const wrong = ids.join() === wanted.join() ? [] : ['ids'];
  for (const found of detector.ledger.all) {
    if (canonicalId(textOf(found.parts)) !== found.id) wrong.push(`text of ${found.id}`);
  }
  return { ids, wanted, wrong };
}

async function runDom(name: string): Promise<Outcome> {
  const wantedCase = domCases.find((each) => each.name === name);
  if (wantedCase === undefined) throw new Error(`No case ${name}`);
  empty();
  if (wantedCase.html !== undefined) document.body.innerHTML = wantedCase.html;
  wantedCase.build?.(document.body);
  const { detector, end } = begin();
  await detector.start();
  const outcome = check(detector, wantedCase.ids);
  end();
  return outcome;
}

async function runChange(name: string): Promise<Outcome> {
  const wantedCase = changeCases.find((each) => each.name === name);
  if (wantedCase === undefined) throw new Error(`No case ${name}`);
  empty();
  document.body.innerHTML = wantedCase.html;
  const { detector, end } = begin();
  await detector.start();
  await wantedCase.change(document.body, () => wait(180));
  await wait(250);
  let outcome = check(detector, wantedCase.ids);
  for (let tries = 0; tries < 20 && outcome.wrong.length > 0; tries++) {
    await wait(100);
    outcome = check(detector, wantedCase.ids);
  }
  end();
  return outcome;
}

/** The seeds of random documents in which not exactly what was planted was found. */
async function runRandom(first: number, count: number): Promise<{ seed: number; outcome: Outcome }[]> {
  const failed: { seed: number; outcome: Outcome }[] = [];
  for (let seed = first; seed < first + count; seed++) {
    empty();
    const { ids } = plantDocument(document.body, seed);
    const { detector, end } = begin();
    await detector.start();
    const outcome = check(detector, ids);
    if (outcome.wrong.length > 0) failed.push({ seed, outcome });
    end();
  }
  return failed;
}

const scripts = () => [...document.body.querySelectorAll('script')];
const rows = (count: number) => '<p>x</p>'.repeat(count);

/** What a page may do to itself while it is read. */
const disturbances: Record<string, () => void> = {
  'takes its scripts out': () => {
    for (const script of scripts()) script.remove();
  },
  'puts much before all else': () => document.body.insertAdjacentHTML('afterbegin', rows(1500)),
  'puts a row beside each script': () => {
    for (const script of scripts()) script.insertAdjacentHTML('afterend', rows(1));
  },
  'takes half of its rows out': () => {
    for (const row of document.body.querySelectorAll('p:nth-of-type(even)')) row.remove();
  },
  'takes its first element out': () => document.body.firstElementChild?.remove(),
  'moves what its texts say into what stands beside them': () => {
    for (const span of document.body.querySelectorAll('span')) {
      const { nextElementSibling } = span;
      const id = span.textContent?.slice(-11);
      if (nextElementSibling === null || !id) continue;
      (span.firstChild as Text).data = '';
      nextElementSibling.textContent = `[${id}]`;
    }
  },
  'is put into another body': () => {
    const other = document.createElement('body');
    other.append('nothing');
    document.body.replaceWith(other);
  },
};

/** A page that is disturbed: small, or so large that what is in view is read first; scripts long or short. */
interface Disturbed {
  name: string;
  html: (ids: readonly string[]) => string;
  /** Every so many pauses are tried. */
  every: number;
}

function withScripts(count: number, script: number, every: number): Disturbed {
  const code = `<script type="x">${'"a" '.repeat(script)}</script>`;
  const part = (id: string) => `${rows(count)}${code}<p id="${id}">${id}</p>${code}`;
  return { name: `${count} rows, script of ${script}`, html: (ids) => ids.map(part).join(''), every };
}

/** Chunks end at scripts so long that they are left out; between short ones they hold several IDs. */
const disturbed: Disturbed[] = [
  withScripts(8, 1500, 1),
  withScripts(8, 1, 1),
  withScripts(1200, 1, 17),
  {
    name: 'a long text behind a spinner',
    html: (ids) => `<div>Loading</div><pre>${ids.map((id) => `${' x'.repeat(5000)} ${id}`).join('')}</pre>`,
    every: 1,
  },
  {
    name: 'rows that show their ID in one of two places',
    html: (ids) =>
      ids.map((id) => `${rows(20)}<div><span>Re: a long subject of a mail ${id}</span><b></b></div>`).join(''),
    every: 1,
  },
];

/** The texts of the page that hold these IDs. */
function textsWith(ids: readonly string[]): Map<string, Text> {
  const texts = new Map<string, Text>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode() as Text | null; text !== null; text = walker.nextNode() as Text | null)
    for (const id of ids) if (text.data.includes(id)) texts.set(id, text);
  return texts;
}

/** As in a slice: the look begins with the first step. */
function* stepsOf(look: () => Iterable<void>): Generator<void, void> {
  yield* look();
}

/**
 * The disturbances that, at some pause of a scan, made it miss what stood in the page all the time, or find after it what
 * stands nowhere.
 */
function runDisturbed(): { pauses: number; missed: string[]; wrong: string[] } {
  const wanted = Array.from({ length: 20 }, (_, at) => `10-${10 + at}-K-DST`);
  const missed: string[] = [];
  const wrong: string[] = [];
  let pauses = 0;
  for (const [name, disturb] of Object.entries(disturbances)) {
    for (const { name: page, html, every } of disturbed) {
      for (let pause = 0, isOver = false; !isOver; pause += every) {
        document.body.innerHTML = html(wanted);
        const findView = () => document.getElementById(wanted[10] ?? '') ?? undefined;
        const ledger = new Ledger();
        const look = { patterns, ledger, budget: fullBudget(), unread: new Map() };
        const steps = stepsOf(() => scanTree(document.body, look, { findView }));
        for (let at = 0; at < pause; at++) steps.next();
        const texts = textsWith(wanted);
        const foundBefore = new Set(ledger.all);
        disturb();
        isOver = steps.next().done === true;
        while (steps.next().done !== true);
        const stood = (id: string) => texts.get(id)?.isConnected && texts.get(id)?.data.includes(id);
        const lost = wanted.filter((id) => stood(id) && !ledger.ids().includes(id as TicketId));
        const isWrong = (found: Found) => !stands(found) || textOf(found.parts) !== found.id;
        const added = [...ledger.all].filter((found) => !foundBefore.has(found));
        const where = `${name}, ${page}, in pause ${pause}`;
        if (lost.length > 0) missed.push(`${where}: ${lost.join()}`);
        if (added.some(isWrong)) wrong.push(`${where}: ${added.filter(isWrong).map(({ id }) => id)}`);
        pauses++;
      }
    }
  }
  return { pauses, missed, wrong };
}

/** What is found while a page is hidden, when it is shown, after a change while hidden again, and shown again. */
async function runHidden(): Promise<string[][]> {
  empty();
  setHidden(true);
  document.body.innerHTML = '<p>09-13-O-TW4</p>';
  const { detector, end } = begin();
  void detector.start();
  const found: string[][] = [];
  for (const hidden of [true, false, true, false]) {
    setHidden(hidden);
    if (hidden && found.length > 0) document.body.insertAdjacentHTML('beforeend', '<p>11-14-3-AS7</p>');
    await wait(500);
    if (!hidden) await untilSo(() => detector.ids().length >= (found.length + 1) / 2);
    found.push(detector.ids());
  }
  end();
  return found;
}

/** What is found of a root that came later than anyone looks by himself: before and after the pointer rests there. */
async function runPointed(): Promise<string[][]> {
  empty();
  document.body.innerHTML = '<div>text</div>';
  const { detector, end } = begin();
  await detector.start();
  await wait(5500);
  // The last look is due by now, and has its turn before this.
  await runInSlices([].values(), { urgency: 'background', signal: new AbortController().signal });
  const host = document.body.firstElementChild as HTMLElement;
  host.attachShadow({ mode: 'closed' }).append('09-13-O-TW4');
  await wait(500);
  const before = detector.ids();
  detector.lookUnder(host);
  await untilSo(() => detector.ids().length > 0);
  const found = [before, detector.ids()];
  end();
  return found;
}

/** What a frame reports of a list whose rows the page draws anew, once more just as they are about to be looked at. */
async function runRedrawn(): Promise<string[][]> {
  empty();
  const draw = () => {
    document.body.innerHTML = '<p>09-13-O-TW4</p><p>11-14-3-AS7</p>';
  };
  draw();
  const stop = new AbortController();
  const reports: string[][] = [];
  const frame = startFrame({
    openRoot: () => null,
    isAlive: () => true,
    report: ({ ids }) => reports.push(ids),
    onSomething: () => undefined,
    onFrameGone: () => undefined,
    onRewritten: () => undefined,
    signal: stop.signal,
  });
  frame.apply({ on: true, patterns: writePatterns(DEFAULT_SETTINGS.forms), markStyle: 'off', language: '' });
  await wait(500);
  const { scheduler } = globalThis as unknown as { scheduler: { postTask: (...input: unknown[]) => unknown } };
  const postTask = scheduler.postTask.bind(scheduler);
  scheduler.postTask = (...input) => {
    scheduler.postTask = postTask;
    draw();
    return postTask(...input);
  };
  draw();
  await wait(800);
  stop.abort();
  return reports;
}

/** Lets the tasks of low urgency wait, each until it is let go by its place in the order in which they were asked for. */
function holdBackground(): { asked: () => number; letGo: (at: number) => void; end: () => void } {
  type PostTask = (task: () => void, options: { priority: string }) => Promise<void>;
  const { scheduler } = globalThis as unknown as { scheduler: { postTask: PostTask } };
  const postTask = scheduler.postTask.bind(scheduler);
  const gates = Array.from({ length: 3 }, () => Promise.withResolvers<void>());
  let count = 0;
  scheduler.postTask = async (task, options) => {
    if (options.priority === 'background') await gates[count++]?.promise;
    return postTask(task, options);
  };
  return {
    asked: () => count,
    letGo: (at) => gates[at]?.resolve(),
    end: () => {
      for (const { resolve } of gates) resolve();
      scheduler.postTask = postTask;
    },
  };
}

/** How far a page of too many elements was read: at first, and when it changed before the end of the first reading. */
async function runCutShort(): Promise<string[]> {
  empty();
  document.body.innerHTML = '<i></i>'.repeat(100_100);
  const held = holdBackground();
  const { detector, end } = begin();
  const first = detector.start();
  await untilSo(() => detector.state !== 'looking');
  const states: string[] = [detector.state];
  document.body.prepend('09-13-O-TW4');
  await untilSo(() => detector.ids().length > 0);
  held.end();
  await first;
  states.push(detector.state);
  end();
  return states;
}

/** How many IDs are found of a page that is read anew before the end of its first reading: at that end, and later. */
async function runReadTwice(): Promise<number[]> {
  empty();
  document.body.innerHTML = Array.from({ length: 80 }, (_, at) => `<p>10-12-K-${100 + at}</p>`).join('');
  const held = holdBackground();
  const { detector, end } = begin();
  const first = detector.start();
  await untilSo(() => detector.state === 'done');
  for (let at = 0; at < 5000; at++) document.body.append(document.createElement('i'));
  // The second task is that of the reading anew.
  await untilSo(() => held.asked() === 2);
  held.letGo(2);
  held.letGo(0);
  await first;
  const counts = [detector.ids().length];
  held.end();
  await wait(500);
  counts.push(detector.ids().length);
  end();
  return counts;
}

/** In how many steps 3,000 IDs that are gone are dropped, and what is listed then; and one element full of text is read. */
function runInSteps(): { dropped: number; listed: string[]; read: number; found: number } {
  const idAt = (at: number) => canonicalId(`10-12-K-${String(at).padStart(4, '0').slice(-3)}`);
  const look = { patterns, ledger: new Ledger(), budget: fullBudget(), unread: new Map() };
  const nothing = {
    texts: new Set<Text>(),
    emptied: new Set<Element>(),
    moved: new Set<Node>(),
    edited: new Set<Element>(),
  };
  const lookAt = (added: Element[], isLess: boolean) => {
    const changes = { ...nothing, added: new Set(added), isLess, hasLostFrame: false };
    const roots = new Roots(
      () => null,
      () => undefined,
    );
    return [...lookAtChanges(changes, look, roots, () => undefined)].length;
  };
  document.body.innerHTML = `<div>${Array.from({ length: 1000 }, (_, at) => `<p>${idAt(at)}</p>`.repeat(3)).join('')}</div>`;
  for (const _ of scanTree(document.body, look));
  const rows = [...document.querySelectorAll('p')];
  for (const row of rows.slice(0, -6)) row.remove();
  const dropped = lookAt([], true);
  const listed = look.ledger.ids();
  empty();
  const element = document.createElement('span');
  element.textContent = Array.from({ length: 3000 }, (_, at) => idAt(at)).join(' ');
  document.body.append(element);
  const before = look.ledger.all.size;
  const read = lookAt([element], false);
  return { dropped, listed, read, found: look.ledger.all.size - before };
}

const runs = { runDom, runChange, runRandom, runHidden, runDisturbed, runPointed, runRedrawn };
export const inPage = { ...runs, runCutShort, runReadTwice, runInSteps };
Object.assign(globalThis, { inPage });
