/** The event log as people read it: by day, conversation apart from changes. */
import { findInstant } from './relative-time.ts';
import type { LogEntry } from './ticket.ts';

export type ActivityKind = 'created' | 'reply' | 'note' | 'attachment' | 'notified' | 'closed' | 'assigned' | 'change';
export type ActivityFilter = 'all' | 'conversation' | 'changes';

/** What the names of actions hint at. Only the look and the filter hang on it: the API page does not name them all. */
const HINTS: [RegExp, ActivityKind][] = [
  [/attach/i, 'attachment'],
  [/creat|submit|(?<!re-?)opened/i, 'created'],
  [/notif/i, 'notified'],
  [/note|comment|discuss/i, 'note'],
  [/repl|respon|message|mail|answer|solution/i, 'reply'],
  [/clos|resolv/i, 'closed'],
  [/assign/i, 'assigned'],
];

export function activityKind(entry: LogEntry): ActivityKind {
  if (entry.attachmentUrl !== null) return 'attachment';
  const action = entry.action ?? '';
  return HINTS.find(([hint]) => hint.test(action))?.[1] ?? 'change';
}

const CONVERSATION: ActivityKind[] = ['created', 'reply', 'note', 'attachment'];

/** `Conversation`: what people wrote and sent. `Changes`: all the rest. */
export function fitsFilter(entry: LogEntry, filter: ActivityFilter): boolean {
  return filter === 'all' || CONVERSATION.includes(activityKind(entry)) === (filter === 'conversation');
}

export interface ActivityDay {
  /** Tells it from the other days, and stays the same while the log grows. */
  key: string;
  /** Epoch milliseconds of the day's first shown entry; null for entries without a date. */
  at: number | null;
  /** With their index in the whole log, which never changes order. */
  entries: { entry: LogEntry; index: number }[];
}

/** What of a log fits the filter, with its index in the whole log. */
export function fittingEntries(log: LogEntry[], filter: ActivityFilter): ActivityDay['entries'] {
  return log.map((entry, index) => ({ entry, index })).filter(({ entry }) => fitsFilter(entry, filter));
}

/** Groups neighbouring entries of the same day. `dayOf` names the day of an instant in the agent's zone. */
export function activityDays(shown: ActivityDay['entries'], dayOf: (at: number) => string): ActivityDay[] {
  const days: ActivityDay[] = [];
  /** A day comes more than once where the log is not in order, or its entries lack their dates. */
  const times = new Map<string, number>();
  let current: string | null = null;
  for (const { entry, index } of shown) {
    const at = findInstant(entry.date) ?? null;
    const day = at === null ? '' : dayOf(at);
    if (day !== current) {
      const nth = (times.get(day) ?? 0) + 1;
      times.set(day, nth);
      days.push({ key: `${day} ${nth}`, at, entries: [] });
    }
    current = day;
    days.at(-1)?.entries.push({ entry, index });
  }
  return days;
}
