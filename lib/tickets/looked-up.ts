/** What a person means by a selected text: a ticket, or words to search for. */
import type { CompiledForms } from './compile.ts';
import { findIds, findTypedId } from './find-ids.ts';
import type { TicketId } from './ticket-id.ts';

export type LookedUp = { ticketId: TicketId } | { words: string };

/** The most characters of a selection that are searched for. */
const MOST_WORDS = 120;

/** The ID that the text is or holds first; else its first words; undefined for a text without any. */
export function findLookedUp(text: string, forms: CompiledForms): LookedUp | undefined {
  const ticketId = findTypedId(text, forms) ?? findIds(text, forms)[0]?.id;
  if (ticketId !== undefined) return { ticketId };
  const words = text.replace(/\s+/g, ' ').trim().slice(0, MOST_WORDS).trim();
  return words === '' ? undefined : { words };
}
