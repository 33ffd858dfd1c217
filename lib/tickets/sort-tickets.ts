/** Puts a list of tickets in order by any of its columns; what has no value stands last, either way. */
import { findInstant } from './relative-time.ts';
import type { Ticket } from './ticket.ts';

/** `desk`: as the desk sent them. */
export const SORT_FIELDS = [
  'desk',
  'id',
  'status',
  'priority',
  'queue',
  'topic',
  'assignee',
  'customer',
  'group',
  'created',
  'updated',
  'deadline',
] as const;
export type SortField = (typeof SORT_FIELDS)[number];

export interface Sort {
  by: SortField;
  /** The greatest, newest or last first. */
  isDown: boolean;
}

export const DESK_ORDER: Sort = { by: 'desk', isDown: false };

/** The words for numbers: people look for names in the order of names. */
export type NameFor = (kind: 'queues' | 'topics' | 'agents', number: number) => string;

type Value = string | number | null | undefined;

const READ: Record<Exclude<SortField, 'desk'>, (ticket: Ticket, nameFor: NameFor) => Value> = {
  id: ({ id }) => id,
  status: ({ status }) => status,
  priority: ({ priority }) => priority,
  queue: ({ queue }, nameFor) => (queue === null ? null : nameFor('queues', queue)),
  topic: ({ topic }, nameFor) => (topic === null ? null : nameFor('topics', topic)),
  assignee: ({ assignee }, nameFor) => (assignee === null ? null : nameFor('agents', assignee)),
  customer: ({ customer, reportedBy }) => customer?.name ?? reportedBy,
  group: ({ customer }) => customer?.group,
  created: ({ created }) => findInstant(created),
  updated: ({ updated }) => findInstant(updated),
  deadline: ({ deadline }) => findInstant(deadline),
};

/** A new list in this order; tickets that are alike keep the desk's. `locale` orders texts. */
export function sortTickets(
  tickets: readonly Ticket[],
  { by, isDown }: Sort,
  nameFor: NameFor,
  locale: string,
): Ticket[] {
  if (by === 'desk') return isDown ? [...tickets].reverse() : [...tickets];
  const read = READ[by];
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const valued = tickets.map((ticket) => ({ ticket, value: read(ticket, nameFor) ?? null }));
  const isEmpty = (value: Value) => value === null || value === '';
  return valued
    .sort((a, b) => {
      if (isEmpty(a.value) || isEmpty(b.value)) return Number(isEmpty(a.value)) - Number(isEmpty(b.value));
      const order =
        typeof a.value === 'number' && typeof b.value === 'number'
          ? a.value - b.value
          : compare(String(a.value), String(b.value));
      return isDown ? -order : order;
    })
    .map(({ ticket }) => ticket);
}
