/** Reports what a frame holds: only when it changed, and not too often. */
import { wait } from './slices.ts';

export interface ReporterOptions<T> {
  /** What is to be reported now. */
  read: () => T;
  send: (report: T) => void;
  signal: AbortSignal;
  /** What is taken to be so where nothing was reported. */
  known?: T;
  /** Milliseconds between two reports, at least. */
  everyMs?: number;
}

export interface Reporter {
  /** Something may have changed. */
  notice(): void;
  /** Reports even what was reported before: after the page came back, or lost a frame. */
  again(): void;
}

export function createReporter<T>({ read, send, signal, known, everyMs = 250 }: ReporterOptions<T>): Reporter {
  let sent = JSON.stringify(known);
  let sentAt = Number.NEGATIVE_INFINITY;
  let isResting = false;
  function report(): void {
    if (isResting || signal.aborted) return;
    const now = read();
    const text = JSON.stringify(now);
    if (text === sent) return;
    const restMs = sentAt + everyMs - performance.now();
    if (restMs > 0) {
      isResting = true;
      void wait(restMs, signal).then(() => {
        isResting = false;
        report();
      });
      return;
    }
    sent = text;
    sentAt = performance.now();
    send(now);
  }
  return {
    notice: report,
    again() {
      sent = '';
      report();
    },
  };
}
