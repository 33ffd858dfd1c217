/** The plain line above a composer's button: what will happen, from the fields as they stand. */
import type { BulkFilled } from './bulk.ts';
import type { Filled } from './draft-check.ts';
import { readMinutes } from './draft-check.ts';
import type { MessageKey } from './message-key.ts';
import { type TagChanges, tagChanges } from './tag-changes.ts';
import type { Ticket } from './ticket.ts';

/** A sentence, or a counted one (`plural`, with its count). */
export type OutcomePart = { key: MessageKey; fills?: string[] } | { plural: 'composerOutcomeMinutes'; count: number };

/** What the sentences need of the outside. */
export interface OutcomeWords {
  statusWord: (status: number) => string;
  queueName: (queue: number | null) => string;
  /** The one that was meant by what is typed; null while that is nobody. */
  typed: (kind: 'agents' | 'queues', typed: string) => { number: number; name: string } | null;
  /** A `datetime-local` value as the agent reads times. */
  deadlineText: (local: string) => string;
}

type Facts = Pick<Ticket, 'tags' | 'assignee' | 'queue' | 'status'>;

export function outcomeParts(filled: Filled, ticket: Facts, words: OutcomeWords): OutcomePart[] {
  const minutes = 'minutes' in filled.fields ? readMinutes(filled.fields.minutes) : undefined;
  const spent: OutcomePart[] = minutes ? [{ plural: 'composerOutcomeMinutes', count: minutes }] : [];
  return [...sentences(filled, ticket, words), ...spent];
}

function sentences(filled: Filled, ticket: Facts, words: OutcomeWords): OutcomePart[] {
  switch (filled.kind) {
    case 'reply':
      return replySentences(filled.fields, ticket);
    case 'note': {
      const { status } = filled.fields;
      const becomes: OutcomePart[] =
        status === null ? [] : [{ key: 'composerOutcomeStatus', fills: [words.statusWord(status)] }];
      return [{ key: 'composerOutcomeNote' }, ...becomes];
    }
    case 'assign': {
      const { assignee, deadline } = filled.fields;
      const agent = words.typed('agents', assignee);
      const isNew = agent && agent.number !== ticket.assignee;
      const who: OutcomePart[] = isNew ? [{ key: 'composerOutcomeAssign', fills: [agent.name] }] : [];
      const until: OutcomePart[] = deadline
        ? [{ key: 'composerOutcomeDeadline', fills: [words.deadlineText(deadline)] }]
        : [];
      return [...who, ...until];
    }
    case 'move': {
      const { queue, unassign } = filled.fields;
      const typed = words.typed('queues', queue);
      // Into the queue that it is in it does not move.
      const to: OutcomePart[] =
        typed && typed.number !== ticket.queue
          ? [{ key: 'composerOutcomeMove', fills: [words.queueName(ticket.queue), typed.name] }]
          : [];
      return unassign ? [...to, { key: 'composerOutcomeUnassign' }] : to;
    }
    case 'tag':
      return tagParts(tagChanges(ticket.tags, filled.fields.tags, filled.fields.adding));
  }
}

function replySentences(fields: { andClose: boolean; markSolution: boolean; autoAssign: boolean }, ticket: Facts) {
  const parts: OutcomePart[] = [{ key: 'composerOutcomeReply' }];
  if (fields.andClose) parts.push({ key: 'composerOutcomeClose' });
  if (fields.markSolution) parts.push({ key: 'composerOutcomeSolution' });
  if (fields.autoAssign && ticket.assignee === null) parts.push({ key: 'composerOutcomeTake' });
  return parts;
}

/** The same above the button of a bulk: what each ticket gets and loses, where it has it not or has it. */
export function bulkParts(filled: BulkFilled): OutcomePart[] {
  if (filled.kind !== 'tag') return [];
  const { add, adding, remove } = filled.fields;
  const { wished } = tagChanges([], add, adding);
  return tagParts({ added: wished, removed: tagChanges(remove, wished).removed });
}

/** What is said of tags that come and go: nothing where none do. */
export function tagParts({ added, removed }: Pick<TagChanges, 'added' | 'removed'>): OutcomePart[] {
  const parts: OutcomePart[] = [];
  if (added.length > 0) parts.push({ key: 'composerOutcomeAdds', fills: [added.join(', ')] });
  if (removed.length > 0) parts.push({ key: 'composerOutcomeRemoves', fills: [removed.join(', ')] });
  return parts;
}
