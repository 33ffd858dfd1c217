/** Tickets and log entries for tests, with everything that a test does not name left empty. */
import type { LogEntry, Ticket } from '../../lib/tickets/ticket.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';

const EMPTY: Ticket = {
  id: canonicalId('09-13-O-TW4'),
  queue: 1,
  created: '2022-09-05T14:20:54Z',
  channel: 2,
  priority: 2,
  status: 2,
  hasAttachments: false,
  hasNotes: false,
  topic: 1,
  description: 'A sample ticket',
  reportedBy: 'Houston Brooks',
  customer: { registered: true, name: 'Houston Brooks', email: 'hbrooks@example.com', role: 'Customer', group: 'VIP' },
  assignee: null,
  assignedOn: null,
  deadline: null,
  responded: null,
  updated: '2022-09-05T16:25:44Z',
  minutes: 10,
  rating: null,
  closedOn: null,
  tags: [],
  solution: null,
  estimated: null,
  elapsed: null,
  customFields: {},
  log: null,
  other: {},
};

/** A ticket, the vendor's sample where nothing else is said. */
export function makeTicket(change: Partial<Ticket> = {}): Ticket {
  return { ...EMPTY, ...change };
}

/** An entry of the event log. */
export function makeEntry(change: Partial<LogEntry> = {}): LogEntry {
  return {
    date: '2022-09-13T13:50:15.077415000+02:00',
    action: 'Replied',
    description: null,
    appliedBy: null,
    billable: null,
    attachmentUrl: null,
    ...change,
  };
}
