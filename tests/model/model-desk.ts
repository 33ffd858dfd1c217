/** A desk in memory for the model of the outbox: it applies writes once, late, twice or not at all, and keeps the truth. */
import type { Action, OutboxId } from '../../lib/tickets/actions.ts';
import type { LogEntry, Ticket } from '../../lib/tickets/ticket.ts';
import { canonicalId, type TicketId } from '../../lib/tickets/ticket-id.ts';
import { makeEntry, makeTicket } from '../support/make-ticket.ts';

export const US = 'Joel Mercury';
export const TICKETS: TicketId[] = [canonicalId('09-13-O-TW4'), canonicalId('11-14-3-AS7')];

export type OtherDoing = 'reply' | 'customer' | 'assign' | 'tag' | 'move' | 'close' | 'notice';
const OTHERS: Record<OtherDoing, string | null> = {
  reply: 'Mia Wallner',
  customer: 'Houston Brooks',
  assign: 'Mia Wallner',
  tag: 'James Conrad',
  move: 'James Conrad',
  close: 'Mia Wallner',
  notice: null,
};

/** A reply as this desk's log shows it: made HTML, and broken into lines. */
export function shownReply(text: string): string {
  return text.replaceAll(' ', '<br>\r\n');
}

export class ModelDesk {
  readonly tickets = new Map<TicketId, Ticket & { log: LogEntry[] }>();
  /** How often each entry's request was applied. */
  readonly applied = new Map<OutboxId, number>();
  /** The ticket of each entry that was applied. */
  readonly places = new Map<OutboxId, TicketId>();
  #clock = 0;

  constructor() {
    for (const id of TICKETS) this.tickets.set(id, { ...makeTicket({ id, assignee: 1, tags: ['Old'] }), log: [] });
  }

  /** A copy, as an answer carries it. */
  show(id: TicketId): Ticket & { log: LogEntry[] } {
    const ticket = this.#ticket(id);
    return { ...ticket, tags: [...ticket.tags], log: [...ticket.log] };
  }

  apply(entry: OutboxId, id: TicketId, action: Action): void {
    this.places.set(entry, id);
    this.applied.set(entry, (this.applied.get(entry) ?? 0) + 1);
    this.#change(id, action, US);
  }

  other(id: TicketId, what: OtherDoing, mark: string): void {
    const by = OTHERS[what];
    if (what === 'reply' || what === 'customer' || what === 'notice') this.#log(id, what, mark, by);
    else if (what === 'assign') this.#change(id, { kind: 'assign', assignee: 4 }, by);
    else if (what === 'move') this.#change(id, { kind: 'move', queue: 5 }, by);
    else if (what === 'tag') this.#change(id, { kind: 'tag', tags: [mark] }, by);
    else this.#change(id, { kind: 'close' }, by);
  }

  #ticket(id: TicketId): Ticket & { log: LogEntry[] } {
    const ticket = this.tickets.get(id);
    if (!ticket) throw new Error(`no ticket ${id}`);
    return ticket;
  }

  #log(id: TicketId, action: string, description: string | null, appliedBy: string | null, billable?: number): void {
    const ticket = this.#ticket(id);
    this.#clock++;
    const date = new Date(Date.UTC(2026, 0, 1) + this.#clock * 1000).toISOString();
    ticket.log.unshift(makeEntry({ date, action, description, appliedBy, billable: billable ?? null }));
    ticket.updated = date;
  }

  #change(id: TicketId, action: Action, by: string | null): void {
    const ticket = this.#ticket(id);
    switch (action.kind) {
      case 'reply':
        this.#log(id, 'Replied', shownReply(action.reply), by);
        ticket.responded = ticket.updated;
        if (action.andClose) this.#change(id, { kind: 'close' }, by);
        return;
      case 'note':
        ticket.hasNotes = true;
        this.#log(id, 'Note', `<p>${action.note}</p>`, by);
        if (action.status !== undefined) ticket.status = action.status;
        return;
      case 'assign':
        ticket.assignee = action.assignee;
        this.#log(id, 'Assigned', String(action.assignee), by, action.minutes);
        return;
      case 'move':
        ticket.queue = action.queue;
        this.#log(id, 'Moved', String(action.queue), by, action.minutes);
        return;
      case 'tag':
        ticket.tags = [...action.tags];
        this.#log(id, 'Tagged', action.tags.join(', '), by);
        return;
      case 'close':
        ticket.status = 4;
        this.#log(id, 'Closed', null, by);
        return;
    }
  }
}
