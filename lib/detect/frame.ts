/** All that runs in one frame of a page: detector and report, started and stopped by the set-up. */
import { compileForms } from '../tickets/compile.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { Detector, type ScanState } from './detector.ts';
import { createReporter } from './reporter.ts';
import type { OpenRoot } from './roots.ts';

/** What the agent chose for this page. */
export interface FrameSetup {
  on: boolean;
  forms: readonly string[];
  markStyle: 'underline' | 'tint' | 'off';
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
  signal: AbortSignal;
}

export interface Frame {
  apply(setup: FrameSetup): void;
  /** Scrolls to the ID and lights it up. False: it does not stand in this frame. */
  showMatch(id: TicketId): boolean;
}

export function startFrame(options: FrameOptions): Frame {
  let current: { setup: FrameSetup; detector: Detector; stop: AbortController } | undefined;

  function apply(setup: FrameSetup): void {
    if (current !== undefined && isSame(current.setup, setup)) return;
    const hadReported = current !== undefined;
    current?.stop.abort();
    current = undefined;
    if (setup.on) current = begin(setup, options);
    else if (hadReported) options.report({ ids: [], scan: 'done' });
  }

  return {
    apply,
    showMatch: (id) => (current?.detector.ledger.occurrences(id).length ?? 0) > 0,
  };
}

function begin(setup: FrameSetup, options: FrameOptions) {
  const stop = new AbortController();
  options.signal.addEventListener('abort', () => stop.abort(), { signal: stop.signal });
  const { signal } = stop;
  const reporter = createReporter({
    read: () => ({ ids: detector.ids(), scan: detector.state }),
    send: options.report,
    signal,
  });
  const detector = new Detector({
    compiled: compileForms(setup.forms),
    openRoot: options.openRoot,
    isAlive: options.isAlive,
    onChange: () => reporter.notice(),
    signal,
  });
  addEventListener('pageshow', (event) => event.persisted && reporter.again(), { signal });
  void detector.start();
  return { setup, detector, stop };
}

function isSame(a: FrameSetup, b: FrameSetup): boolean {
  return a.on === b.on && a.markStyle === b.markStyle && a.forms.join('\n') === b.forms.join('\n');
}
