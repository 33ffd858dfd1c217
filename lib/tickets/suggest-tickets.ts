/** Which tickets an agent may mean while typing: by the beginning of an ID, or by words of the ticket. */
import { firstLine } from './first-line.ts';
import type { Ticket } from './ticket.ts';
import type { TicketId } from './ticket-id.ts';

/** A ticket as one line: its ID, and what it is about (null: it has no text). */
export interface Suggestion {
  id: TicketId;
  about: string | null;
}

/** At most so many, in the order given; all of them where nothing is typed. */
export function suggestTickets(typed: string, tickets: readonly Ticket[], most = 6): Suggestion[] {
  const wanted = typed.trim().toLocaleLowerCase();
  const lines = tickets.map((ticket) => ({ id: ticket.id, about: firstLine(ticket.description), ticket }));
  const hits = lines.filter(({ id, about, ticket }) => {
    const words = [about ?? '', ticket.customer?.name ?? ''].join(' ').toLocaleLowerCase();
    return id.toLocaleLowerCase().startsWith(wanted) || words.includes(wanted);
  });
  return hits.slice(0, most).map(({ id, about }) => ({ id, about }));
}
