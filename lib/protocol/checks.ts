/** Checks of what requests carry: `unknown` → a new object that fits, never the object that came. */
import * as v from 'valibot';
import type { Action, OutboxId, Seen } from '../tickets/actions.ts';
import type { ListFilter } from '../tickets/list-filter.ts';
import { findUnsayable } from '../tickets/tag-changes.ts';
import { canonicalId, type TicketId } from '../tickets/ticket-id.ts';

/** A check that gives a `T`, whatever comes in. */
export type Check<T> = v.GenericSchema<unknown, T>;

/** For requests without input. */
export const noInput: Check<undefined> = v.undefined_();

/** Longest ticket ID, in characters. */
const MAX_ID_LENGTH = 64;

/** An ID of any form of desk: 1 to 64 characters, none of them a control character; canonical when it leaves here. */
export const ticketIdCheck: Check<TicketId> = v.pipe(
  v.string(),
  v.maxLength(MAX_ID_LENGTH),
  v.transform(canonicalId),
  v.regex(/^\P{C}+$/u),
);

/** A desk's origin, such as `https://acme.sympoq.com`. */
export const deskOriginCheck: Check<string> = v.pipe(v.string(), v.maxLength(300), v.regex(/^https:\/\/[^\s/]+$/));

/** Made by `crypto.randomUUID()` when a composer opened; once that is used up, by the worker (`idAfter`). */
export const outboxIdCheck: Check<OutboxId> = v.pipe(
  v.string(),
  v.regex(/^[\w-]{8,64}$/),
  v.transform((id) => id as OutboxId),
);

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const minutes = v.optional(v.pipe(count, v.maxValue(100_000)));
const flag = v.optional(v.boolean());
/** A reply or note: at most a million characters, not blank. */
const longText = v.pipe(v.string(), v.regex(/\S/), v.maxLength(1_000_000));
const tag = v.pipe(
  v.string(),
  v.trim(),
  v.check((text) => findUnsayable([text]) === undefined),
);
const instant = v.pipe(v.string(), v.maxLength(40), v.regex(/^\d{4}-\d\d-\d\dT/), v.check(isInstant));

function isInstant(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

/** One of the six actions; what the API page calls integers are integers. */
export const actionCheck: Check<Action> = v.variant('kind', [
  v.object({
    kind: v.literal('reply'),
    reply: longText,
    andClose: flag,
    markSolution: flag,
    autoAssign: flag,
    minutes,
  }),
  v.object({ kind: v.literal('note'), note: longText, status: v.optional(count), minutes }),
  v.object({ kind: v.literal('assign'), assignee: count, deadline: v.optional(instant), minutes }),
  v.object({ kind: v.literal('move'), queue: count, unassign: flag, minutes }),
  v.object({ kind: v.literal('tag'), tags: v.pipe(v.array(tag), v.maxLength(200)) }),
  v.object({ kind: v.literal('close') }),
]) as Check<Action>;

const number = v.nullable(v.number());
const text = v.nullable(v.pipe(v.string(), v.maxLength(100)));

/** What the agent had seen. */
export const seenCheck: Check<Seen> = v.object({
  readAt: v.number(),
  log: v.nullable(v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(100))),
  updated: v.optional(text),
  status: number,
  assignee: number,
  deadline: text,
  queue: number,
  tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(1_000))), v.maxLength(1_000)),
});

const day = v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)));
const filterNumber = v.nullable(count);

export const listFilterFields = {
  queue: filterNumber,
  status: v.nullable(v.picklist([0, 1, 2, 3, 4])),
  topic: filterNumber,
  group: filterNumber,
  assignee: v.nullable(v.union([v.literal('none'), count])),
  from: day,
  to: day,
  search: v.nullable(v.pipe(v.string(), v.maxLength(500))),
};

/** The filters of the list call. */
export const listFilterCheck: Check<ListFilter> = v.object(listFilterFields);
