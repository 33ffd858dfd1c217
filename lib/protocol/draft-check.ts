/** The check of a draft as our pages send it: fields as typed, numbers and dates still text. */
import * as v from 'valibot';
import { DRAFT_KINDS, type Draft, type DraftKind } from '../tickets/draft.ts';
import { type Check, deskOriginCheck, outboxIdCheck, seenCheck, ticketIdCheck } from './checks.ts';

const text = v.pipe(v.string(), v.maxLength(1_000_000));
const line = v.pipe(v.string(), v.maxLength(1_000));
const flag = v.boolean();
const minutes = line;

const fields = {
  reply: v.object({ text, andClose: flag, markSolution: flag, autoAssign: flag, minutes }),
  note: v.object({ text, status: v.nullable(v.number()), minutes }),
  assign: v.object({ assignee: line, deadline: line, minutes }),
  move: v.object({ queue: line, unassign: flag, minutes }),
  tag: v.object({ tags: v.pipe(v.array(line), v.maxLength(1_000)), adding: line }),
};

function draftOf<K extends DraftKind>(kind: K) {
  return v.object({
    ticketId: ticketIdCheck,
    kind: v.literal(kind),
    origin: deskOriginCheck,
    id: outboxIdCheck,
    seen: seenCheck,
    fields: fields[kind],
    changedAt: v.number(),
    givenAt: v.optional(v.number()),
  });
}

export const draftKindCheck: Check<DraftKind> = v.picklist(DRAFT_KINDS);

export const draftCheck = v.variant('kind', [
  draftOf('reply'),
  draftOf('note'),
  draftOf('assign'),
  draftOf('move'),
  draftOf('tag'),
]) as Check<Draft>;
