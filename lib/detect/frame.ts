/** All that runs in one frame of a page: detector and report, started and stopped by the set-up. */
import type { PageSetup } from '../tickets/page-setup.ts';
import type { FrameIds } from '../tickets/page-state.ts';
import { readPatterns } from '../tickets/patterns.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { Detector } from './detector.ts';
import { createReporter } from './reporter.ts';
import type { OpenRoot } from './roots.ts';

/** What lies outside the page, handed in: lib/detect knows no extension API. */
export interface FrameOptions {
  openRoot: OpenRoot;
  isAlive: () => boolean;
  report: (report: FrameIds) => void;
  /** There is something to show now: `Frame.show` is to be called. Most frames never come so far. */
  onSomething: () => void;
  /** A frame within this one was taken out of the page: it can no longer say so itself. */
  onFrameGone: () => void;
  /** The page was written anew, as by `document.open()`, which takes all listeners from it. All in here begins anew. */
  onRewritten: () => void;
  signal: AbortSignal;
}

/** What marks, pointer and card work with. */
export interface Scene {
  detector: Detector;
  /** Its language may change under what shows. */
  setup: PageSetup;
  openRoot: OpenRoot;
  isAlive: () => boolean;
  signal: AbortSignal;
}

/** What a person sees of us in the frame. */
export interface Shown {
  /** Something was found or is gone. */
  update(): void;
  /** Scrolls to the ID and lights it up; asked again, to the next place where it stands. False: it is not to be seen here. */
  showMatch(id: TicketId): boolean;
}

/** Begins to show what is found, until the signal of the scene. */
export type Show = (scene: Scene) => Shown;

export interface Frame {
  /** False where this is the set-up that runs already. */
  apply(setup: PageSetup): boolean;
  /** Reports even what was reported before. */
  again(): void;
  /** Hands in what shows: it comes in a script of its own, for a page without IDs shall not pay for it. */
  show(show: Show): void;
  showMatch(id: TicketId): boolean;
}

/** No text, for an element of the page that has that text as its id would be found under it, in our world too. */
export const pageKey: unique symbol = Symbol.for('deskside.page');

/**
 * Where our scripts of one frame find each other, and those of another version; nothing stands there once a script has
 * ended. Pages cannot see it: the world is ours.
 */
export interface ContentWorld {
  [pageKey]?: Pick<Frame, 'show'> & { isAlive: () => boolean };
}

interface Running {
  again: () => void;
  scene: Scene;
  shown?: Shown;
  stop: AbortController;
}

export function startFrame(options: FrameOptions): Frame {
  let current: Running | undefined;
  let show: Show | undefined;
  const showNow = () => {
    if (current !== undefined && show !== undefined) current.shown = show(current.scene);
  };
  const beginNow = (setup: PageSetup) => {
    const wasOn = current !== undefined;
    current?.stop.abort();
    current = setup.on ? begin(setup, options, wasOn, () => onRewritten(setup)) : undefined;
    showNow();
  };
  const onRewritten = (setup: PageSetup) => {
    options.onRewritten();
    beginNow(setup);
  };
  return {
    apply(setup) {
      if (current !== undefined && isSame(current.scene.setup, setup)) {
        current.scene.setup.language = setup.language;
        return false;
      }
      beginNow(setup);
      return true;
    },
    again: () => current?.again(),
    show(given) {
      if (show !== undefined) return;
      show = given;
      showNow();
    },
    showMatch: (id) => current?.shown?.showMatch(id) ?? false,
  };
}

function begin(setup: PageSetup, options: FrameOptions, wasOn: boolean, onRewritten: () => void): Running {
  const { openRoot, isAlive } = options;
  const stop = new AbortController();
  const { signal } = stop;
  options.signal.addEventListener('abort', () => stop.abort(), { signal });
  const reporter = createReporter({
    read: () => ({
      ids: detector.ids(),
      scan: detector.state === 'done' && detector.ledger.hasMore ? 'stopped' : detector.state,
    }),
    send: options.report,
    // Most frames hold nothing, and only the page itself has to say so; but what was said before is to be taken back.
    known: wasOn || window === window.top ? undefined : { ids: [], scan: 'done' },
    // A list that is scrolled takes rows out before those that come are read.
    mayPass: ({ ids }, sent) =>
      detector.isAwaited && ids.length < sent.ids.length && ids.every((id) => sent.ids.includes(id)),
    signal,
  });
  let wasSomething = false;
  const detector: Detector = new Detector({
    patterns: readPatterns(setup.patterns),
    openRoot,
    isAlive,
    onChange: () => {
      reporter.notice();
      if (running.shown !== undefined) running.shown.update();
      else if (!wasSomething && detector.ledger.all.size > 0) {
        wasSomething = true;
        options.onSomething();
      }
    },
    onFrameGone: options.onFrameGone,
    onRewritten,
    signal,
  });
  const scene = { detector, setup, openRoot, isAlive, signal };
  const running: Running = { again: reporter.again, scene, stop };
  void detector.start();
  return running;
}

/** A language is no reason to begin anew. */
function isSame(a: PageSetup, b: PageSetup): boolean {
  return JSON.stringify({ ...a, language: b.language }) === JSON.stringify(b);
}
