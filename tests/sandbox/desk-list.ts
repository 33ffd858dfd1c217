/** The list call: eight segments, each a filter, each checked for its form. */
import { Refusal } from './desk-checks.ts';
import { GROUPS, nameOf } from './desk-people.ts';
import type { DeskSettings, DeskTicket, WireTicket } from './desk-types.ts';
import { parseWireDate } from './wire-dates.ts';

const DAY_MS = 86_400_000;

type Holds = (ticket: DeskTicket) => boolean;
const always: Holds = () => true;

function readNumber(name: string, segment: string): number | null {
  if (segment === 'any') return null;
  if (!/^\d{1,9}$/.test(segment)) throw new Refusal(400, `{${name}} must be an integer or "any", got "${segment}"`);
  return Number(segment);
}

function byNumber(name: string, segment: string, read: (ticket: DeskTicket) => number | null): Holds {
  const wanted = readNumber(name, segment);
  return wanted === null ? always : (ticket) => read(ticket) === wanted;
}

function byStatus(segment: string): Holds {
  const wanted = readNumber('status', segment);
  if (wanted === null) return always;
  if (wanted > 4) throw new Refusal(400, `{status} must be 0 to 4 or "any", got "${segment}"`);
  return wanted === 0 ? (ticket) => ticket.status !== 4 : (ticket) => ticket.status === wanted;
}

function byGroup(segment: string): Holds {
  const wanted = readNumber('group', segment);
  return wanted === null ? always : (ticket) => ticket.customer.group === nameOf(GROUPS, wanted);
}

function readDay(name: string, segment: string, settings: DeskSettings): number | null {
  if (segment === 'any') return null;
  const at = parseWireDate(segment, settings.dateFormat, settings.zone);
  if (at === null) throw new Refusal(400, `{${name}} must be like ${settings.dateFormat} or "any", got "${segment}"`);
  return at;
}

/** Both days belong to the span; the end of the last is found from its noon, for days of 23 or 25 hours are close enough. */
function byCreated(from: string, to: string, settings: DeskSettings): Holds {
  const first = readDay('from', from, settings) ?? Number.NEGATIVE_INFINITY;
  const last = (readDay('to', to, settings) ?? Number.POSITIVE_INFINITY) + DAY_MS;
  return (ticket) => {
    const at = Date.parse(ticket.created);
    return at >= first && at < last;
  };
}

function bySearch(segment: string): Holds {
  if (segment === '*') return always;
  const wanted = segment.toLocaleLowerCase();
  return ({ id, subject, tags, description }) =>
    [id, subject, description, ...tags].some((text) => text.toLocaleLowerCase().includes(wanted));
}

/** A ticket as lists and the view call answer it: without its log, and without what the API does not show. */
export function withoutLog({ event_log: _log, subject: _subject, ...ticket }: DeskTicket): WireTicket {
  return ticket;
}

/** The tickets that pass all eight filters, newest first. Throws a `Refusal`: 404 for another number of segments. */
export function listTickets(tickets: Iterable<DeskTicket>, segments: string[], settings: DeskSettings): WireTicket[] {
  const [queue, status, topic, group, assignee, from, to, search] = segments;
  const isWhole = segments.length === 8 && segments.every((segment) => segment !== '');
  if (!isWhole) throw new Refusal(404, `a list has eight filters, got ${segments.length}: "${segments.join('/')}"`);
  const filters = [
    byNumber('queue', queue ?? '', (ticket) => ticket.queue),
    byStatus(status ?? ''),
    byNumber('topic', topic ?? '', (ticket) => ticket.topic),
    byGroup(group ?? ''),
    byNumber('assignee', assignee ?? '', (ticket) => ticket.assignee),
    byCreated(from ?? '', to ?? '', settings),
    bySearch(search ?? ''),
  ];
  const found = [...tickets].filter((ticket) => filters.every((holds) => holds(ticket)));
  found.sort((a, b) => (a.created < b.created ? 1 : a.created > b.created ? -1 : 0));
  return found.map(withoutLog);
}
