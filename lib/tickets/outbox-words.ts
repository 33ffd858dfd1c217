/** An outbox entry in words: what it is, how it stands, why, and what can be done. Keys of the locale files only. */
import type { ActionKind, OutboxState } from './actions.ts';
import type { BulkKind } from './bulk.ts';
import type { Failure, FailureCode } from './failure.ts';
import type { MessageKey } from './message-key.ts';
import type { OutboxEntry, Outcome } from './outbox-entry.ts';

export type OutboxStep =
  | 'undo'
  | 'sendNow'
  | 'sendAnyway'
  | 'retry'
  | 'look'
  | 'arrived'
  | 'sendAgain'
  | 'draft'
  | 'discard';

/** What it is; `$1` is the ticket. */
export const WHAT: Record<ActionKind, MessageKey> = {
  reply: 'outboxReply',
  note: 'outboxNote',
  assign: 'outboxAssign',
  move: 'outboxMove',
  tag: 'outboxTag',
  close: 'outboxClose',
};

/** While it can be undone; `$1` is the ticket, `$2` the time left. */
export const HELD: Record<ActionKind, MessageKey> = {
  reply: 'outboxReplyingIn',
  note: 'outboxNotingIn',
  assign: 'outboxAssigningIn',
  move: 'outboxMovingIn',
  tag: 'outboxTaggingIn',
  close: 'outboxClosingIn',
};

/** When it is done; `$1` is the ticket. */
export const SENT: Record<ActionKind, MessageKey> = {
  reply: 'outboxReplySent',
  note: 'outboxNoteSent',
  assign: 'outboxAssignSent',
  move: 'outboxMoveSent',
  tag: 'outboxTagSent',
  close: 'outboxCloseSent',
};

/** The same of several tickets at once, and in the row of each: without its ID. */
export const BULK_DONE: Record<BulkKind, MessageKey> = {
  tag: 'bulkEndTagged',
  assign: 'bulkEndAssigned',
  move: 'bulkEndMovedOn',
  close: 'bulkEndClosed',
};

export const STATE_WORDS: Record<OutboxState, MessageKey> = {
  held: 'outboxHeld',
  queued: 'outboxQueued',
  moved: 'outboxMoved',
  sending: 'outboxSending',
  failed: 'outboxFailed',
  unsure: 'outboxUnsure',
  twice: 'outboxTwice',
};

const STEPS: Record<OutboxState, OutboxStep[]> = {
  held: ['undo', 'sendNow'],
  queued: ['draft', 'discard'],
  moved: ['sendAnyway', 'draft', 'discard'],
  sending: [],
  failed: ['retry', 'draft', 'discard'],
  unsure: ['look', 'arrived', 'sendAgain', 'draft', 'discard'],
  twice: ['look', 'arrived', 'discard'],
};

/** What can be done with what was written for another desk than the one we are connected to: nothing that asks the desk. */
const STEPS_ELSEWHERE: readonly OutboxStep[] = ['arrived', 'discard'];

/** Closing has no draft to go back to: it is only discarded. A draft of another desk would not be seen here. */
export function outboxSteps(entry: Pick<OutboxEntry, 'state' | 'action'>, isElsewhere = false): OutboxStep[] {
  const { state, action } = entry;
  if (isElsewhere && state === 'held') return ['discard'];
  const isPossible = (step: OutboxStep) => !isElsewhere || STEPS_ELSEWHERE.includes(step);
  return STEPS[state].filter((step) => isPossible(step) && (step !== 'draft' || action.kind !== 'close'));
}

/** States in which nothing goes on without the agent. */
export function needsAgent({ state }: Pick<OutboxEntry, 'state'>): boolean {
  return state === 'moved' || state === 'failed' || state === 'unsure' || state === 'twice';
}

/** Failures that only another connection mends. */
const OF_CONNECTION: ReadonlySet<FailureCode> = new Set(['key-refused', 'no-connection', 'other-desk']);

/** The connection as it is now; null without one. */
type ConnectionNow = { origin: string; hasKey: boolean; refused: boolean } | null;

/** What keeps an entry from its desk now, which may be something else than what stopped it; null: nothing does any more. */
export function hindranceNow(
  entry: Pick<OutboxEntry, 'failure' | 'origin'>,
  connection: ConnectionNow,
): Failure | null {
  const { failure, origin } = entry;
  if (!failure || !OF_CONNECTION.has(failure.code)) return failure;
  if (!connection?.hasKey) return { code: 'no-connection' };
  if (connection.origin !== origin) return { code: 'other-desk' };
  return connection.refused ? { code: 'key-refused' } : null;
}

/** Closings that surely did not arrive: one more try says all that they do. Those of a bulk stay as its result. */
export function spentClosings(entries: readonly OutboxEntry[]): OutboxEntry[] {
  return entries.filter((entry) => entry.action.kind === 'close' && hasSurelyFailed(entry) && !entry.bulk);
}

/** Surely did not arrive. Stopped at its second try its first request may still be open. */
export function hasSurelyFailed({ state, openSends }: OutboxEntry): boolean {
  return (state === 'failed' || state === 'moved') && openSends === 0;
}

/** Does not go on by itself for now: it needs the agent, or waits for a desk that is away. */
export function standsStill({ state, failure }: Pick<OutboxEntry, 'state' | 'failure'>): boolean {
  return needsAgent({ state }) || (state === 'queued' && failure !== null);
}

/** How it ended leaves something to look at that the agent may not have seen: it is said until they have. */
export function isUnseen({ outcome, isSeen }: Pick<Outcome, 'outcome' | 'isSeen'>): boolean {
  return (outcome === 'draft' || outcome === 'differs') && !isSeen;
}

/** How a settled write is said once; `$1` is the ticket, `$2` who had done it before. */
export function outcomeWord({ outcome, kind, by }: Pick<Outcome, 'outcome' | 'kind' | 'by'>): MessageKey {
  if (outcome === 'draft') return 'outboxBecameDraft';
  if (outcome === 'already') return by === undefined ? 'outboxClosedAlready' : 'outboxClosedAlreadyBy';
  return outcome === 'differs' ? 'outboxDiffers' : SENT[kind];
}

/** What the agent is told changed, where the log says nothing. */
export const MOVED_FIELD: Record<NonNullable<OutboxEntry['movedField']>, MessageKey> = {
  assignee: 'outboxMovedAssignee',
  queue: 'outboxMovedQueue',
  tags: 'outboxMovedTags',
  status: 'outboxMovedStatus',
  deadline: 'outboxMovedDeadline',
};

/** The entries that stand first need the agent; then the newest. */
export function inOutboxOrder(entries: Iterable<OutboxEntry>): OutboxEntry[] {
  return [...entries]
    .filter((entry) => !entry.toDraft)
    .sort((a, b) => Number(needsAgent(b)) - Number(needsAgent(a)) || b.createdAt - a.createdAt);
}
