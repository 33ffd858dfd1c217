/** Requests as the desk wants them: paths, headers and bodies (API page), from what we mean. */
import type { Action } from '../tickets/actions.ts';
import { API_PATH } from '../tickets/desk-address.ts';
import { writeDay, writeInstant } from '../tickets/desk-dates.ts';
import type { ListFilter } from '../tickets/list-filter.ts';

/** The desk's own way with dates, from the settings. */
export interface DeskClock {
  dateForm: string;
  dateTimeForm: string;
  zone: string;
}

/** A request without origin and key. */
export interface WireRequest {
  method: 'GET' | 'PUT';
  path: string;
  headers: Record<string, string>;
  /** JSON text; undefined: no body (`close`). */
  body?: string;
}

/** What cannot be said to the desk, and in which field. */
export interface Unsayable {
  unsayable: 'id' | 'search' | 'from' | 'to' | 'deadline';
}

/** A path segment; null for what no address can carry: addresses drop `.` and `..`, and half a character has no code. */
export function segment(text: string): string | null {
  if (text === '' || text === '.' || text === '..' || !text.isWellFormed()) return null;
  return encodeURIComponent(text);
}

/** `GET ticket/{id}`; the log comes only when the header asks for it. */
export function wireView(id: string, withLog: boolean): WireRequest | Unsayable {
  const last = segment(id);
  if (last === null) return { unsayable: 'id' };
  const headers: Record<string, string> = withLog ? { event_log: '1' } : {};
  return { method: 'GET', path: `${API_PATH}/ticket/${last}`, headers };
}

/** `GET tickets/…`: eight segments, always all of them; "any" is `any`, but for search it is `*`. */
export function wireList(filter: ListFilter, clock: DeskClock): WireRequest | Unsayable {
  const from = filter.from === null ? 'any' : writeDay(filter.from, clock.dateForm);
  const to = filter.to === null ? 'any' : writeDay(filter.to, clock.dateForm);
  const search = filter.search?.trim() ? filter.search.trim() : '*';
  if (from === null) return { unsayable: 'from' };
  if (to === null) return { unsayable: 'to' };
  const assignee = filter.assignee === 'none' ? null : filter.assignee;
  const numbers = [filter.queue, filter.status, filter.topic, filter.group, assignee];
  const segments = [...numbers.map((number) => String(number ?? 'any')), from, to, search].map(segment);
  if (segments.includes(null)) return { unsayable: 'search' };
  return { method: 'GET', path: `${API_PATH}/tickets/${segments.join('/')}`, headers: {} };
}

/** `PUT ticket/{action}/{id}`: exactly the documented types; what is not given is left out. `close` has no body. */
export function wireAction(id: string, action: Action, clock: DeskClock): WireRequest | Unsayable {
  const last = segment(id);
  if (last === null) return { unsayable: 'id' };
  const request = { method: 'PUT', path: `${API_PATH}/ticket/${action.kind}/${last}` } as const;
  if (action.kind === 'close') return { ...request, headers: {} };
  const body = bodyOf(action, clock);
  if (body === null) return { unsayable: 'deadline' };
  return { ...request, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

type Body = Record<string, string | number | undefined>;

function bodyOf(action: Exclude<Action, { kind: 'close' }>, clock: DeskClock): Body | null {
  switch (action.kind) {
    case 'reply':
      return {
        reply: action.reply,
        and_close: bit(action.andClose),
        mark_solution: bit(action.markSolution),
        auto_assign: bit(action.autoAssign),
        minutes: action.minutes,
      };
    case 'note':
      return { note: action.note, minutes: action.minutes, status: action.status };
    case 'assign': {
      const { assignee, deadline: instant, minutes } = action;
      const deadline = instant === undefined ? undefined : writeInstant(instant, clock.dateTimeForm, clock.zone);
      return deadline === null ? null : { assignee, deadline, minutes };
    }
    case 'move':
      return { queue: action.queue, unassign: bit(action.unassign), minutes: action.minutes };
    case 'tag':
      return { tags: action.tags.join(',') };
  }
}

function bit(flag: boolean | undefined): 1 | 0 | undefined {
  return flag === undefined ? undefined : flag ? 1 : 0;
}

/** `GET queues/0` and, at older desks, `GET queues?permissions=0`; `GET topics`. For administrators' keys only. */
export const WIRE_QUEUES: WireRequest = { method: 'GET', path: `${API_PATH}/queues/0`, headers: {} };
export const WIRE_QUEUES_OLD: WireRequest = { method: 'GET', path: `${API_PATH}/queues?permissions=0`, headers: {} };
export const WIRE_TOPICS: WireRequest = { method: 'GET', path: `${API_PATH}/topics`, headers: {} };

/** True for a question about names, which only administrators' keys may ask. */
export function isAboutNames({ path }: WireRequest): boolean {
  return [WIRE_QUEUES, WIRE_QUEUES_OLD, WIRE_TOPICS].some((names) => names.path === path);
}
