/** What an agent had seen of a ticket, and what other people did to it since. */
import type { Action, Seen } from './actions.ts';
import { activityKind } from './activity.ts';
import { STATUS } from './codes.ts';
import { entriesSince, entryKey, SEEN_LOG_MAX } from './event-log.ts';
import { isSameName } from './names.ts';
import { findInstant } from './relative-time.ts';
import type { LogEntry, Ticket } from './ticket.ts';

/** A field that an action sets or that says how a ticket stands. */
export type MovedField = 'assignee' | 'queue' | 'tags' | 'status' | 'deadline';

/** What our own writes left in a ticket: it never counts as another person's doing. */
export interface OwnTraces {
  /** Keys of log entries. */
  keys: ReadonlySet<string>;
  /** Texts of ours, hashed without their white space: another text is not taken for one of them, nor for its beginning. */
  prints: ReadonlySet<string>;
  /** Descriptions, hashed, that are one text of ours each, cut or not: no other text is found within them. */
  texts: ReadonlySet<string>;
  /** Values we set, by field, as `fieldText` writes them. */
  values: Partial<Record<MovedField, string[]>>;
}

export const NO_TRACES: OwnTraces = { keys: new Set(), prints: new Set(), texts: new Set(), values: {} };

const NOTHING_SEEN: Seen = {
  readAt: 0,
  log: null,
  updated: null,
  status: null,
  assignee: null,
  deadline: null,
  queue: null,
  tags: [],
};

/** What is seen by someone who looks at this record; for a ticket that was never read: nothing. */
export function seenOf(record: { ticket: Ticket; readAt: number } | null): Seen {
  if (!record) return NOTHING_SEEN;
  const { ticket, readAt } = record;
  const log = ticket.log?.slice(0, SEEN_LOG_MAX).map(entryKey) ?? null;
  const { updated, status, assignee, deadline, queue, tags } = ticket;
  return { readAt, log, updated, status, assignee, deadline, queue, tags: [...tags] };
}

/** True for an entry by a person who is not us; what the desk does by itself (notices, attachments) is by nobody. */
export function isByOther(entry: LogEntry, us: readonly string[]): boolean {
  return Boolean(entry.appliedBy?.trim()) && !isByOneOf(entry, us);
}

/** True for an entry by a person of one of these names. */
export function isByOneOf({ appliedBy }: LogEntry, names: readonly string[]): boolean {
  return appliedBy !== null && names.some((name) => isSameName(name, appliedBy));
}

/** What other people did since: log entries, newest first. `us`: our names. Without a log that was seen, by their dates. */
export function newsSince(
  seen: Seen,
  { log, updated }: Pick<Ticket, 'log' | 'updated'>,
  us: readonly string[],
  own = NO_TRACES,
): LogEntry[] {
  if (!log || seen.readAt === 0) return [];
  const since = seen.log
    ? entriesSince(log, seen.log)
    : log.filter((entry) => dateOf(entry) > seenUntil(seen, updated));
  return since.filter((entry) => isByOther(entry, us) && !own.keys.has(entryKey(entry)));
}

function dateOf({ date }: LogEntry): number {
  return findInstant(date) ?? Number.NaN;
}

/**
 * What is later is news, in epoch milliseconds; `updated`: when the ticket has changed last by now. Entries bear the
 * desk's time, so the change that was seen tells, to the end of its second: a list may be long on its way, and the clock
 * here may be wrong. Where there is no later change, entries that a desk does not count as one are not taken for new.
 */
function seenUntil(seen: Seen, updated: string | null): number {
  const changedAt = findInstant(seen.updated ?? null);
  if (changedAt === undefined) return seen.readAt;
  const until = Math.floor(changedAt / 1000) * 1000 + 999;
  return findInstant(updated) === changedAt ? Math.max(until, seen.readAt) : until;
}

/** A field's value as text that can be compared; tags in any order and case are one value. */
export function fieldText(field: MovedField, of: Pick<Seen, MovedField>): string {
  if (field === 'tags') return JSON.stringify([...new Set(of.tags.map((tag) => tag.trim().toLowerCase()))].sort());
  if (field === 'deadline') {
    const at = findInstant(of.deadline);
    return at === undefined ? String(of.deadline) : String(Math.floor(at / 60_000));
  }
  return String(of[field]);
}

/** The fields that stop an action when another person has changed them; replies, notes and closing stop for log entries. */
function fieldsOf(action: Action): MovedField[] {
  switch (action.kind) {
    case 'assign':
      return action.deadline === undefined ? ['assignee'] : ['assignee', 'deadline'];
    case 'move':
      return action.unassign ? ['queue', 'assignee'] : ['queue'];
    case 'tag':
      return ['tags'];
    default:
      return [];
  }
}

/** The first field an action sets that is no longer as seen, and not as we ourselves or this action would have it. */
export function findMovedField(action: Action, seen: Seen, ticket: Ticket, own = NO_TRACES): MovedField | null {
  if (seen.readAt === 0) return null;
  const wished = wishedFields(action);
  const hasMoved = (field: MovedField) => {
    const now = fieldText(field, ticket);
    return now !== fieldText(field, seen) && now !== wished[field] && !own.values[field]?.includes(now);
  };
  return fieldsOf(action).find(hasMoved) ?? null;
}

/** The values an action sets, by field, as `fieldText` writes them. */
export function wishedFields(action: Action): Partial<Record<MovedField, string>> {
  const as = (field: MovedField, value: Partial<Seen>) => fieldText(field, { ...seenOf(null), ...value });
  switch (action.kind) {
    case 'assign': {
      const assignee = as('assignee', { assignee: action.assignee });
      return action.deadline === undefined
        ? { assignee }
        : { assignee, deadline: as('deadline', { deadline: action.deadline }) };
    }
    case 'move': {
      const queue = as('queue', { queue: action.queue });
      return action.unassign ? { queue, assignee: as('assignee', { assignee: null }) } : { queue };
    }
    case 'tag':
      return { tags: as('tags', { tags: action.tags }) };
    case 'close':
      return { status: String(STATUS.closed) };
    case 'reply':
      return action.andClose ? { status: String(STATUS.closed) } : {};
    case 'note':
      return action.status === undefined ? {} : { status: String(action.status) };
  }
}

/** True when a ticket is as the action would leave it; of an action that only adds to the log: always. */
export function isSo(ticket: Pick<Seen, MovedField>, action: Action): boolean {
  const wished = Object.entries(wishedFields(action)) as [MovedField, string][];
  return wished.every(([field, value]) => fieldText(field, ticket) === value);
}

/**
 * A reply with `autoAssign` makes us the assignee of a ticket that had none; but not where a rule of the desk was faster,
 * and the newest assignment among the `fresh` entries names another. `us`: our names.
 */
export function takenBy(
  action: Action,
  before: Pick<Ticket, 'assignee'>,
  ticket: Ticket,
  fresh: readonly LogEntry[],
  us: readonly string[],
): Partial<Record<MovedField, string>> {
  const isTaken = action.kind === 'reply' && action.autoAssign && before.assignee === null && ticket.assignee !== null;
  const named = fresh.find((entry) => activityKind(entry) === 'assigned')?.description?.trim();
  const isOurs = !named || us.length === 0 || us.some((name) => isSameName(name, named));
  return isTaken && isOurs ? { assignee: fieldText('assignee', ticket) } : {};
}
