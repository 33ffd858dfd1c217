/** Turns what stands in a composer into the action it means, or says which field needs what. */
import type { Action, Seen } from './actions.ts';
import { findUnfilled } from './canned-reply.ts';
import { localToInstant } from './desk-dates.ts';
import type { DraftFields, DraftKind } from './draft.ts';
import type { MessageKey } from './message-key.ts';
import { findNumber, type NameKind, type Names } from './names.ts';
import { isSo, type MovedField } from './seen.ts';
import { findUnsayable, tagChanges } from './tag-changes.ts';

export interface Problem {
  key: MessageKey;
  fill?: string;
}

export type FieldName = 'text' | 'minutes' | 'assignee' | 'deadline' | 'queue' | 'tags';
export type Problems = Partial<Record<FieldName, Problem>>;

export type Checked = { ok: true; action: Action } | { ok: false; problems: Problems };

/** A composer's fields with their kind. */
export type Filled = { [K in DraftKind]: { kind: K; fields: DraftFields[K] } }[DraftKind];

export interface CheckSurroundings {
  names: Names;
  /** The desk's zone of the settings; `''`: the browser's. */
  zone: string;
  /** The ticket's tags as they are. */
  tags: string[];
  /** The ticket as it was read; left out where that is not known for sure, as while a write of ours is on its way. */
  present?: Pick<Seen, MovedField> | undefined;
}

/** Whole minutes; undefined for an empty field, null for anything else. */
export function readMinutes(text: string): number | undefined | null {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return /^\d{1,4}$/.test(trimmed) ? Number(trimmed) : null;
}

export function checkDraft(filled: Filled, around: CheckSurroundings): Checked {
  switch (filled.kind) {
    case 'reply':
      return checkReply(filled.fields);
    case 'note':
      return checkNote(filled.fields);
    case 'assign':
      return checkAssign(filled.fields, around);
    case 'move':
      return checkMove(filled.fields, around);
    case 'tag':
      return checkTags(filled.fields, around);
  }
}

function checkReply({ text, andClose, markSolution, autoAssign, minutes }: DraftFields['reply']): Checked {
  const spent = readMinutes(minutes);
  const problems: Problems = { ...textProblem(text, 'composerNeedsReply'), ...minutesProblem(spent) };
  const unfilled = findUnfilled(text);
  if (unfilled) problems.text = { key: 'composerUnfilled', fill: unfilled };
  return done(problems, {
    kind: 'reply',
    reply: text.trim(),
    ...(andClose && { andClose }),
    ...(markSolution && { markSolution }),
    ...(autoAssign && { autoAssign }),
    ...minutesOf(spent),
  });
}

function checkNote({ text, status, minutes }: DraftFields['note']): Checked {
  const spent = readMinutes(minutes);
  const problems = { ...textProblem(text, 'composerNeedsNote'), ...minutesProblem(spent) };
  return done(problems, { kind: 'note', note: text.trim(), ...(status !== null && { status }), ...minutesOf(spent) });
}

function checkAssign(
  { assignee, deadline, minutes }: DraftFields['assign'],
  { names, zone, present }: CheckSurroundings,
): Checked {
  const spent = readMinutes(minutes);
  const number = findNumber(names, 'agents', assignee);
  const instant = deadline === '' ? undefined : localToInstant(deadline, zone);
  const problems: Problems = {
    ...(number === undefined && { assignee: numberProblem(names, 'agents', assignee) }),
    ...(instant === null && { deadline: { key: 'composerBadDeadline' as const } }),
    ...minutesProblem(spent),
  };
  const action = {
    kind: 'assign' as const,
    assignee: number ?? 0,
    ...(instant && { deadline: instant }),
    ...minutesOf(spent),
  };
  return doneOrSo(problems, action, present, { assignee: { key: 'composerSameAssignee' } });
}

function checkMove({ queue, unassign, minutes }: DraftFields['move'], around: CheckSurroundings): Checked {
  const spent = readMinutes(minutes);
  const { names, present } = around;
  const number = findNumber(names, 'queues', queue);
  const action = { kind: 'move' as const, queue: number ?? 0, ...(unassign && { unassign }), ...minutesOf(spent) };
  const problems: Problems = {
    ...(number === undefined && { queue: numberProblem(names, 'queues', queue) }),
    ...minutesProblem(spent),
  };
  return doneOrSo(problems, action, present, { queue: { key: 'composerSameQueue' } });
}

/** `so`: what is said where the ticket is so already and no time would be written down either. */
function doneOrSo(
  problems: Problems,
  action: Action & { minutes?: number },
  present: CheckSurroundings['present'],
  so: Problems,
): Checked {
  const isIdle = present !== undefined && !action.minutes && isSo(present, action);
  return done(isIdle && Object.keys(problems).length === 0 ? so : problems, action);
}

function checkTags({ tags, adding }: DraftFields['tag'], around: CheckSurroundings): Checked {
  const { wished, added, removed } = tagChanges(around.tags, tags, adding);
  const isSame = added.length === 0 && removed.length === 0;
  const problems: Problems = isSame ? { tags: { key: 'composerNoTagChange' } } : tagProblem(wished);
  return done(problems, { kind: 'tag', tags: wished });
}

/** Of tags that are sent as one text. */
export function tagProblem(tags: string[]): Problems {
  const tag = findUnsayable(tags);
  return tag === undefined ? {} : { tags: { key: 'composerUnsayableTag', fill: tag.slice(0, 60) } };
}

function done(problems: Problems, action: Action): Checked {
  return Object.keys(problems).length === 0 ? { ok: true, action } : { ok: false, problems };
}

function textProblem(text: string, key: MessageKey): Problems {
  return text.trim() === '' ? { text: { key } } : {};
}

function minutesProblem(minutes: number | undefined | null): Problems {
  return minutes === null ? { minutes: { key: 'composerBadMinutes' } } : {};
}

function minutesOf(minutes: number | undefined | null): { minutes?: number } {
  return typeof minutes === 'number' ? { minutes } : {};
}

/** Nothing typed, a name that several share, or a name nobody knows. */
function numberProblem(names: Names, kind: NameKind & ('agents' | 'queues'), typed: string): Problem {
  const text = typed.trim();
  const isAgent = kind === 'agents';
  if (text === '') return { key: isAgent ? 'composerNeedsAssignee' : 'composerNeedsQueue' };
  const wanted = text.toLocaleLowerCase();
  const known = Object.values(names[kind]).some(({ name }) => name.toLocaleLowerCase() === wanted);
  if (known) return { key: 'composerSharedName', fill: text };
  return { key: isAgent ? 'composerUnknownAgent' : 'composerUnknownQueue', fill: text };
}
