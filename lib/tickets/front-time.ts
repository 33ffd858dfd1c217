/** The time a ticket was really in front of the agent, idle taken off. */

export interface FrontTime {
  /** Counted so far, in milliseconds. */
  totalMs: number;
  /** Epoch milliseconds up to which it was counted. */
  countedTo: number;
  /** Epoch milliseconds of the last sign of the agent; null while the ticket is not in front. */
  activeAt: number | null;
}

/** After so long without a sign of the agent, time no longer counts. */
export const IDLE_MS = 90_000;

export function startFrontTime(now: number): FrontTime {
  return { totalMs: 0, countedTo: now, activeAt: null };
}

/** Counts what has passed: while in front, up to the idle limit after the last sign. */
function countFrontTime(time: FrontTime, now: number): FrontTime {
  const end = time.activeAt === null ? time.countedTo : Math.min(now, time.activeAt + IDLE_MS);
  return { ...time, totalMs: time.totalMs + Math.max(0, end - time.countedTo), countedTo: now };
}

/** The agent did something, or the ticket came to the front. */
export function noteSign(time: FrontTime, now: number): FrontTime {
  return { ...countFrontTime(time, now), activeAt: now };
}

/** The ticket went out of sight. */
export function noteGone(time: FrontTime, now: number): FrontTime {
  return { ...countFrontTime(time, now), activeAt: null };
}

/** Whole minutes to offer, at least 1. */
export function frontMinutes(time: FrontTime, now: number): number {
  return Math.max(1, Math.round(countFrontTime(time, now).totalMs / 60_000));
}
