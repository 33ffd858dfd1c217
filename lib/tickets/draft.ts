/** What an agent typed and has not sent: one per ticket and kind, with the fields as typed. */
import type { Action, ActionKind, OutboxId, Seen } from './actions.ts';
import { fieldText, seenOf } from './seen.ts';
import { tagChanges, wishedTags } from './tag-changes.ts';
import type { Ticket } from './ticket.ts';
import type { TicketId } from './ticket-id.ts';

export type DraftKind = Exclude<ActionKind, 'close'>;
export const DRAFT_KINDS = ['reply', 'note', 'assign', 'move', 'tag'] as const satisfies DraftKind[];

/** Fields as they stand in the composer; numbers and dates are still text. */
export interface DraftFields {
  reply: { text: string; andClose: boolean; markSolution: boolean; autoAssign: boolean; minutes: string };
  note: { text: string; status: number | null; minutes: string };
  /** `assignee`: a name or a number; `deadline`: the value of a `datetime-local` field, in the desk's zone. */
  assign: { assignee: string; deadline: string; minutes: string };
  move: { queue: string; unassign: boolean; minutes: string };
  /** The whole wished set, and what stands in `Add a tag`. */
  tag: { tags: string[]; adding: string };
}

export type Draft = {
  [K in DraftKind]: {
    ticketId: TicketId;
    kind: K;
    /** The desk it was typed for, such as `https://acme.sympoq.com`; `''` where version 1 stored it. */
    origin: string;
    /** The id of the outbox entry this draft will become; made when the composer opened. */
    id: OutboxId;
    /** What the agent had seen when the composer opened. */
    seen: Seen;
    fields: DraftFields[K];
    /** Epoch milliseconds. */
    changedAt: number;
    /** When the outbox last gave back what is in it (epoch milliseconds, told apart); absent: never. */
    givenAt?: number | undefined;
  };
}[DraftKind];

/** The id that a draft had when its composer opened, whatever it went on with. */
export function firstId(id: OutboxId): string {
  return id.replace(/_.*$/, '');
}

/**
 * A draft with some fields changed. Its time always grows: with a clock that was put back, what is typed now would else
 * be taken for older than what is stored.
 */
export function changedDraft(draft: Draft, fields: Partial<Draft['fields']>, now: number): Draft {
  const changedAt = Math.max(now, draft.changedAt + 1);
  return { ...draft, changedAt, fields: { ...draft.fields, ...fields } } as Draft;
}

/**
 * What was typed before the ticket was read at all is checked from its first reading on: that is what the agent sees by
 * now. Any other draft comes back as it is, the same object.
 */
export function withFirstSeen(draft: Draft, record: { ticket: Ticket; readAt: number } | null): Draft {
  const isUnread = draft.changedAt > 0 && draft.seen.readAt === 0;
  // Its time stays: nothing was typed, and what another window typed since is newer.
  return isUnread && record ? { ...draft, seen: seenOf(record) } : draft;
}

/**
 * Tags that came and went since do so in what was chosen, too: the set as it was would take back what was saved meanwhile.
 * Unchanged it comes back as it is, the same object.
 */
export function withTagsNow(draft: Draft, record: { ticket: Ticket; readAt: number } | null): Draft {
  if (draft.kind !== 'tag' || draft.changedAt === 0 || !record || record.readAt <= draft.seen.readAt) return draft;
  const { tags } = record.ticket;
  const seen = { ...draft.seen, tags };
  if (fieldText('tags', seen) === fieldText('tags', draft.seen)) return draft;
  const { added, removed } = tagChanges(draft.seen.tags, draft.fields.tags);
  return { ...draft, seen, fields: { ...draft.fields, tags: wishedTags(tags, added, removed) } };
}

/** The fields that would make this action, for `Undo` and `Back to draft`. `close` has none. */
export function fieldsOfAction(
  action: Action,
  deadlineText: (iso: string) => string,
): { [K in DraftKind]: { kind: K; fields: DraftFields[K] } }[DraftKind] | null {
  const minutes = 'minutes' in action && action.minutes !== undefined ? String(action.minutes) : '';
  switch (action.kind) {
    case 'reply':
      return {
        kind: 'reply',
        fields: {
          text: action.reply,
          andClose: action.andClose ?? false,
          markSolution: action.markSolution ?? false,
          autoAssign: action.autoAssign ?? false,
          minutes,
        },
      };
    case 'note':
      return { kind: 'note', fields: { text: action.note, status: action.status ?? null, minutes } };
    case 'assign':
      return {
        kind: 'assign',
        fields: {
          assignee: String(action.assignee),
          deadline: action.deadline === undefined ? '' : deadlineText(action.deadline),
          minutes,
        },
      };
    case 'move':
      return { kind: 'move', fields: { queue: String(action.queue), unassign: action.unassign ?? false, minutes } };
    case 'tag':
      return { kind: 'tag', fields: { tags: action.tags, adding: '' } };
    case 'close':
      return null;
  }
}
