/** Other tickets' IDs in a reply: a sign that it may be meant for another ticket. */
import type { CompiledForms } from './compile.ts';
import { findIds } from './find-ids.ts';
import type { TicketId } from './ticket-id.ts';

export function otherIds(text: string, own: TicketId, forms: CompiledForms): TicketId[] {
  return [...new Set(findIds(text, forms).map(({ id }) => id))].filter((id) => id !== own);
}
