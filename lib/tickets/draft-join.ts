/** One draft of two for the same ticket and kind: what was typed meanwhile, and what comes back from the outbox. */
import type { Action, Seen } from './actions.ts';
import { type Draft, type DraftFields, type DraftKind, firstId } from './draft.ts';

/**
 * Nothing typed is lost: texts stand one below the other, sets are joined, and of two values what was typed last wins.
 * Where the text is the given one, so is the id: by it the outbox knows a request of this text that may yet arrive.
 */
export function joinDrafts(typed: Draft, given: Draft): Draft {
  const seen = isSeenFirst(typed.seen, given.seen) ? typed.seen : given.seen;
  const changedAt = Math.max(typed.changedAt, given.changedAt);
  const fields = joinFields(typed, given);
  const { id } = isSameText(fields, given.fields) ? given : typed;
  return { ...typed, id, seen, changedAt, givenAt: given.givenAt, fields } as Draft;
}

/** Zero is no reading: from what the other saw on it is known what others did. */
function isSeenFirst(one: Seen, other: Seen): boolean {
  return other.readAt === 0 || (one.readAt !== 0 && one.readAt < other.readAt);
}

/**
 * Whether both were begun as one and hold the same of what the outbox gave back: of two such the newer is the whole. Any
 * other may lack what stands in the older one, whose text was typed without it.
 */
export function isOneLine(one: Draft, other: Draft): boolean {
  return firstId(one.id) === firstId(other.id) && one.givenAt === other.givenAt;
}

/**
 * What a composer goes on with where it has `own` and finds `stored`: one of the two, or what was typed since put into
 * `stored`, which is then to be saved. `base`: what lay in storage before.
 */
export function takenOver(own: Draft, base: Draft | null, stored: Draft): Draft {
  if (isOneLine(own, stored)) return isNewer(stored, own) ? stored : own;
  if (own.changedAt === 0 || (base && isSameDraft(own, base))) return stored;
  const fields = base ? withTyped(own, base, stored) : joinFields(own, stored);
  if (isSameValue(fields, stored.fields)) return stored;
  const changedAt = Math.max(own.changedAt, stored.changedAt) + 1;
  return { ...joinDrafts(own, stored), id: stored.id, fields, changedAt } as Draft;
}

/** The very same version of a draft. */
export function isSameDraft(one: Draft, other: Draft): boolean {
  return one.id === other.id && one.changedAt === other.changedAt;
}

/** Later than ours; or the same, with an id that the worker gave it because ours was used up. */
function isNewer(stored: Draft, own: Draft): boolean {
  return stored.changedAt > own.changedAt || (stored.changedAt === own.changedAt && stored.id !== own.id);
}

/** The fields of `stored`, with those that are no longer as in `base`. */
function withTyped(own: Draft, base: Draft, stored: Draft): Draft['fields'] {
  const [now, before, there] = [own, base, stored].map(
    ({ fields }) => new Map<string, unknown>(Object.entries(fields)),
  );
  const joined = Object.entries(joinFields(own, stored)).map(([name, whole]) => {
    if (isSameValue(now?.get(name), before?.get(name))) return [name, there?.get(name)];
    if (name === 'text') return [name, typedInto(textOf(stored), textOf(own), textOf(base))];
    return [name, name === 'tags' ? whole : now?.get(name)];
  });
  return Object.fromEntries(joined) as Draft['fields'];
}

function textOf({ fields }: Draft): string {
  return 'text' in fields ? fields.text : '';
}

/** What was typed stands last in a text that was joined. */
function typedInto(stored: string, own: string, base: string): string {
  const isAtEnd = base !== '' && (stored === base || stored.endsWith(`\n\n${base}`));
  return isAtEnd ? stored.slice(0, -base.length) + own : joinTexts(stored, own);
}

function isSameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function joinFields(typed: Draft, given: Draft): Draft['fields'] {
  const join = JOIN[typed.kind] as (typed: Draft['fields'], given: Draft['fields']) => Draft['fields'];
  return join(typed.fields, given.fields);
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
