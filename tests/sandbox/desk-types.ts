/** What the sandbox desk holds and records: tickets as they go over the wire, options, and every call it got. */
import type { IncomingHttpHeaders } from 'node:http';

export interface WireLogEntry {
  /** Nine fraction digits and an offset: `2022-09-13T13:50:47.518036000+02:00`. */
  date: string;
  action: string;
  attachment_url?: string;
  description: string | null;
  applied_by: string | null;
  billable: number | null;
}

export interface WireCustomer {
  registered: boolean;
  name: string | null;
  email: string | null;
  role: string | null;
  group: string | null;
}

/** A ticket in the words of the API page, without its log. */
export interface WireTicket {
  id: string;
  queue: number;
  created: string;
  channel: number;
  priority: number;
  status: number;
  has_attachments: boolean;
  has_notes: boolean;
  topic: number | null;
  description: string;
  reported_by: string | null;
  customer: WireCustomer;
  assignee: number | null;
  assigned_on: string | null;
  deadline: string | null;
  responded: string | null;
  updated: string | null;
  minutes: number | null;
  rating: number | null;
  closed_on: string | null;
  tags: string[];
  solution: string | null;
  estimated: string | null;
  elapsed: string | null;
  custom_fields: Record<string, string | null>;
}

/** A ticket as the desk keeps it; `subject` is searched but never answered (the API has no such field). */
export interface DeskTicket extends WireTicket {
  subject: string;
  /** Newest first. */
  event_log: WireLogEntry[];
}

export interface DeskOptions {
  /** 0 (the default) takes a free one. */
  port?: number;
  seed?: number;
  /** How many tickets to start with; 300, at least the sample ones. */
  tickets?: number;
  /** The moment the seeded dates are counted from; now. */
  now?: Date;
  /** Ends the desk like `close()`. */
  signal?: AbortSignal;
  /** `DD-MON-YYYY`: of `from` and `to`. */
  dateFormat?: string;
  /** `DD-MON-YY HH24:MI`: of `deadline`. */
  dateTimeFormat?: string;
  /** IANA zone of the desk; this machine's. */
  zone?: string;
  /** Whether `tags` replaces the ticket's tags or adds to them: the API page does not say. */
  tags?: 'replace' | 'add';
  /** What a PUT answers when it went well: nothing, or a small JSON object. The API page does not say. */
  putAnswer?: 'empty' | 'json' | 'no-content';
  /** False: the administrator switched changing the status by hand off; a note with a status is a 403. */
  statusByHand?: boolean;
  /** How queues are asked for: `queues/0`, or the older `queues?permissions=0`. */
  queuesForm?: 'path' | 'query';
}

export type DeskSettings = Required<
  Pick<DeskOptions, 'dateFormat' | 'dateTimeFormat' | 'zone' | 'tags' | 'putAnswer' | 'statusByHand' | 'queuesForm'>
>;

/** One request as it came, and what became of it. */
export interface Call {
  /** Epoch milliseconds at which its head had arrived. */
  at: number;
  method: string;
  /** As it came, still encoded, query included. */
  url: string;
  /** What follows `/app/desk/api/`, still encoded, without the query; the whole path elsewhere. */
  path: string;
  /** The ticket a ticket call names, decoded. */
  ticket: string | null;
  headers: IncomingHttpHeaders;
  rawBody: string;
  /** The body read as JSON; undefined without one or when it is none. */
  body: unknown;
  /** Connections are numbered from 1; `reused` when this is not the first request on it. */
  connection: number;
  reused: boolean;
  /** Whether a write of this call changed a ticket (a late one, once it did). */
  applied: boolean;
  /** The status answered; null while or when none was. */
  status: number | null;
  /** `answered`, the kind of the fault that met it, or `pending`. */
  outcome: string;
}
