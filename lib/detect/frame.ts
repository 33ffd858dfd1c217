/** All that runs in one frame of a page: detector, report, marks and card, started and stopped by the set-up. */
import { compileForms } from '../tickets/compile.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { type CardWords, showCard } from './card.ts';
import { Detector, type ScanState } from './detector.ts';
import type { Found } from './found.ts';
import { startOf } from './ledger.ts';
import { type MarkStyle, Marks } from './marks.ts';
import { followPointer } from './pointer.ts';
import { createReporter } from './reporter.ts';
import type { OpenRoot } from './roots.ts';

/** What the agent chose for this page. */
export interface FrameSetup {
  on: boolean;
  forms: readonly string[];
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
  /** Opens the panel on an ID; false where the browser does not let us. */
  open: (id: TicketId) => Promise<boolean>;
  words: CardWords;
  /** Gives a root the sheet that styles the marks, in browsers that need one in each. */
  dress?: (root: Document | ShadowRoot) => void;
  signal: AbortSignal;
}

export interface Frame {
  apply(setup: FrameSetup): void;
  /** Scrolls to the ID and lights it up; asked again, to the next place where it stands. False: it is not here. */
  showMatch(id: TicketId): boolean;
}

interface Running {
  setup: FrameSetup;
  detector: Detector;
  marks: Marks;
  stop: AbortController;
}

export function startFrame(options: FrameOptions): Frame {
  let current: Running | undefined;
  let shown: { id: TicketId; at: number } | undefined;
  return {
    apply(setup) {
      if (current !== undefined && isSame(current.setup, setup)) return;
      const wasOn = current !== undefined;
      current?.stop.abort();
      current = setup.on ? begin(setup, options) : undefined;
      if (wasOn && !setup.on) options.report({ ids: [], scan: 'done' });
    },
    showMatch(id) {
      const places = current?.detector.ledger.occurrences(id) ?? [];
      const at = shown?.id === id ? shown.at + 1 : 0;
      const found = places[at % places.length];
      if (found === undefined || current === undefined) return false;
      shown = { id, at };
      scrollTo(found);
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
    read: () => ({ ids: detector.ids(), scan: detector.state }),
    send: options.report,
    signal,
  });
  const detector: Detector = new Detector({
    compiled: compileForms(setup.forms),
    openRoot: options.openRoot,
    isAlive: options.isAlive,
    onChange: () => {
      reporter.notice();
      marks.update();
    },
    signal,
  });
  const marks = new Marks({
    founds: () => detector.ledger.all,
    style: setup.markStyle,
    dress: options.dress,
    signal,
  });
  addEventListener('pageshow', (event) => event.persisted && reporter.again(), { signal });
  point(detector, marks, options, signal);
  void detector.start();
  return { setup, detector, marks, stop };
}

/** Pointer and keyboard open one card at a time. */
function point(detector: Detector, marks: Marks, options: FrameOptions, signal: AbortSignal): void {
  let open: { found: Found; end: AbortController } | undefined;
  followPointer({
    openRoot: options.openRoot,
    painted: () => marks.painted,
    at: (node) => detector.ledger.at(node),
    onRest: (element) => detector.lookUnder(element),
    onPoint(found, anchor, takesFocus) {
      if (!options.isAlive() || open?.found === found) return;
      open?.end.abort();
      const end = new AbortController();
      const card = { found, end };
      open = card;
      const onClose = () => {
        if (open === card) open = undefined;
      };
      const { words } = options;
      showCard({ id: found.id, anchor, words, open: options.open, takesFocus, signal: end.signal, onClose });
    },
    signal,
  });
  signal.addEventListener('abort', () => open?.end.abort());
}

function scrollTo(found: Found): void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  startOf(found).parentElement?.scrollIntoView({
    block: 'center',
    inline: 'nearest',
    behavior: isStill ? 'instant' : 'smooth',
  });
}

function isSame(a: FrameSetup, b: FrameSetup): boolean {
  return a.on === b.on && a.markStyle === b.markStyle && a.forms.join('\n') === b.forms.join('\n');
}
