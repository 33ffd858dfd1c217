/** How each ticket of a bulk stands: from the outbox, from how entries ended, and from what was known before. */
import type { OutboxId } from './actions.ts';
import { type BulkKind, type BulkRefusal, hasNotBegun } from './bulk.ts';
import type { Failure } from './failure.ts';
import type { OutboxEntry, Outcome } from './outbox-entry.ts';
import { needsAgent, standsStill } from './outbox-words.ts';
import type { TicketId } from './ticket-id.ts';

/**
 * `same`: it was so already, nothing was sent. `unsayable`: it has a tag that cannot be sent with others, so nothing was. `refused`: not taken by the outbox. `gone`: cancelled before it was sent, or
 * set aside after the desk's no. The others are states of the outbox and its outcomes.
 */
export type BulkEnd =
  | { state: 'waiting' | 'sending' | 'gone' | 'same' | 'unsayable' }
  | { state: 'sent' | 'differs' | 'arrived' | 'draft' }
  | { state: 'moved' | 'unsure' | 'twice' }
  | { state: 'failed' | 'refused'; failure: Failure | null };

export type BulkEnds = ReadonlyMap<TicketId, BulkEnd>;

/** The entries of a bulk as they were handed over. */
export interface BulkSent {
  parts: readonly { id: OutboxId; ticketId: TicketId }[];
  same: readonly TicketId[];
  unsayable: readonly TicketId[];
  refused: readonly BulkRefusal[];
}

/** How each ticket stands now. Most outcomes are known to the outbox for a minute only: what was known stays known. */
export function followBulk(
  before: BulkEnds,
  sent: BulkSent,
  entries: ReadonlyMap<string, OutboxEntry>,
  outcomes: ReadonlyMap<string, Outcome>,
): BulkEnds {
  const ends = new Map<TicketId, BulkEnd>(sent.same.map((id) => [id, { state: 'same' }]));
  for (const id of sent.unsayable) ends.set(id, { state: 'unsayable' });
  const refused = new Map(sent.refused.map(({ id, failure }) => [id, failure]));
  for (const { id, ticketId } of sent.parts) {
    const failure = refused.get(id);
    const end: BulkEnd = failure
      ? { state: 'refused', failure }
      : endOf(before.get(ticketId), entries.get(id), outcomes.get(id));
    ends.set(ticketId, end);
  }
  return ends;
}

function endOf(before: BulkEnd | undefined, entry: OutboxEntry | undefined, outcome: Outcome | undefined): BulkEnd {
  if (entry && !entry.toDraft) return ofEntry(entry);
  if (outcome) return { state: outcome.outcome === 'already' ? 'same' : outcome.outcome };
  // Just handed over: the outbox's mirror is a moment behind.
  if (!before) return { state: 'waiting' };
  if (before.state === 'waiting' || before.state === 'failed') return { state: 'gone' };
  // What may be at the desk still may, whatever the agent did with the entry.
  return before.state === 'sending' ? { state: 'unsure' } : before;
}

function ofEntry(entry: OutboxEntry): BulkEnd {
  if (hasNotBegun(entry)) return { state: 'waiting' };
  if (entry.state === 'failed') return { state: 'failed', failure: entry.failure };
  // A second time: its first request may be at the desk.
  if (entry.state === 'held' || entry.state === 'queued') return { state: 'sending' };
  return { state: entry.state };
}

function isUnderWay({ state }: BulkEnd): boolean {
  return state === 'waiting' || state === 'sending';
}

/** Its write surely changed nothing, and no other person's doing stands in its way. */
function isUnsent({ state }: BulkEnd): boolean {
  return state === 'failed' || state === 'refused' || state === 'gone' || state === 'draft';
}

export interface BulkTally {
  size: number;
  /** Ended in whichever way. */
  ended: number;
  /** At the desk as asked, or so already. */
  done: number;
  /** Not done, or not known to be: the agent has to look. */
  left: TicketId[];
  /** Taken back by the agent: not sent, and nothing to look at. */
  cancelled: number;
  /** What was not sent for sure: it can be done again. */
  unsent: TicketId[];
}

export function tallyOf(ends: BulkEnds): BulkTally {
  const all = [...ends];
  const isDone = ({ state }: BulkEnd) => state === 'sent' || state === 'arrived' || state === 'same';
  return {
    size: all.length,
    ended: all.filter(([, end]) => !isUnderWay(end)).length,
    done: all.filter(([, end]) => isDone(end)).length,
    left: all.filter(([, end]) => !isUnderWay(end) && !isDone(end) && end.state !== 'gone').map(([id]) => id),
    cancelled: all.filter(([, end]) => end.state === 'gone').length,
    unsent: all.filter(([, end]) => isUnsent(end)).map(([id]) => id),
  };
}

/** A bulk on its way, as the outbox alone shows it: on every surface, after every restart. */
export interface BulkUnderWay {
  id: string;
  size: number;
  kind: BulkKind;
  /** Not begun: can be cancelled. */
  waiting: number;
  /** Ended in whichever way. */
  ended: number;
  /** None has left and the undo time runs: from when, and until when. */
  held: { from: number; until: number } | null;
  /** Why some of it waits for a desk that is away; null where nothing does. */
  failure: Failure | null;
}

/** The bulks of which something is still to be sent, in the order of their entries. */
export function bulksUnderWay(entries: Iterable<OutboxEntry>): BulkUnderWay[] {
  const members = Map.groupBy(
    [...entries].filter((entry) => entry.bulk && !entry.toDraft),
    (entry) => entry.bulk?.id ?? '',
  );
  return [...members].flatMap(([id, group]) => {
    const moving = group.filter((entry) => !needsAgent(entry));
    const [first] = moving;
    if (!first?.bulk) return [];
    const { size } = first.bulk;
    const isHeld = group.every(({ state }) => state === 'held') && group.length === size;
    const from = Math.min(...moving.map(({ createdAt }) => createdAt));
    const until = Math.min(...moving.map(({ heldUntil }) => heldUntil));
    return [
      {
        id,
        size,
        kind: first.action.kind as BulkKind,
        waiting: moving.filter(hasNotBegun).length,
        ended: size - moving.length,
        held: isHeld ? { from, until } : null,
        failure: moving.find(standsStill)?.failure ?? null,
      },
    ];
  });
}

/** What was sent last of what can still be undone, a single write or a bulk. */
export function newestHeld(
  entries: readonly OutboxEntry[],
  bulks: readonly BulkUnderWay[],
): { entry: OutboxEntry } | { bulk: BulkUnderWay } | undefined {
  const single = entries.filter(({ state, bulk }) => state === 'held' && !bulk);
  const all = [
    ...single.map((entry) => ({ at: entry.createdAt, held: { entry } })),
    ...bulks.flatMap((bulk) => (bulk.held ? [{ at: bulk.held.from, held: { bulk } }] : [])),
  ];
  return all.sort((one, other) => other.at - one.at)[0]?.held;
}
