/** What becomes of an outbox entry: each function takes what is known and says the next step. Nothing here touches the outside. */
import { activityKind } from '../tickets/activity.ts';
import { STATUS } from '../tickets/codes.ts';
import type { Failure } from '../tickets/failure.ts';
import type { OutboxEntry } from '../tickets/outbox-entry.ts';
import { findInstant } from '../tickets/relative-time.ts';
import { fieldText, findMovedField, newsSince, type OwnTraces, seenOf } from '../tickets/seen.ts';
import { findUnsayable, tagChanges, wishedTags } from '../tickets/tag-changes.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { beforeOf, type Evidence, judge, type Us, unseenEvidence } from './outbox-evidence.ts';
import { printOfAsked } from './outbox-settled.ts';
import { LATE_MS, LONGEST_HOLD_MS, nextLookAt, nextTryAt } from './outbox-times.ts';

/** What to do with the entry as it now is. */
export type Step =
  /** Store it; it waits for its time or for the agent. */
  | { do: 'keep'; entry: OutboxEntry }
  /** Store it, then send its one request. */
  | { do: 'send'; entry: OutboxEntry }
  /** It is done: say so and remove it. */
  | { do: 'settle'; entry: OutboxEntry; outcome: 'sent' | 'differs'; evidence: Evidence }
  /** What it was to do is so without it: say so, and by whom if that is known, and remove it. */
  | { do: 'settle'; entry: OutboxEntry; outcome: 'already'; evidence: null; by: string | null }
  /** Give it back as a draft. */
  | { do: 'draft'; entry: OutboxEntry };

/** A reading of the ticket, or why there is none. */
export type Reading = { ok: true; ticket: Ticket; readAt: number } | { ok: false; failure: Failure };

export interface Known {
  now: number;
  us: Us;
  own: OwnTraces;
}

/** Failures, before anything left, that may pass by themselves. */
const PASSING: ReadonlySet<Failure['code']> = new Set(['resting', 'desk-error', 'timeout', 'unreachable', 'too-many']);

/** Before the write: may it leave, with the ticket as it is now? */
export function beforeSending(entry: OutboxEntry, reading: Reading, known: Known): Step {
  const { now } = known;
  if (!reading.ok) return notRead(entry, reading.failure, now);
  const earlier = entry.openSends > 0 ? ofEarlierSend(entry, reading, known) : null;
  if (earlier) return earlier;
  const already = closedAlready(entry, reading.ticket);
  if (already) return already;
  // The machine may have slept between the reading and now.
  if (isLate(entry, now)) return late(entry, now);
  const { ticket, readAt } = reading;
  const leaving = onOurTags(entry, ticket);
  const stop = findStop(entry, ticket, known) ?? (leaving === entry ? null : stopOfTags(leaving));
  if (stop) {
    const movedSeen = seenOf({ ticket, readAt });
    return keep({ ...entry, ...stop, movedSeen, state: 'moved', failure: null, nextLookAt: null });
  }
  const openSends = entry.openSends + 1;
  const before = lastBefore(entry, ticket, readAt);
  const sending = { state: 'sending', before, openSends, sentAt: now, confirmed: false, looks: 0 } as const;
  return {
    do: 'send',
    entry: {
      ...leaving,
      ...sending,
      failure: null,
      nextLookAt: null,
      news: [],
      movedField: null,
      movedSeen: null,
    },
  };
}

/**
 * Where our own writes changed the tags since they were seen, or nobody had seen them, what was added and taken off is
 * saved upon those that are there: the set as it was chosen would take the write before it back.
 */
function onOurTags(entry: OutboxEntry, { tags }: Ticket): OutboxEntry {
  const { action, seen } = entry;
  const isAsSeen = fieldText('tags', { ...seen, tags }) === fieldText('tags', seen);
  if (action.kind !== 'tag' || isAsSeen) return entry;
  const { added, removed } = tagChanges(seen.tags, action.tags);
  const wished = wishedTags(tags, added, removed);
  return { ...entry, action: { kind: 'tag', tags: wished }, seen: { ...seen, tags }, print: printOfAsked(entry) };
}

/** One that was there and cannot be sent would become others, as in the composer. */
function stopOfTags({ action }: OutboxEntry): Pick<OutboxEntry, 'news' | 'movedField'> | null {
  return action.kind === 'tag' && findUnsayable(action.tags) !== undefined ? { news: [], movedField: 'tags' } : null;
}

/** What an earlier, open request is judged against stays; else the ticket as it is now. */
function lastBefore(entry: OutboxEntry, ticket: Ticket, readAt: number) {
  return entry.openSends > 0 && entry.before ? entry.before : beforeOf(ticket, readAt);
}

/** Closing alone has nothing left to do in a ticket that is closed, whoever did it: sent now it could only be refused. */
function closedAlready(entry: OutboxEntry, ticket: Ticket): Step | null {
  if (entry.action.kind !== 'close' || ticket.status !== STATUS.closed) return null;
  return { do: 'settle', entry, outcome: 'already', evidence: null, by: closerOf(ticket) };
}

/** The log's newest line says who closed it where it is of the time that the ticket was closed at. */
function closerOf({ log, closedOn }: Ticket): string | null {
  const closing = log?.find((line) => activityKind(line) === 'closed');
  const gap = Math.abs((findInstant(closing?.date ?? null) ?? Number.NaN) - (findInstant(closedOn) ?? Number.NaN));
  return gap < 60_000 ? (closing?.appliedBy ?? null) : null;
}

function findStop(
  entry: OutboxEntry,
  ticket: Ticket,
  { us, own }: Known,
): Pick<OutboxEntry, 'news' | 'movedField'> | null {
  const { action, seen } = entry;
  const isText = action.kind === 'reply' || action.kind === 'note' || action.kind === 'close';
  const news = isText ? newsSince(seen, ticket, us.names, own) : [];
  const movedField = isText ? null : findMovedField(action, seen, ticket, own);
  return news.length > 0 || movedField ? { news, movedField } : null;
}

function notRead(entry: OutboxEntry, failure: Failure, now: number): Step {
  if (isTakenUnseen(entry, failure)) return takenUnseen(entry);
  if (entry.openSends > 0) return unsure(entry, now, failure);
  if (!PASSING.has(failure.code)) return keep(failed(entry, failure));
  if (isLate(entry, now)) return late(entry, now, failure);
  return keep({ ...entry, state: 'queued', failure, nextLookAt: nextTryAt(now, entry.heldUntil, failure.until) });
}

/** A request was open when the agent asked for another: found, it is done; else the way is free. */
function ofEarlierSend(entry: OutboxEntry, reading: Reading & { ok: true }, known: Known): Step | null {
  if (!entry.before) return null;
  const evidence = judge(entry.action, entry.before, reading.ticket, known.us, entry.confirmed, known.own);
  return evidence.arrived === 'no' ? null : arrived(entry, evidence);
}

/** After the request: what the look at the ticket says about it. `refusal`: the desk said no to it. */
export function afterLook(entry: OutboxEntry, reading: Reading, known: Known, refusal: Failure | null = null): Step {
  const { now, us, own } = known;
  if (!reading.ok && isTakenUnseen(entry, reading.failure)) return takenUnseen(entry);
  if (!reading.ok || !entry.before) {
    return refusal ? refused(entry, refusal, now) : unsure(entry, now, reading.ok ? null : reading.failure);
  }
  const evidence = judge(entry.action, entry.before, reading.ticket, us, entry.confirmed, own);
  if (evidence.arrived === 'no') {
    if (refusal) return refused(entry, refusal, now);
    return entry.confirmed && evidence.hasTrace ? confirmedOnly(entry, evidence, now) : unsure(entry, now);
  }
  if (refusal && !evidence.isChange) return refused(entry, refusal, now);
  if (entry.confirmed && evidence.differs && entry.looks === 0) return lookOnceMore(entry, now);
  return arrived(entry, evidence);
}

/** The desk said yes, and the ticket is not the agent's to see any more: moving or assigning can take it away. */
function isTakenUnseen({ confirmed }: OutboxEntry, failure: Failure): boolean {
  return confirmed && failure.code === 'not-found';
}

/** Its yes is all that is known; a later look may still find it twice. */
function takenUnseen(entry: OutboxEntry): Step {
  return { do: 'settle', entry, outcome: 'sent', evidence: unseenEvidence(entry.action) };
}

/** The desk said yes and something happened, but what is there is not what was asked: a slow desk, or one that does otherwise. */
function confirmedOnly(entry: OutboxEntry, evidence: Evidence, now: number): Step {
  const isText = entry.action.kind === 'reply' || entry.action.kind === 'note';
  if (isText) return { do: 'settle', entry, outcome: 'sent', evidence };
  if (entry.looks === 0) return lookOnceMore(entry, now);
  return { do: 'settle', entry, outcome: 'differs', evidence };
}

function lookOnceMore(entry: OutboxEntry, now: number): Step {
  return keep({ ...entry, state: 'sending', looks: 1, nextLookAt: now + 2_000 });
}

function arrived(entry: OutboxEntry, evidence: Evidence): Step {
  if (evidence.arrived === 'twice') return keep({ ...entry, state: 'twice', failure: null, nextLookAt: null });
  // Of two requests with other options the desk may have taken the first: with a yes it took the last one.
  const differs = evidence.differs || (entry.isRevised === true && !entry.confirmed);
  return { do: 'settle', entry, outcome: differs ? 'differs' : 'sent', evidence };
}

/** What was there twice, after the agent had it looked at again: it stays as it is until the agent has done with it. */
export function afterLookAgain(entry: OutboxEntry, ticket: Ticket, { now, us, own }: Known): Step {
  const { action, before, confirmed } = entry;
  const isTwice = !before || judge(action, before, ticket, us, confirmed, own).arrived === 'twice';
  return keep({ ...entry, lookedAgain: { at: now, isTwice } });
}

/**
 * The outcome is open: it is looked at again at its times, and then when the agent asks. `unread`: why the ticket could not
 * be looked at, which says nothing of the write.
 */
function unsure(entry: OutboxEntry, now: number, unread: Failure | null = null): Step {
  const isFirst = entry.state !== 'unsure';
  const looks = isFirst ? 0 : entry.looks + 1;
  // The clock may have been put back.
  const openSince = isFirst ? now : Math.min(entry.openSince ?? now, now);
  const restUntil = (unread ?? entry.failure)?.until;
  const next = nextLookAt(now, openSince, looks, unread === null, restUntil);
  return keep({ ...entry, state: 'unsure', looks, openSince, nextLookAt: next });
}

/** This request surely never left: the entry is as before it, and where the reason passes by itself it waits for that. */
export function notSent(entry: OutboxEntry, failure: Failure, now: number): Step {
  if (entry.openSends > 1) return refused(entry, failure, now);
  return notRead({ ...entry, openSends: 0, before: null, sentAt: null }, failure, now);
}

/** This request surely did nothing; an earlier one may have. */
export function refused(entry: OutboxEntry, failure: Failure, now: number): Step {
  const openSends = entry.openSends - 1;
  if (openSends > 0) return unsure({ ...entry, openSends, failure, state: 'sending' }, now);
  return keep(failed({ ...entry, openSends: 0, before: null, sentAt: null }, failure));
}

function failed(entry: OutboxEntry, failure: Failure | null): OutboxEntry {
  return { ...entry, state: 'failed', failure, nextLookAt: null, confirmed: false };
}

/** The clock was put back: what is held is held anew, what waits is due. */
export function anchored(entry: OutboxEntry, now: number): OutboxEntry {
  const hold = entry.state === 'held' ? Math.min(Math.max(entry.heldUntil - entry.createdAt, 0), LONGEST_HOLD_MS) : 0;
  return { ...entry, createdAt: now, heldUntil: now + hold };
}

/** When an entry may leave at the latest, in epoch milliseconds. */
export function leaveByOf({ heldUntil }: OutboxEntry): number {
  return heldUntil + LATE_MS;
}

/** True when an entry's time to leave is so long past that the agent is asked first. */
export function isLate(entry: OutboxEntry, now: number): boolean {
  return now > leaveByOf(entry);
}

/** Too late to be sent unasked: a draft again; closing has none, so it waits as not sent. */
export function late(entry: OutboxEntry, now: number, failure: Failure | null = entry.failure): Step {
  if (entry.openSends > 0) return unsure(entry, now);
  if (entry.action.kind === 'close') return keep(failed(entry, failure));
  return { do: 'draft', entry };
}

function keep(entry: OutboxEntry): Step {
  return { do: 'keep', entry };
}
