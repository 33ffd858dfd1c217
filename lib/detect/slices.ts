/** Does long work in slices of a few milliseconds, so that the page is never kept waiting. */

/**
 * `user-visible` for a first look, `background` for what can wait. `after frame` for what asks where things stand: there
 * all is laid out, and at any other time the browser may have to do it once more for us.
 */
export type Urgency = Priority | 'after frame';
type Priority = 'user-visible' | 'background';

export interface SliceOptions {
  urgency: Urgency;
  signal: AbortSignal;
}

/** Milliseconds after which a slice ends, at the next step. */
const sliceMs = 4;

/** Slices are told by this clock, in milliseconds. */
const now = () => performance.now();

let tellSlice: ((ms: number) => void) | undefined;

/** For the bench: tells how long each slice took. */
export function watchSlices(tell: (ms: number) => void): void {
  tellSlice = tell;
}

/**
 * Runs the steps to their end, or until the signal. Between two slices the page's own tasks have their turn. Resolves to
 * the milliseconds that the slices took.
 */
export async function runInSlices(steps: Iterator<unknown>, { urgency, signal }: SliceOptions): Promise<number> {
  let sum = 0;
  for (let done = false; !done; ) {
    await nextTask(urgency);
    if (signal.aborted) break;
    const start = now();
    do done = steps.next().done === true;
    while (!done && now() < start + sliceMs);
    const ms = now() - start;
    tellSlice?.(ms);
    sum += ms;
  }
  return sum;
}

/** Resolves in a task of its own. */
async function nextTask(urgency: Urgency): Promise<void> {
  if (urgency !== 'after frame') return postTask(urgency);
  await new Promise(requestAnimationFrame);
  return postTask('user-blocking');
}

function postTask(priority: Priority | 'user-blocking'): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler === undefined) return new Promise((resolve) => setTimeout(resolve));
  return scheduler.postTask(() => undefined, { priority });
}

/** The part of the Prioritized Task Scheduling API that is used, where a browser has it. */
interface Scheduler {
  postTask(task: () => void, options: { priority: Priority | 'user-blocking' }): Promise<void>;
}

/** Resolves after so many milliseconds, or at once when the signal comes. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
