/** What is remembered of writes that left the outbox: that their ids are used up, and what in the ticket was our doing. */
import type { Action, OutboxId } from '../tickets/actions.ts';
import { firstId } from '../tickets/draft.ts';
import { hashText } from '../tickets/event-log.ts';
import type { OutboxEntry, Settled } from '../tickets/outbox-entry.ts';
import type { MovedField, OwnTraces } from '../tickets/seen.ts';
import type { Evidence } from './outbox-evidence.ts';
import { textPrint } from './outbox-text.ts';
import { LATE_MS, SECOND_LOOK_MS } from './outbox-times.ts';

/** What an action is known by after its text is gone; tags in whatever order the desk gives them. */
export function printOf(action: Action): string {
  const known = action.kind === 'tag' ? { ...action, tags: action.tags.toSorted() } : action;
  return hashText(JSON.stringify(Object.entries(known).sort()));
}

/** The same of what was submitted: of tags another set may leave. */
export function printOfAsked({ print, action }: Pick<OutboxEntry, 'print' | 'action'>): string {
  return print ?? printOf(action);
}

/** What a typed text is known by; null for actions without one. */
export function textPrintOf(text: string | null): string | null {
  return text === null ? null : textPrint(text);
}

/**
 * The id that a draft goes on with once its own was used up by another text. For the same text always the same: what is
 * sent under it is not sent once more from a window that has the old one.
 */
export function idAfter(id: OutboxId, textPrint: string): OutboxId {
  return `${firstId(id)}_${hashText(`${id} ${textPrint}`)}` as OutboxId;
}

/**
 * Where it is remembered that an action was taken back while open. A text is looked for there under each id that its draft
 * went on with; what has no text is known by its id alone.
 */
export function takenBackName({ id, action }: Pick<OutboxEntry, 'id' | 'action'>): string {
  const textPrint = textPrintOf(textOf(action));
  return textPrint === null ? id : `${firstId(id)}:${textPrint}`;
}

/** The text of a reply or note. */
export function textOf(action: Action): string | null {
  return action.kind === 'reply' ? action.reply : action.kind === 'note' ? action.note : null;
}

/** The record of an entry that is done. It is looked at once more, and longer where it was sent more than once. */
export function settledOf(entry: OutboxEntry, now: number, evidence: Evidence | null): Settled {
  const look = evidence ? { entry, at: now + SECOND_LOOK_MS } : null;
  const traces = { keys: evidence?.keys ?? [], texts: evidence?.texts ?? [], values: evidence?.values ?? {} };
  return { ...emptyRecord(entry, now), ...traces, look };
}

/** The record of an entry that the agent threw away. */
export function discardedOf(entry: OutboxEntry, now: number): Settled {
  return { ...emptyRecord(entry, now), isDiscarded: true };
}

/**
 * The record of an entry that became a draft again while a request of it may still arrive. `earlier`: what another one of
 * the same text is judged by, which may arrive too.
 */
export function takenBackOf(entry: OutboxEntry, now: number, earlier: Settled['takenBack']): Settled {
  const { before, openSends, isRevised } = { ...entry, ...earlier };
  const takenBack = isRevised ? { before, openSends, isRevised } : { before, openSends };
  // Its draft holds what left.
  return { ...emptyRecord(entry, now), print: printOf(entry.action), takenBack };
}

/** What an action is judged by where that record is there: an earlier request of it, or of its text, may have arrived. */
export function earlierOf(settled: Settled | null, action: Action): Settled['takenBack'] {
  if (!settled?.takenBack || settled.print === printOf(action)) return settled?.takenBack;
  return settled.textPrint === null ? undefined : { ...settled.takenBack, isRevised: true };
}

function emptyRecord(entry: OutboxEntry, now: number): Settled {
  const { id, ticketId, origin, action } = entry;
  const prints = { print: printOfAsked(entry), textPrint: textPrintOf(textOf(action)) };
  return { id, ticketId, origin, at: now, ...prints, isDiscarded: false, keys: [], values: {}, look: null };
}

/**
 * The record after a second look that found nothing twice, or that could not be made: of several requests the last may
 * arrive minutes late. `isLast`: another write to the ticket is about to leave, after which copies cannot be told apart.
 */
export function afterSecondLook(settled: Settled, now: number, wasRead: boolean, isLast: boolean): Settled {
  const isOpen = !wasRead || (settled.look?.entry.openSends ?? 0) > 1;
  const mayLook = isOpen && !isLast && now - settled.at < LATE_MS;
  return { ...settled, look: settled.look && mayLook ? { ...settled.look, at: now + 15_000 } : null };
}

/** At another desk the same ID is another ticket. */
export function isSameTicket(one: TicketPlace, other: TicketPlace): boolean {
  return one.ticketId === other.ticketId && one.origin === other.origin;
}

type TicketPlace = Pick<OutboxEntry, 'ticketId' | 'origin'>;

/** What of a ticket was our doing since `readAt`: it never stops another of our writes. */
export function tracesOf(
  records: Iterable<Settled>,
  entries: Iterable<OutboxEntry>,
  ticket: TicketPlace,
  readAt: number,
): OwnTraces {
  const open = [...entries].filter((entry) => isSameTicket(entry, ticket));
  const prints = new Set(open.map(({ action }) => textPrintOf(textOf(action))).filter((print) => print !== null));
  const keys = new Set<string>();
  const texts = new Set<string>();
  const values: Partial<Record<MovedField, string[]>> = {};
  for (const record of records) {
    if (!isSameTicket(record, ticket)) continue;
    for (const key of record.keys) keys.add(key);
    for (const text of record.texts ?? []) texts.add(text);
    // Taken back it may be there all the same.
    if (record.textPrint) prints.add(record.textPrint);
    if (record.at < readAt) continue;
    for (const [field, value] of Object.entries(record.values) as [MovedField, string][])
      values[field] = [...(values[field] ?? []), value];
  }
  return { keys, prints, texts, values };
}
