/** How much of the desk we take at a time: four calls, one per ticket, and reads tried again with growing pauses. */
import type { Result } from '../protocol/result.ts';
import type { FailureCode } from '../tickets/failure.ts';

/**
 * Runs a task when there is room, in the order they came; before the others goes what `isFirst` is true of by then. Rejects
 * when the signal aborts before its turn.
 */
export type Gate = <T>(task: () => Promise<T>, signal?: AbortSignal, isFirst?: () => boolean) => Promise<T>;

/** At most so many tasks at once. */
export function createGate(places: number): Gate {
  const waiting: { begin: () => void; isFirst: () => boolean }[] = [];
  let busy = 0;
  const enter = (signal: AbortSignal | undefined, isFirst: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const begin = () => {
        signal?.removeEventListener('abort', leave);
        busy++;
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(place), 1);
        reject(signal?.reason);
      };
      const place = { begin, isFirst };
      if (signal?.aborted) return reject(signal.reason);
      if (busy < places) return begin();
      signal?.addEventListener('abort', leave, { once: true });
      waiting.push(place);
    });
  const letNextIn = () => {
    const first = waiting.findIndex(({ isFirst }) => isFirst());
    const [next] = waiting.splice(Math.max(first, 0), 1);
    next?.begin();
  };
  return async (task, signal, isFirst = () => false) => {
    await enter(signal, isFirst);
    try {
      return await task();
    } finally {
      busy--;
      letNextIn();
    }
  };
}

/** One request per thing at a time; a read that is under way is shared by all who ask for no more than it brings. */
export interface Turns {
  /** `canWait`: nobody is kept waiting by it, as by a row of a list. */
  read<T>(id: string, kind: string, task: () => Promise<T>, canWait?: boolean): Promise<T>;
  write<T>(id: string, task: () => Promise<T>): Promise<T>;
  /** Something that cannot wait is under way there, or behind what is. */
  isHurried(id: string): boolean;
}

/** A read that was asked for before a write is never handed to someone who asks after it. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  const reads = new Map<string, Promise<unknown>>();
  const hurried = new Map<string, number>();
  const hurry = <T>(id: string, asked: Promise<T>): Promise<T> => {
    const add = (by: number) => hurried.set(id, (hurried.get(id) ?? 0) + by);
    add(1);
    const end = () => add(-1).get(id) === 0 && hurried.delete(id);
    asked.then(end, end);
    return asked;
  };
  const inTurn = <T>(id: string, task: () => Promise<T>): Promise<T> => {
    const mine = (last.get(id) ?? Promise.resolve()).then(task, task);
    const settled = mine.catch(() => undefined);
    last.set(id, settled);
    void settled.then(() => last.get(id) === settled && last.delete(id));
    return mine;
  };
  const forget = (id: string) => {
    for (const name of [...reads.keys()]) if (name.startsWith(`${id}\n`)) reads.delete(name);
  };
  return {
    read<T>(id: string, kind: string, task: () => Promise<T>, canWait = false) {
      const name = `${id}\n${kind}`;
      const shared = reads.get(name) as Promise<T> | undefined;
      if (shared) return canWait ? shared : hurry(id, shared);
      const mine = canWait ? inTurn(id, task) : hurry(id, inTurn(id, task));
      reads.set(name, mine);
      const end = () => reads.get(name) === mine && reads.delete(name);
      mine.then(end, end);
      return mine;
    },
    write(id, task) {
      forget(id);
      return hurry(id, inTurn(id, task));
    },
    isHurried: (id) => hurried.has(id),
  };
}

/** The pauses between tries, and what they depend on; injected by tests. */
export interface RetryTools {
  /** Tries in all. */
  tries: number;
  /** Upper end of the first pause; each later one is twice as long, up to `maxPauseMs`. */
  firstPauseMs: number;
  maxPauseMs: number;
  /** A rest no longer than this is waited out, a longer one is told. */
  maxRestMs: number;
  now(): number;
  random(): number;
}

const WORTH_A_TRY: FailureCode[] = ['unreachable', 'desk-error'];

/** How long to wait before a read is tried again; null: tell the failure. Full jitter: anywhere up to the pause. */
export function pauseBefore(result: Result<unknown>, triesDone: number, tools: RetryTools): number | null {
  if (result.ok) return null;
  const { code, until } = result.failure;
  // After a rest it is asked for at least once more: for most that met it nothing has left.
  if (triesDone >= (code === 'resting' ? Math.max(tools.tries, 2) : tools.tries)) return null;
  const pause = Math.min(tools.firstPauseMs * 2 ** (triesDone - 1), tools.maxPauseMs) * tools.random();
  if (code === 'resting') {
    const rest = (until ?? 0) - tools.now();
    return rest <= tools.maxRestMs ? Math.max(rest, pause) : null;
  }
  return WORTH_A_TRY.includes(code) ? pause : null;
}

/** Tries a read until it succeeds, is not worth another try, or the signal aborts. Never for writes. */
export async function tryRead<T>(
  read: () => Promise<Result<T>>,
  signal: AbortSignal,
  tools: RetryTools,
): Promise<Result<T>> {
  for (let done = 1; ; done++) {
    const result = await read();
    const pause = pauseBefore(result, done, tools);
    if (pause === null || !(await waited(pause, signal))) return result;
  }
}

/** True after so many milliseconds, false as soon as the signal aborts. */
export function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const stop = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve(true);
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** A signal that aborts when the time from the first `begin()` on is up, unless `end()` comes first. */
export function timeLimit(ms: number): { signal: AbortSignal; begin(): void; end(): void } {
  const limit = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = () => {
    timer ??= setTimeout(() => limit.abort(new DOMException('time is up', 'TimeoutError')), ms);
  };
  return { signal: limit.signal, begin, end: () => clearTimeout(timer) };
}
