/** Turns what happened to a seeded ticket into its event log and the fields that follow from it. */
import { attachmentUrl } from './desk-act.ts';
import { type Agent, nameOf, QUEUES, TOPICS } from './desk-people.ts';
import type { DeskTicket, WireLogEntry } from './desk-types.ts';
import { formatWireDate, isoNanos, isoSeconds } from './wire-dates.ts';

/** What the seeds are made for: the moment "now" and the desk's date-time form and zone. */
export interface SeedSettings {
  now: number;
  zone: string;
  dateTimeFormat: string;
}

export interface Happening {
  at: number;
  action: string;
  description: string | null;
  by: string | null;
  billable?: number | null;
  attachment?: string;
}

/** Entries newest first, as the desk tells them. */
export function writeLog(happenings: readonly Happening[], zone: string): WireLogEntry[] {
  const sorted = happenings.map((happening, order) => ({ ...happening, order }));
  sorted.sort((a, b) => b.at - a.at || b.order - a.order);
  return sorted.map(({ at, order, action, description, by, billable = null, attachment }) => ({
    date: isoNanos(at + ((order * 137) % 1000), (order * 331) % 1000, zone),
    action,
    ...(attachment === undefined ? {} : { attachment_url: attachmentUrl(attachment, `${at}.${order}`) }),
    description,
    applied_by: by,
    billable,
  }));
}

/** The desk's notice to somebody about a ticket. */
export function noticeOf(
  at: number,
  ticket: Pick<DeskTicket, 'id' | 'queue' | 'topic'>,
  to: { name: string | null; email: string | null },
  what: string,
): Happening {
  const subject = `${nameOf(QUEUES, ticket.queue)} - ${nameOf(TOPICS, ticket.topic ?? 0)}`;
  const description = `${to.name ?? ''} ${to.email ?? ''} : ${what}: [${ticket.id}] ${subject}`.trim();
  return { at, action: 'Notified', description, by: null };
}

/** Assigning, with its deadline and the notice to the agent; sets the ticket's fields too. */
export function assignSeed(
  ticket: DeskTicket,
  to: Agent,
  by: Agent,
  at: number,
  deadline: number | null,
  { zone, dateTimeFormat }: SeedSettings,
): Happening[] {
  ticket.assignee = to.id;
  ticket.assigned_on = isoSeconds(at);
  const happenings: Happening[] = [
    { at, action: 'Assigned', description: to.name, by: by.name, billable: 10 },
    noticeOf(at + 2000, ticket, to, 'ASSIGNMENT'),
  ];
  if (deadline === null) return happenings;
  ticket.deadline = isoSeconds(deadline);
  const description = formatWireDate(deadline, dateTimeFormat, zone);
  return [...happenings, { at: at + 1000, action: 'Set Deadline', description, by: by.name }];
}

/** "days hours:minutes", as `estimated` and `elapsed` are written. */
export function writeDuration(minutes: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${Math.floor(minutes / 1440)} ${two((minutes % 1440) / 60)}:${two(minutes % 60)}`;
}
