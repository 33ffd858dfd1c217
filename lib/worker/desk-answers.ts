/** What the desk answers, checked: `unknown` → new objects of ours, or the field that does not fit. */
import * as v from 'valibot';
import type { FieldValue, LogEntry, Ticket } from '../tickets/ticket.ts';
import { canonicalId } from '../tickets/ticket-id.ts';

/** Missing and null are the same to us. */
const text = v.optional(v.nullable(v.string()), null);
const number = v.optional(v.nullable(v.number()), null);
const yes = v.optional(v.nullable(v.boolean()), null);
const unknownRecord = v.looseObject({});
/** What the API page only ever shows as null. */
const anything = v.optional(v.unknown());

const customer = v.object({ registered: yes, name: text, email: text, role: text, group: text });

const logEntry = v.pipe(
  v.object({
    date: text,
    action: text,
    description: text,
    applied_by: text,
    billable: number,
    attachment_url: text,
  }),
  v.transform(
    ({ applied_by: appliedBy, attachment_url: attachmentUrl, date, action, description, billable }): LogEntry => ({
      date,
      action,
      description,
      appliedBy,
      billable,
      attachmentUrl,
    }),
  ),
);

const wireTicket = v.looseObject({
  id: v.union([v.pipe(v.string(), v.regex(/\S/)), v.pipe(v.number(), v.integer())]),
  queue: number,
  created: text,
  channel: number,
  priority: number,
  status: number,
  has_attachments: yes,
  has_notes: yes,
  topic: number,
  description: text,
  reported_by: text,
  customer: v.optional(v.nullable(customer), null),
  assignee: number,
  assigned_on: text,
  deadline: text,
  responded: text,
  updated: text,
  minutes: number,
  rating: anything,
  closed_on: text,
  tags: v.optional(v.nullable(v.array(v.string())), null),
  solution: anything,
  estimated: text,
  elapsed: text,
  custom_fields: v.optional(v.nullable(unknownRecord), null),
  event_log: v.optional(v.nullable(v.array(logEntry))),
});

/** Fields the API page does not name are kept as JSON text. */
function otherFields(wire: Record<string, unknown>): Record<string, string> {
  const others = Object.entries(wire).filter(([name]) => !Object.hasOwn(wireTicket.entries, name));
  return Object.fromEntries(others.map(([name, value]) => [name, JSON.stringify(value) ?? 'null']));
}

/** A custom field holds a text, a number, a boolean or null; anything else is kept as JSON text. */
function customFields(wire: Record<string, unknown> | null): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(wire ?? {}).map(([name, value]) => [name, fieldValue(value)]));
}

function fieldValue(value: unknown): FieldValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}

function textOf(value: unknown): string | null {
  const plain = fieldValue(value);
  return plain === null ? null : String(plain);
}

/** A number, also where it came as text; else the text. */
function ratingOf(value: unknown): number | string | null {
  const text = textOf(value)?.trim() || null;
  return text === null || Number.isNaN(Number(text)) ? text : Number(text);
}

/** The log newest first, as the API page shows it, whatever order it came in; entries without a date keep their place. */
function newestFirst(log: LogEntry[]): LogEntry[] {
  const at = ({ date }: LogEntry) => Date.parse(date ?? '');
  const isInOrder = log.every((entry, index) => index === 0 || !(at(log[index - 1] ?? entry) < at(entry)));
  return isInOrder ? log : [...log].sort((a, b) => (at(b) || 0) - (at(a) || 0));
}

const ticket = v.pipe(
  wireTicket,
  v.transform(
    (wire): Ticket => ({
      id: canonicalId(String(wire.id)),
      queue: wire.queue,
      created: wire.created,
      channel: wire.channel,
      priority: wire.priority,
      status: wire.status,
      hasAttachments: wire.has_attachments ?? false,
      hasNotes: wire.has_notes ?? false,
      topic: wire.topic,
      description: wire.description,
      reportedBy: wire.reported_by,
      customer: wire.customer,
      assignee: wire.assignee,
      assignedOn: wire.assigned_on,
      deadline: wire.deadline,
      responded: wire.responded,
      updated: wire.updated,
      minutes: wire.minutes,
      rating: ratingOf(wire.rating),
      closedOn: wire.closed_on,
      tags: wire.tags ?? [],
      solution: textOf(wire.solution),
      estimated: wire.estimated,
      elapsed: wire.elapsed,
      customFields: customFields(wire.custom_fields),
      log: wire.event_log === undefined ? null : newestFirst(wire.event_log ?? []),
      other: otherFields(wire),
    }),
  ),
);

const named = v.object({ id: v.pipe(v.number(), v.integer()), name: v.string() });

/** The checks of each kind of answer. */
export const ticketAnswer = ticket;
export const ticketsAnswer = v.pipe(
  v.nullable(v.array(ticket)),
  v.transform((list) => list ?? []),
);
export const namedAnswer = v.array(named);

/** One thing with a number and a name: a queue or a topic. */
export interface Named {
  id: number;
  name: string;
}

export type Parsed<T> = { fits: true; value: T } | { fits: false; field?: string };

/** JSON text → a checked value. Never throws; `field` is the dotted path of what did not fit, never its content. */
export function parseAnswer<T>(check: v.GenericSchema<unknown, T>, body: string): Parsed<T> {
  try {
    const result = v.safeParse(check, JSON.parse(body) as unknown, { abortEarly: true });
    if (result.success) return { fits: true, value: result.output };
    const field = v.getDotPath(result.issues[0]);
    return field === null ? { fits: false } : { fits: false, field: field.slice(0, 100) };
  } catch {
    return { fits: false };
  }
}
