/** The event log: what an entry is known by, and which entries came since a reading. */
import type { LogEntry } from './ticket.ts';

/** A reading holds the keys of at most so many entries, the newest. */
export const SEEN_LOG_MAX = 100;

/**
 * What an entry is known by: the API gives no ids, so its date, action, text and person. Not the minutes (they may be
 * corrected later) and not the attachment's address (its token is another with each reading). 53 bits as text.
 */
export function entryKey(entry: LogEntry): string {
  return hashText(JSON.stringify([entry.date, entry.action, entry.appliedBy, entry.description]));
}

/**
 * The entries of `log` (newest first) that were not there when `known` was read. Two entries alike count as two. Where
 * `known` is full, what is older than its last entry was there too.
 */
export function entriesSince(log: LogEntry[], known: string[]): LogEntry[] {
  const left = countOf(known);
  let oldestKnown = -1;
  const isNew = log.map((entry, at) => {
    const key = entryKey(entry);
    const count = left.get(key) ?? 0;
    if (count === 0) return true;
    left.set(key, count - 1);
    oldestKnown = at;
    return false;
  });
  const isCut = known.length >= SEEN_LOG_MAX && oldestKnown >= 0;
  return log.filter((_entry, at) => isNew[at] && !(isCut && at > oldestKnown));
}

function countOf(keys: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** A 53-bit hash (cyrb53) as text: short enough to travel with each action, and far from chance meetings. */
export function hashText(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
