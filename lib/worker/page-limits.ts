/** How much a tab's content scripts may say (R18): 20 messages a second, 64 kB each; the newest report is never lost. */

/** In characters of JSON. */
const MAX_MESSAGE_SIZE = 64 * 1024;
export const MAX_MESSAGES_A_SECOND = 20;

/** True for a message that a content script may send by its size. */
export function isSmall(message: unknown): boolean {
  try {
    return JSON.stringify(message).length <= MAX_MESSAGE_SIZE;
  } catch {
    return false;
  }
}

/** Counts events by key: `take` says whether one more fits into its second. */
export interface Rate {
  take(key: number, now: number): boolean;
}

/** At most so many in a window of time. What it remembers is free to lose. */
export function createRate(most: number, windowMs: number): Rate {
  const windows = new Map<number, { begun: number; count: number }>();
  return {
    take(key, now) {
      const current = windows.get(key);
      const isOld = !current || now - current.begun >= windowMs || now < current.begun;
      const here = isOld ? { begun: now, count: 0 } : current;
      if (isOld && windows.size > 1_000) windows.clear();
      windows.set(key, here);
      here.count++;
      return here.count <= most;
    },
  };
}

/** Runs the newest task of each name: at once where `mayRun`, else after the pause, then only the newest that waits. */
export interface Newest {
  push(name: string, task: () => void, mayRun: boolean): void;
}

export function createNewest(pauseMs: number): Newest {
  const waiting = new Map<string, () => void>();
  return {
    push(name, task, mayRun) {
      if (mayRun && !waiting.has(name)) return task();
      if (!waiting.has(name)) {
        setTimeout(() => {
          const newest = waiting.get(name);
          waiting.delete(name);
          newest?.();
        }, pauseMs);
      }
      waiting.set(name, task);
    },
  };
}
