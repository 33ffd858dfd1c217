/** All that runs in one frame of a page: detector, report, marks and card, started and stopped by the set-up. */
import { type PatternSources, readPatterns } from '../tickets/patterns.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { boxesOf } from './boxes.ts';
import { type CardWords, showCard } from './card.ts';
import { Detector, type ScanState } from './detector.ts';
import type { Found } from './found.ts';
import { type MarkStyle, Marks } from './marks.ts';
import { followPointer } from './pointer.ts';
import { createReporter } from './reporter.ts';
import type { OpenRoot } from './roots.ts';
import { scrollToFound } from './scroll-to.ts';

/** What the agent chose for this page. */
export interface FrameSetup {
  on: boolean;
  patterns: PatternSources;
  markStyle: MarkStyle;
}

export interface FrameReport {
  ids: TicketId[];
  scan: ScanState;
}

/** What lies outside the page, handed in: lib/detect knows no extension API. */
export interface FrameOptions {
  openRoot: OpenRoot;
  isAlive: () => boolean;
  report: (report: FrameReport) => void;
  /** A frame within this one was taken out of the page: it can no longer say so itself. */
  onFrameGone: () => void;
  /** Opens the panel on an ID; false where the browser does not let us. */
  open: (id: TicketId) => Promise<boolean>;
  words: () => CardWords;
  /** Gives a root the sheet that styles the marks, in browsers that need one in each. */
  dress?: (root: Document | ShadowRoot) => void;
  signal: AbortSignal;
}

export interface Frame {
  /** False where this is the set-up that runs already. */
  apply(setup: FrameSetup): boolean;
  /** Reports even what was reported before. */
  again(): void;
  /** Scrolls to the ID and lights it up; asked again, to the next place where it stands. False: it is not here. */
  showMatch(id: TicketId): boolean;
}

interface Running {
  setup: FrameSetup;
  detector: Detector;
  marks: Marks;
  again: () => void;
  stop: AbortController;
}

export function startFrame(options: FrameOptions): Frame {
  let current: Running | undefined;
  let shown: { id: TicketId; at: number } | undefined;
  return {
    apply(setup) {
      if (current !== undefined && isSame(current.setup, setup)) return false;
      const wasOn = current !== undefined;
      current?.stop.abort();
      current = setup.on ? begin(setup, options) : undefined;
      if (wasOn && !setup.on) options.report({ ids: [], scan: 'done' });
      return true;
    },
    again: () => current?.again(),
    showMatch(id) {
      const places = current?.detector.ledger.occurrences(id) ?? [];
      const at = shown?.id === id ? shown.at + 1 : 0;
      // Where it is to be seen, if there is such a place.
      const seen = places.filter((each) => boxesOf(each).length > 0);
      const found = seen[at % seen.length] ?? places[0];
      if (found === undefined || current === undefined) return false;
      shown = { id, at };
      scrollToFound(found);
      void current.marks.light(found);
      return true;
    },
  };
}

function begin(setup: FrameSetup, options: FrameOptions): Running {
  const stop = new AbortController();
  const { signal } = stop;
  options.signal.addEventListener('abort', () => stop.abort(), { signal });
  const reporter = createReporter({
    read: () => ({
      ids: detector.ids(),
      scan: detector.state === 'done' && detector.ledger.hasMore ? 'stopped' : detector.state,
    }),
    send: options.report,
    // Most frames hold nothing, and only the page itself has to say so.
    known: window === window.top ? undefined : { ids: [], scan: 'done' },
    signal,
  });
  const detector: Detector = new Detector({
    patterns: readPatterns(setup.patterns),
    openRoot: options.openRoot,
    isAlive: options.isAlive,
    onChange: () => {
      reporter.notice();
      marks.update();
    },
    onFrameGone: options.onFrameGone,
    signal,
  });
  const marks = new Marks({
    // A script whose extension is gone ends here, and paints no more.
    founds: () => (options.isAlive() ? detector.ledger.all : []),
    style: setup.markStyle,
    dress: options.dress,
    signal,
  });
  point(detector, marks, options, signal);
  void detector.start();
  return { setup, detector, marks, again: reporter.again, stop };
}

/** Pointer and keyboard open one card at a time. */
function point(detector: Detector, marks: Marks, options: FrameOptions, signal: AbortSignal): void {
  let open: { found: Found; end: AbortController; stands: () => boolean } | undefined;
  followPointer({
    openRoot: options.openRoot,
    painted: () => marks.painted,
    at: (node) => detector.ledger.at(node),
    onRest: (element) => detector.lookUnder(element),
    onPoint(found, anchor, takesFocus) {
      if (!options.isAlive() || (open?.found === found && open.stands())) return;
      open?.end.abort();
      const end = new AbortController();
      const onClose = () => {
        if (open?.end === end) open = undefined;
      };
      const words = options.words();
      const card = { id: found.id, anchor, words, open: options.open, takesFocus, signal: end.signal, onClose };
      open = { found, end, stands: showCard(card) };
    },
    signal,
  });
  signal.addEventListener('abort', () => open?.end.abort());
}

function isSame(a: FrameSetup, b: FrameSetup): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
