/** Paints the found IDs that are in or near the view, by the CSS Custom Highlight API: the page's DOM stays as it is. */
import { boxesOf, viewSize } from './boxes.ts';
import type { Found } from './found.ts';
import { startOf } from './ledger.ts';
import { distanceToView } from './place-card.ts';
import { runInSlices, wait } from './slices.ts';

/** How marks look; the names under which `page-marks.css` styles them begin with `deskside-`. */
export type MarkStyle = 'underline' | 'tint' | 'off';

/** Each painted range costs every frame of a page that changes. */
const mostPainted = 50;
/** Pixels around the view in which IDs are painted before they are scrolled to. */
const margin = 200;
/** Between two looks at what is near, at least; longer where a look takes long. */
const settleMs = 120;
const litMs = 1800;

export interface MarksOptions {
  /** What may be painted. */
  founds: () => Iterable<Found>;
  style: MarkStyle;
  signal: AbortSignal;
  /** Gives a root the sheet that styles the marks, where the browser does not do so by itself. */
  dress?: (root: Document | ShadowRoot) => void;
}

export class Marks {
  /** What is painted now. */
  readonly painted = new Set<Found>();
  #options: MarksOptions;
  #marks: Highlight | undefined;
  #lit: Highlight | undefined;
  #isAwaited = false;
  #isStale = false;

  constructor(options: MarksOptions) {
    this.#options = options;
    const { signal, style } = options;
    if (typeof Highlight === 'undefined' || !('highlights' in CSS)) return;
    this.#lit = register('deskside-lit', signal);
    if (style === 'off') return;
    this.#marks = register(`deskside-${style}`, signal);
    addEventListener('scroll', () => this.update(), { capture: true, passive: true, signal });
    addEventListener('resize', () => this.update(), { passive: true, signal });
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
    const range = rangeOf(found);
    this.#lit.clear();
    this.#lit.add(range);
    await wait(litMs, this.#options.signal);
    this.#lit.delete(range);
  }

  async #settle(): Promise<void> {
    const { signal } = this.#options;
    while (this.#isStale && !signal.aborted) {
      this.#isStale = false;
      await afterFrame(signal);
      const start = performance.now();
      const near: Found[] = [];
      await runInSlices(this.#findNear(near), { urgency: 'background', signal });
      if (signal.aborted) return;
      this.#paint(near);
      await wait(Math.max(settleMs, 10 * (performance.now() - start)), signal);
    }
    this.#isAwaited = false;
  }

  /** What lies in the view first, then what is near, `mostPainted` at most. */
  *#findNear(near: Found[]): Generator<void, void> {
    const view = viewSize();
    const around: { found: Found; distance: number }[] = [];
    let parent: Element | null = null;
    let isFar = false;
    for (const found of this.#options.founds()) {
      const { parentElement } = startOf(found);
      if (parentElement === null) continue;
      if (parentElement !== parent) {
        parent = parentElement;
        isFar = distanceToView(parent.getBoundingClientRect(), view) > margin;
        yield;
      }
      const box = isFar ? undefined : boxesOf(found)[0];
      const distance = box === undefined ? Number.POSITIVE_INFINITY : distanceToView(box, view);
      if (distance <= margin) around.push({ found, distance });
    }
    around.sort((a, b) => a.distance - b.distance);
    for (const { found } of around.slice(0, mostPainted)) near.push(found);
  }

  #paint(near: readonly Found[]): void {
    if (near.length === this.painted.size && near.every((found) => this.painted.has(found))) return;
    this.#marks?.clear();
    this.painted.clear();
    for (const found of near) {
      if (!found.parts.every(({ node, from, length }) => node.isConnected && from + length <= node.length)) continue;
      this.#options.dress?.(rootOf(found));
      this.#marks?.add(rangeOf(found));
      this.painted.add(found);
    }
  }
}

function rootOf(found: Found): Document | ShadowRoot {
  const root = startOf(found).getRootNode();
  return root instanceof ShadowRoot ? root : document;
}

/** Static: a live range would make the page's own changes slower. */
function rangeOf({ parts }: Found): StaticRange {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) throw new Error('An ID is written somewhere');
  return new StaticRange({
    startContainer: first.node,
    startOffset: first.from,
    endContainer: last.node,
    endOffset: last.from + last.length,
  });
}

/** A highlight under a name, taken off at the end unless a newer script has put its own there. */
function register(name: string, signal: AbortSignal): Highlight {
  const highlight = new Highlight();
  CSS.highlights.set(name, highlight);
  signal.addEventListener('abort', () => {
    highlight.clear();
    if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  });
  return highlight;
}

/** After the next frame all is laid out, so that asking where things stand costs nothing. */
function afterFrame(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
