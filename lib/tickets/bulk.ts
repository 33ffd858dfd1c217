/** Acting on several tickets at once: what is wished for all, and the action that each ticket needs for it. */
import type { Action, ActionKind, OutboxId, Seen } from './actions.ts';
import { checkDraft, type Problems, tagProblem } from './draft-check.ts';
import type { Failure } from './failure.ts';
import type { Names } from './names.ts';
import type { OutboxEntry, Submission } from './outbox-entry.ts';
import { hasSurelyFailed } from './outbox-words.ts';
import { isSo, type MovedField, seenOf, wishedFields } from './seen.ts';
import { findUnsayable, splitTags, tagChanges, wishedTags } from './tag-changes.ts';
import type { Ticket } from './ticket.ts';
import type { TicketId } from './ticket-id.ts';

/** In the order they are offered. Replies and notes are for one ticket each. */
export const BULK_KINDS = ['tag', 'assign', 'move', 'close'] as const satisfies ActionKind[];
export type BulkKind = (typeof BULK_KINDS)[number];

/** With four calls at a time, each up to 2 s, as many tickets are done within the two minutes after which a write asks again. */
export const MOST_AT_ONCE = 50;

export const BULK_STEPS = ['sendNow', 'cancel'] as const;
export type BulkStep = (typeof BULK_STEPS)[number];

export interface BulkRefusal {
  id: OutboxId;
  failure: Failure;
}

/** Nothing of it has left: it can be cancelled without a trace. */
export function hasNotBegun({ state, openSends }: Pick<OutboxEntry, 'state' | 'openSends'>): boolean {
  return (state === 'held' || state === 'queued') && openSends === 0;
}

/** Each ticket once, under an id of its own, and nothing that is written to a person. */
export function canBeBulk(parts: readonly Pick<Submission, 'id' | 'ticketId' | 'action'>[]): boolean {
  const kinds: readonly ActionKind[] = BULK_KINDS;
  const tickets = new Set(parts.map(({ ticketId }) => ticketId));
  const ids = new Set(parts.map(({ id }) => id));
  const areKnown = parts.every(({ action }) => kinds.includes(action.kind));
  return areKnown && tickets.size === parts.length && ids.size === parts.length;
}

/** What stands in the bulk composer; names and dates are still text. */
export interface BulkFields {
  tag: { add: string[]; adding: string; remove: string[] };
  assign: { assignee: string; deadline: string };
  move: { queue: string; unassign: boolean };
  close: Record<string, never>;
}

export const FRESH_BULK: BulkFields = {
  tag: { add: [], adding: '', remove: [] },
  assign: { assignee: '', deadline: '' },
  move: { queue: '', unassign: false },
  close: {},
};

export type BulkFilled = { [K in BulkKind]: { kind: K; fields: BulkFields[K] } }[BulkKind];

export type BulkChecked = { ok: true; actionFor: (ticket: Ticket) => Action } | { ok: false; problems: Problems };

/** The action for each ticket, or which field needs what. Tags are the whole set that each ticket shall have. */
export function checkBulk(filled: BulkFilled, names: Names, zone: string): BulkChecked {
  switch (filled.kind) {
    case 'close':
      return { ok: true, actionFor: () => ({ kind: 'close' }) };
    case 'tag': {
      const { adding, remove, add } = filled.fields;
      const added = [...add, ...splitTags(adding)];
      if (added.length + remove.length === 0) return { ok: false, problems: { tags: { key: 'composerNoTagChange' } } };
      const problems = tagProblem(added);
      if (problems.tags) return { ok: false, problems };
      return { ok: true, actionFor: (ticket) => ({ kind: 'tag', tags: wishedTags(ticket.tags, added, remove) }) };
    }
    case 'assign':
    case 'move': {
      const fields = { ...filled.fields, minutes: '' };
      const checked = checkDraft({ ...filled, fields } as Parameters<typeof checkDraft>[0], { names, zone, tags: [] });
      return checked.ok ? { ok: true, actionFor: () => checked.action } : checked;
    }
  }
}

/** A ticket as it was read. */
export interface ReadTicket {
  ticket: Ticket;
  readAt: number;
}

export interface BulkPlan {
  parts: Submission[];
  /** Tickets that are so already. */
  same: TicketId[];
  /** Tickets with a tag that cannot be sent with the others: they are left out. */
  unsayable: TicketId[];
}

/** What was settled when the composer of a bulk opened. */
export interface BulkOpening {
  /** The desk that its tickets are of. */
  origin: string;
  /** The id of each ticket's entry; without one a ticket is left out. */
  entryIds: ReadonlyMap<TicketId, OutboxId>;
}

/** The parts of a bulk. */
export function planBulk(
  tickets: readonly ReadTicket[],
  actionFor: (ticket: Ticket) => Action,
  { origin, entryIds }: BulkOpening,
): BulkPlan {
  const plan: BulkPlan = { parts: [], same: [], unsayable: [] };
  for (const read of tickets) {
    const { ticket } = read;
    const action = actionFor(ticket);
    const id = entryIds.get(ticket.id);
    if (isSo(ticket, action)) plan.same.push(ticket.id);
    else if (action.kind === 'tag' && findUnsayable(action.tags) !== undefined) plan.unsayable.push(ticket.id);
    else if (id) plan.parts.push({ id, ticketId: ticket.id, origin, action, seen: seenOf(read) });
  }
  return plan;
}

/** Of bulks before, what failed and is asked for anew: all that it wished for is in one of these parts. */
export function spentOfBulks(entries: Iterable<OutboxEntry>, parts: readonly Submission[]): OutboxEntry[] {
  const isAsked = ({ ticketId, origin, action, seen }: OutboxEntry) =>
    parts.some((part) => part.ticketId === ticketId && part.origin === origin && covers(part.action, action, seen));
  return [...entries].filter(
    (entry) => entry.bulk && entry.state === 'failed' && hasSurelyFailed(entry) && isAsked(entry),
  );
}

function covers(action: Action, earlier: Action, seen: Seen): boolean {
  if (action.kind === 'tag' && earlier.kind === 'tag') {
    const { added, removed } = tagChanges(seen.tags, earlier.tags);
    const areAll = tagChanges(action.tags, added).added.length === 0;
    return areAll && tagChanges(removed, action.tags).removed.length === removed.length;
  }
  const wished = wishedFields(action);
  const earlierWished = Object.entries(wishedFields(earlier)) as [MovedField, string][];
  return action.kind === earlier.kind && earlierWished.every(([field, value]) => wished[field] === value);
}
