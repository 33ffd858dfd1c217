/** A ticket and its event log as the desk tells them (API page: "View a ticket"). */
import type { TicketId } from './ticket-id.ts';

/** Who a ticket is about. Any field the desk left out or set to null is null. */
export interface Customer {
  registered: boolean | null;
  name: string | null;
  email: string | null;
  role: string | null;
  group: string | null;
}

/** One line of a ticket's event log. The API gives no ids: an entry is known by its content (event-log.ts). */
export interface LogEntry {
  /** ISO 8601 with offset and up to nine fraction digits. */
  date: string | null;
  action: string | null;
  description: string | null;
  /** The person who did it; null for the desk itself. */
  appliedBy: string | null;
  /** Minutes. */
  billable: number | null;
  /** Carries a session token in its query: only ever opened by the agent, never fetched or logged. */
  attachmentUrl: string | null;
}

/** A custom field's value as the desk wrote it. */
export type FieldValue = string | number | boolean | null;

/** A ticket. Codes are numbers as the desk sent them, known to us or not (codes.ts). Dates are ISO 8601. */
export interface Ticket {
  id: TicketId;
  queue: number | null;
  created: string | null;
  channel: number | null;
  priority: number | null;
  status: number | null;
  hasAttachments: boolean;
  hasNotes: boolean;
  topic: number | null;
  description: string | null;
  reportedBy: string | null;
  customer: Customer | null;
  assignee: number | null;
  assignedOn: string | null;
  deadline: string | null;
  responded: string | null;
  updated: string | null;
  /** Minutes spent. */
  minutes: number | null;
  rating: number | string | null;
  closedOn: string | null;
  tags: string[];
  solution: string | null;
  /** "days hours:minutes" such as `2 00:24`, as it came (duration.ts). */
  estimated: string | null;
  elapsed: string | null;
  customFields: Record<string, FieldValue>;
  /** Newest first. Null when the answer carried no log: lists never do. */
  log: LogEntry[] | null;
  /** Fields the API page does not name, as JSON text, shown at the end of the facts. */
  other: Record<string, string>;
}
