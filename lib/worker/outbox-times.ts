/** The times the outbox keeps, in milliseconds. */

/** A write that has not left so long after its time becomes a draft again: the agent is asked. */
export const LATE_MS = 120_000;

/** After an open outcome the ticket is looked at once at once, and then so long after that. */
const LOOKS_AFTER = [5_000, 15_000, 60_000];

/** Where a look could not be made at all, it is tried again so long after, so many times. */
const UNREAD_WAIT = 60_000;
const UNREAD_LOOKS = 10;

/** How long after the first of the looks a write that was seen once is looked at again: a browser's repeat may come late. */
export const SECOND_LOOK_MS = 4_000;

/** Waits between tries to read the ticket before a write, while it is not late. */
const TRY_WAITS = [2_000, 5_000, 10_000, 20_000];

/** How long an outcome is kept where the agent need not see it, or has, and how long a settled id is known. */
export const OUTCOME_MS = 60_000;
/** How long one is kept that the agent has not seen: they may have left its desk for good. */
export const UNSEEN_MS = 30 * 24 * 3_600_000;
export const SETTLED_MS = 24 * 3_600_000;

/**
 * When to look next at what is open `since` then and was looked at so many times; null: when the agent asks. A look that
 * came before its time takes the place of none. A rest that the desk asked for is kept.
 */
export function nextLookAt(now: number, since: number, looks: number, wasRead: boolean, restUntil = 0): number | null {
  const planned = LOOKS_AFTER.map((wait) => since + wait).find((time) => time > now);
  const next = planned ?? (!wasRead && looks < UNREAD_LOOKS ? now + UNREAD_WAIT : null);
  return next === null ? null : Math.max(next, Math.min(restUntil, now + UNREAD_WAIT));
}

/** When to try next to read the ticket before a write that is due since `dueAt`. */
export function nextTryAt(now: number, dueAt: number, restUntil = 0): number {
  const waited = Math.max(0, now - dueAt);
  const wait = TRY_WAITS.find((step) => step > waited / 2) ?? 20_000;
  return Math.max(now + wait, Math.min(restUntil, now + UNREAD_WAIT));
}

/** True when a stored moment has come; also when it is further off than `longest`, because the clock was put back. */
export function hasCome(moment: number, now: number, longest: number): boolean {
  return moment <= now || moment > now + longest;
}

/** The longest any stored moment of the outbox lies ahead. */
export const LONGEST_WAIT_MS = 61_000;

/** The longest undo time. */
export const LONGEST_HOLD_MS = 30_000;
