/** Canned replies: fills `{{customer.name}}` and its like, and finds what is left unfilled. */
import type { Ticket } from './ticket.ts';

/** What a placeholder can stand for; a name that is not known, or whose value is empty, stays as it is. */
export type Fillings = Record<string, string | null>;

const PLACEHOLDER = /\{\{\s*([^{}]{1,60}?)\s*\}\}/g;

/** The values a ticket and the agent give. */
export function fillingsOf(ticket: Ticket | null, id: string, agentName: string): Fillings {
  const name = ticket?.customer?.name ?? null;
  return {
    'ticket.id': id,
    'ticket.tags': ticket?.tags.join(', ') || null,
    'customer.name': name,
    'customer.firstName': name?.trim().split(/\s+/)[0] || null,
    'customer.email': ticket?.customer?.email ?? null,
    'customer.group': ticket?.customer?.group ?? null,
    'agent.name': agentName.trim() || null,
  };
}

/** The text with every placeholder filled that has a value. Names are read without regard to case. */
export function fillReply(text: string, fillings: Fillings): string {
  const known = new Map(Object.entries(fillings).map(([name, value]) => [name.toLowerCase(), value]));
  return text.replace(PLACEHOLDER, (whole, name: string) => known.get(name.toLowerCase()) || whole);
}

/** The first placeholder still in a text, as written; undefined when it may be sent. */
export function findUnfilled(text: string): string | undefined {
  return text.match(PLACEHOLDER)?.[0];
}
