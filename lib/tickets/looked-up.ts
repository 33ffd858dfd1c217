/** What a person means by a selected text: a ticket, one of several, or words to search for. */
import type { CompiledForms } from './compile.ts';
import { findMeantIds } from './find-ids.ts';
import type { TicketId } from './ticket-id.ts';

export type LookedUp = { ticketId: TicketId } | { several: TicketId[] } | { words: string };

/** The most characters of a selection that are searched for. */
const MOST_WORDS = 120;

/** The IDs that the text is or holds; else its first words; undefined for a text without any. */
export function findLookedUp(text: string, forms: CompiledForms): LookedUp | undefined {
  const several = findMeantIds(text.trim(), forms);
  const [ticketId] = several;
  if (ticketId !== undefined) return several.length === 1 ? { ticketId } : { several };
  const words = text.replace(/\s+/g, ' ').trim().slice(0, MOST_WORDS).trim();
  return words === '' ? undefined : { words };
}
