/** Empty drafts, and whether a draft holds anything worth keeping. */
import type { OutboxId, Seen } from './actions.ts';
import type { Draft, DraftFields, DraftKind } from './draft.ts';
import type { TicketId } from './ticket-id.ts';

/** The fields of a composer that was just opened. */
function freshFields(kind: DraftKind, tags: string[]): DraftFields[DraftKind] {
  const fresh: DraftFields = {
    reply: { text: '', andClose: false, markSolution: false, autoAssign: false, minutes: '' },
    note: { text: '', status: null, minutes: '' },
    assign: { assignee: '', deadline: '', minutes: '' },
    move: { queue: '', unassign: false, minutes: '' },
    tag: { tags: [...tags], adding: '' },
  };
  return fresh[kind];
}

export interface DraftStart {
  ticketId: TicketId;
  kind: DraftKind;
  /** The desk it is for. */
  origin: string;
  id: OutboxId;
  seen: Seen;
}

export function freshDraft({ ticketId, kind, origin, id, seen }: DraftStart): Draft {
  return { ticketId, kind, origin, id, seen, fields: freshFields(kind, seen.tags), changedAt: 0 } as Draft;
}

/** False for a composer as it opens, also with what a button chose in it beforehand: nothing is stored then. */
export function isWorthKeeping(draft: Draft, preset: Partial<Draft['fields']>): boolean {
  const fresh = freshFields(draft.kind, draft.seen.tags);
  const typed = JSON.stringify(draft.fields);
  return ![fresh, { ...fresh, ...preset }].some((fields) => JSON.stringify(fields) === typed);
}
