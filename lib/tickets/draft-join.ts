/** One draft of two for the same ticket and kind: what was typed meanwhile, and what comes back from the outbox. */
import type { Action } from './actions.ts';
import type { Draft, DraftFields, DraftKind } from './draft.ts';

/**
 * Nothing typed is lost: texts stand one below the other, sets are joined, and of two values what was typed last wins.
 * Where the text is the given one, so is the id: by it the outbox knows a request of this text that may yet arrive.
 */
export function joinDrafts(typed: Draft, given: Draft): Draft {
  const join = JOIN[typed.kind] as (typed: Draft['fields'], given: Draft['fields']) => Draft['fields'];
  const seen = typed.seen.readAt < given.seen.readAt ? typed.seen : given.seen;
  const changedAt = Math.max(typed.changedAt, given.changedAt);
  const fields = join(typed.fields, given.fields);
  const { id } = isSameText(fields, given.fields) ? given : typed;
  return { ...typed, id, seen, changedAt, fields } as Draft;
}

function isSameText(one: Draft['fields'], other: Draft['fields']): boolean {
  return 'text' in one && 'text' in other && one.text.trim() === other.text.trim();
}

const JOIN: { [K in DraftKind]: (typed: DraftFields[K], given: DraftFields[K]) => DraftFields[K] } = {
  reply: (typed, given) => ({
    text: joinTexts(given.text, typed.text),
    andClose: typed.andClose || given.andClose,
    markSolution: typed.markSolution || given.markSolution,
    autoAssign: typed.autoAssign || given.autoAssign,
    minutes: typed.minutes || given.minutes,
  }),
  note: (typed, given) => ({
    text: joinTexts(given.text, typed.text),
    status: typed.status ?? given.status,
    minutes: typed.minutes || given.minutes,
  }),
  assign: (typed, given) => ({
    assignee: typed.assignee || given.assignee,
    deadline: typed.deadline || given.deadline,
    minutes: typed.minutes || given.minutes,
  }),
  move: (typed, given) => ({
    queue: typed.queue || given.queue,
    unassign: typed.unassign || given.unassign,
    minutes: typed.minutes || given.minutes,
  }),
  tag: (typed, given) => ({
    tags: [...new Set([...given.tags, ...typed.tags])],
    adding: typed.adding || given.adding,
  }),
};

/** The older text first. A text that the other one holds already is not said twice. */
function joinTexts(older: string, newer: string): string {
  if (newer.includes(older.trim())) return newer;
  return older.includes(newer.trim()) ? older : `${older}\n\n${newer}`;
}

/** True when submitting this action leaves nothing of the draft unsent: another window may have typed more meanwhile. */
export function isSpent(draft: Draft, action: Action): boolean {
  const typed = draft.kind === 'reply' || draft.kind === 'note' ? draft.fields.text.trim() : '';
  const sent = action.kind === 'reply' ? action.reply : action.kind === 'note' ? action.note : '';
  return sent.includes(typed);
}
