/** What is due in the outbox now, and when to wake next. Pure: of each ticket one job at a time. */
import type { OutboxId } from '../tickets/actions.ts';
import type { OutboxEntry, Settled } from '../tickets/outbox-entry.ts';
import { needsAgent, spentClosings } from '../tickets/outbox-words.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { isLate } from './outbox-decide.ts';
import { hasCome, LATE_MS, LONGEST_HOLD_MS, LONGEST_WAIT_MS } from './outbox-times.ts';

/** `give`: becomes a draft. `drop`: goes unsent. `wait`: its turn is later. `anchor`: the clock was put back, its times start anew. `check`: read, then send. `look`: did it arrive? `second`: did it arrive twice? */
export type Job =
  | { what: 'give' | 'drop' | 'wait' | 'anchor' | 'check' | 'look' | 'late'; ticketId: TicketId; entry: OutboxEntry }
  | { what: 'second'; ticketId: TicketId; settled: Settled };

export interface Plan {
  jobs: Job[];
  /** Epoch milliseconds; null: nothing waits for a time. */
  nextAt: number | null;
}

export interface Standing {
  entries: OutboxEntry[];
  settled: Settled[];
  /** Tickets with a job under way. */
  busy: ReadonlySet<TicketId>;
  /** Entries that a request of the agent is changing. */
  taken: ReadonlySet<OutboxId>;
  now: number;
  /** The network came back: what waits to be tried again is tried now. */
  isEager: boolean;
}

/** At most one job for each ticket that has none under way. */
export function planOutbox(standing: Standing): Plan {
  const { entries, settled, busy, taken, now } = standing;
  const moments: number[] = [];
  const jobs: Job[] = [];
  const takesTurn = makeBulkTurns(standing);
  // At another desk the same ID is another ticket: what is open there keeps nothing waiting here.
  const byTicket = Map.groupBy(entries, ({ origin, ticketId }) => `${origin} ${ticketId}`);
  const isFree = (ticketId: TicketId) => !busy.has(ticketId) && !jobs.some((job) => job.ticketId === ticketId);
  for (const members of byTicket.values()) {
    const job = jobOf(members, standing);
    moments.push(...members.filter(({ id }) => !taken.has(id)).flatMap((entry) => momentsOf(entry, now)));
    if (job && isFree(job.ticketId) && takesTurn(job)) jobs.push(job);
  }
  for (const record of settled) {
    if (!record.look) continue;
    const { ticketId } = record;
    if (!hasCome(record.look.at, now, LONGEST_WAIT_MS)) moments.push(record.look.at);
    else if (isFree(ticketId)) jobs.push({ what: 'second', ticketId, settled: record });
  }
  return { jobs, nextAt: moments.length > 0 ? Math.min(...moments) : null };
}

/** The parts of a bulk leave four at a time, as many as calls go at once: the others stay held and can be cancelled. */
const BULK_AT_ONCE = 4;

/** A bulk's next entries wait until one that is under way has ended; each end is a new look. */
function makeBulkTurns({ entries, busy }: Standing): (job: Job) => boolean {
  let room = BULK_AT_ONCE - new Set(entries.filter((entry) => entry.bulk && busy.has(entry.ticketId))).size;
  return (job) => job.what !== 'check' || !job.entry.bulk || room-- > 0;
}

function momentsOf(entry: OutboxEntry, now: number): number[] {
  const waiting = entry.state === 'held' || entry.state === 'queued';
  const times = waiting ? [entry.heldUntil, entry.heldUntil + LATE_MS + 1, entry.nextLookAt] : [entry.nextLookAt];
  return times.filter((time): time is number => time !== null && time > now);
}

function jobOf(members: OutboxEntry[], standing: Standing): Job | null {
  const free = members.filter(({ id }) => !standing.taken.has(id));
  const given = free.find(({ toDraft }) => toDraft);
  if (given) return jobFor('give', given);
  const dropped =
    free.find(({ id }) => isThrownAway(id, standing)) ?? (members.some(isClosing) ? spentClosings(free)[0] : undefined);
  if (dropped) return jobFor('drop', dropped);
  const adrift = free.find((entry) => isWaiting(entry) && entry.heldUntil > standing.now + LONGEST_HOLD_MS);
  if (adrift) return jobFor('anchor', adrift);
  const looked = free.find((entry) => isLookDue(entry, standing));
  if (looked) return jobFor('look', looked);
  return turnOf(members, free, standing);
}

/**
 * On its way it takes the place of the tries before it, whatever became of the page that asked for it. One of many does so
 * once it cannot be undone any more: what stands still of its ticket was hardly thought of.
 */
function isClosing(entry: OutboxEntry): boolean {
  const isSettling = entry.bulk !== undefined && entry.state === 'held';
  return entry.action.kind === 'close' && !isSettling && !entry.toDraft && !needsAgent(entry);
}

/** Its record is written first: a worker may die between that and the end of the entry. */
function isThrownAway(id: OutboxId, { settled }: Standing): boolean {
  return settled.some((record) => record.id === id && record.isDiscarded);
}

/** An entry found `sending` with no job under way was left behind by a worker that died. */
function isLookDue(entry: OutboxEntry, { now, isEager }: Standing): boolean {
  const { state, nextLookAt } = entry;
  if (state === 'sending') return nextLookAt === null || hasCome(nextLookAt, now, LONGEST_WAIT_MS);
  if (state !== 'unsure' || nextLookAt === null) return false;
  return isEager || hasCome(nextLookAt, now, LONGEST_WAIT_MS);
}

/** One write per ticket at a time, in the order of their times; an open outcome, and what is sent again, come first. */
function turnOf(members: OutboxEntry[], free: OutboxEntry[], { now, isEager }: Standing): Job | null {
  const isFirst = (one: OutboxEntry, other: OutboxEntry) =>
    other.openSends - one.openSends ||
    one.heldUntil - other.heldUntil ||
    one.createdAt - other.createdAt ||
    (one.id < other.id ? -1 : 1);
  const due = free.filter((entry) => isWaiting(entry) && entry.heldUntil <= now).sort(isFirst);
  const old = due.find((entry) => isLate(entry, now));
  if (old) return jobFor('late', old);
  const isBlocked = members.some(({ state }) => state === 'sending' || state === 'unsure');
  const first = isBlocked ? undefined : due[0];
  if (first && mayTry(first)) return jobFor('check', first);
  const unmarked = due.find((entry) => entry !== first && entry.state === 'held');
  return unmarked ? jobFor('wait', unmarked) : null;

  function mayTry({ nextLookAt }: OutboxEntry): boolean {
    return isEager || nextLookAt === null || hasCome(nextLookAt, now, LONGEST_WAIT_MS);
  }
}

function isWaiting({ state }: OutboxEntry): boolean {
  return state === 'held' || state === 'queued';
}

function jobFor(what: Exclude<Job['what'], 'second'>, entry: OutboxEntry): Job {
  return { what, ticketId: entry.ticketId, entry };
}
