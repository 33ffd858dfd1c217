/** Paints the found IDs that are in or near the view, by the CSS Custom Highlight API: the page's DOM stays as it is. */
import type { Settings } from '../tickets/settings.ts';
import { Away, watchAway } from './away.ts';
import { boxesOf, viewSize } from './boxes.ts';
import { elementAround } from './elements.ts';
import { endsOf, type Found, stands } from './found.ts';
import { startOf } from './ledger.ts';
import { distanceToView } from './place-card.ts';
import { runInSlices, wait } from './slices.ts';

/** Each painted range costs every frame of a page that changes. */
const mostPainted = 50;
/** Pixels around the view in which IDs are painted before they are scrolled to. */
const margin = 200;
/** With more IDs than this in one text not all of them are asked where they stand. */
const longRun = 20;
/** Between two looks at what is near, at least; longer where a look takes long. */
const settleMs = 120;
const litMs = 1800;

export interface MarksOptions {
  /** What may be painted. */
  founds: () => Iterable<Found>;
  /** How they look: `page-marks.css` styles it under this name behind `deskside-`. */
  style: Settings['markStyle'];
  signal: AbortSignal;
  /** Gives a root the sheet that styles the marks, where the browser does not do so by itself. */
  dress?: (root: Document | ShadowRoot) => void;
}

export class Marks {
  /** What is painted now. */
  readonly painted = new Set<Found>();
  #options: MarksOptions;
  #marks: Layer | undefined;
  #lit: Layer | undefined;
  #litNow: readonly StaticRange[] = [];
  #watch: ((away: Away) => void) | undefined;
  #isAwaited = false;
  #isStale = false;

  constructor(options: MarksOptions) {
    this.#options = options;
    const { signal, style } = options;
    if (typeof Highlight === 'undefined' || !('highlights' in CSS)) return;
    this.#lit = createLayer('deskside-lit', signal);
    if (style === 'off') return;
    this.#marks = createLayer(`deskside-${style}`, signal);
    this.#watch = watchAway(() => this.update(), margin, signal);
    const onMove = (event: Event) => event.isTrusted && this.update();
    addEventListener('scroll', onMove, { capture: true, passive: true, signal });
    addEventListener('resize', onMove, { passive: true, signal });
  }

  /** Something was found, is gone, or was scrolled: paints anew, soon. */
  update(): void {
    this.#isStale = true;
    if (this.#marks === undefined || this.#isAwaited) return;
    this.#isAwaited = true;
    void this.#settle();
  }

  /** Lights an ID up for a moment. */
  async light(found: Found): Promise<void> {
    if (this.#lit === undefined) return;
    this.#options.dress?.(rootOf(found));
    const own = [rangeOf(found)];
    this.#litNow = own;
    this.#lit.paint(own);
    await wait(litMs, this.#options.signal);
    if (this.#litNow === own) this.#lit.paint([]);
  }

  async #settle(): Promise<void> {
    const { signal } = this.#options;
    while (this.#isStale && !signal.aborted) {
      this.#isStale = false;
      const near: Found[] = [];
      const away = new Away();
      const ms = await runInSlices(this.#findNear(near, away), { urgency: 'after frame', signal });
      if (signal.aborted) return;
      this.#paint(near);
      this.#watch?.(away);
      await wait(Math.max(settleMs, 10 * ms), signal);
    }
    this.#isAwaited = false;
  }

  /** What lies in the view first, then what is near, `mostPainted` at most; and where the others stand. */
  *#findNear(near: Found[], away: Away): Generator<void, void> {
    const view = viewSize();
    const around: { found: Found; distance: number }[] = [];
    let last: Element | undefined;
    let fromView = 0;
    for (const run of runsOf(this.#options.founds())) {
      const place = elementAround(startOf(run[0]));
      if (place === null) continue;
      if (place !== last) {
        last = place;
        fromView = distanceToView(Element.prototype.getBoundingClientRect.call(place), view);
        yield;
      }
      if (fromView > margin) {
        away.addFar(place, fromView);
        continue;
      }
      const isLong = run.length > longRun && flowsDown(place);
      for (let at = isLong ? yield* firstNear(run) : 0; at < run.length; at++) {
        const found = run[at] as Found;
        const [box] = boxesOf(found);
        yield;
        if (box === undefined) {
          away.addHidden(place);
          continue;
        }
        const distance = distanceToView(box, view);
        if (distance <= margin) around.push({ found, distance });
        else if (isLong && box.top > view.height + margin) break;
      }
    }
    around.sort((a, b) => a.distance - b.distance);
    for (const { found } of around.slice(0, mostPainted)) near.push(found);
  }

  #paint(near: readonly Found[]): void {
    const isSame = near.length === this.painted.size && near.every((found) => this.painted.has(found));
    if (isSame && this.#marks?.isOn === near.length > 0) return;
    this.painted.clear();
    for (const found of near) if (stands(found)) this.painted.add(found);
    for (const found of this.painted) this.#options.dress?.(rootOf(found));
    this.#marks?.paint([...this.painted].map(rangeOf));
  }
}

type Run = [Found, ...Found[]];

/** One after the other, those that begin in one text together. */
function* runsOf(founds: Iterable<Found>): Generator<Run, void> {
  let run: Run | undefined;
  for (const found of founds) {
    if (run !== undefined && startOf(run[0]) === startOf(found)) run.push(found);
    else {
      if (run !== undefined) yield run;
      run = [found];
    }
  }
  if (run !== undefined) yield run;
}

/** False where a text may go on beside where it began: in columns, or in lines that stand upright. */
function flowsDown(place: Element): boolean {
  for (let each: Element | null = place; each !== null; each = elementAround(each)) {
    const { columnCount, columnWidth, writingMode } = getComputedStyle(each);
    if (columnCount !== 'auto' || columnWidth !== 'auto' || writingMode !== 'horizontal-tb') return false;
  }
  return true;
}

/**
 * The index of the first that is not above what is near, found by halving: in one text IDs stand further down one after
 * the other. To ask where one stands in a text of megabytes takes a browser 1 ms.
 */
function* firstNear(run: Run): Generator<void, number> {
  run.sort((a, b) => a.parts[0].from - b.parts[0].from);
  let low = 0;
  let high = run.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const [box] = boxesOf(run[middle] as Found);
    if (box !== undefined && box.top + box.height < -margin) low = middle + 1;
    else high = middle;
    yield;
  }
  return low;
}

function rootOf(found: Found): Document | ShadowRoot {
  const root = startOf(found).getRootNode();
  return root instanceof ShadowRoot ? root : document;
}

/** Static: a live range would make the page's own changes slower. */
function rangeOf(found: Found): StaticRange {
  return new StaticRange(endsOf(found));
}

interface Layer {
  /** False while nothing is painted, or when the page has taken our name out of its registry. */
  readonly isOn: boolean;
  paint(ranges: readonly StaticRange[]): void;
}

/** A highlight that stands under its name only while something is painted: a page without IDs sees nothing of us. */
function createLayer(name: string, signal: AbortSignal): Layer {
  const highlight = new Highlight();
  const isOn = () => CSS.highlights.get(name) === highlight;
  const paint = (ranges: readonly StaticRange[]) => {
    highlight.clear();
    for (const range of ranges) highlight.add(range);
    // A newer script may have put its own there.
    if (ranges.length > 0) CSS.highlights.set(name, highlight);
    else if (isOn()) CSS.highlights.delete(name);
  };
  signal.addEventListener('abort', () => paint([]));
  return {
    get isOn() {
      return isOn();
    },
    paint,
  };
}
