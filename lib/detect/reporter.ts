/** Reports what a frame holds: only when it changed, and not too often. */
import { wait } from './slices.ts';

export interface ReporterOptions<T> {
  /** What is to be reported now. */
  read: () => T;
  send: (report: T) => void;
  signal: AbortSignal;
  /** What is taken to be so where nothing was reported. */
  known?: T;
  /** Whether this report may not be so a moment later, where the one before was `sent`: it waits then, `everyMs` at most. */
  mayPass?: (report: T, sent: T) => boolean;
}

/** Milliseconds between two reports, at least. */
const everyMs = 250;

export interface Reporter {
  /** Something may have changed. */
  notice(): void;
  /** Reports even what was reported before: after the page came back, or lost a frame. */
  again(): void;
}

export function createReporter<T>(options: ReporterOptions<T>): Reporter {
  const { read, send, signal, known, mayPass } = options;
  let sent = known;
  let sentText = JSON.stringify(known);
  let sentAt = Number.NEGATIVE_INFINITY;
  let isResting = false;
  let passingSince: number | undefined;
  let isAwaited = false;
  function report(): void {
    if (isResting || signal.aborted) return;
    const now = read();
    const text = JSON.stringify(now);
    if (text === sentText || sent === undefined || !mayPass?.(now, sent)) passingSince = undefined;
    else passingSince ??= performance.now();
    if (text === sentText) return;
    const restMs = sentAt + everyMs - performance.now();
    if (restMs > 0) {
      isResting = true;
      void wait(restMs, signal).then(() => {
        isResting = false;
        report();
      });
      return;
    }
    const passMs = (passingSince ?? Number.NEGATIVE_INFINITY) + everyMs - performance.now();
    if (passMs > 0) {
      awaitPassing(passMs);
      return;
    }
    passingSince = undefined;
    sent = now;
    sentText = text;
    sentAt = performance.now();
    send(now);
  }
  /** What is noticed meanwhile is looked at at once. */
  function awaitPassing(ms: number): void {
    if (isAwaited) return;
    isAwaited = true;
    void wait(ms, signal).then(() => {
      isAwaited = false;
      report();
    });
  }
  return {
    notice: report,
    again() {
      sent = undefined;
      sentText = '';
      report();
    },
  };
}
