/** What the sandbox desk answers to a call, and what a write would change: the API page, decided without sockets. */
import { prepareWrite } from './desk-actions.ts';
import { isWriteName, Refusal, readBody } from './desk-checks.ts';
import { listTickets, withoutLog } from './desk-list.ts';
import { findKey, type Key, QUEUES, TOPICS } from './desk-people.ts';
import type { Call, DeskSettings, DeskTicket } from './desk-types.ts';

export const API_PATH = '/app/desk/api/';

export interface Answer {
  status: number;
  /** Sent as JSON; undefined is an empty body. */
  json?: unknown;
  /** Of a write that was accepted: changes the ticket. To be called once. */
  apply?: (at: number) => void;
}

interface World {
  tickets: Map<string, DeskTicket>;
  settings: DeskSettings;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Refusal(400, `"${segment}" is not a well-formed address segment`);
  }
}

function checkKey(call: Call): Key {
  const header = call.headers.apikey;
  const key = findKey(typeof header === 'string' ? header : undefined);
  if (!key) throw new Refusal(401, header === undefined ? 'the header "apikey" is missing' : 'unknown apikey');
  return key;
}

function findTicket(id: string, key: Key, { tickets }: World): DeskTicket {
  const ticket = tickets.get(id);
  if (!ticket) throw new Refusal(404, `there is no ticket "${id}"`);
  if (key.hiddenQueues.includes(ticket.queue)) throw new Refusal(403, 'this ticket is not yours to see');
  return ticket;
}

function viewTicket(id: string, call: Call, key: Key, world: World): Answer {
  const wish = call.headers.event_log;
  if (wish !== undefined && wish !== '0' && wish !== '1')
    throw new Refusal(400, 'the header "event_log" must be 1 or 0');
  const ticket = findTicket(id, key, world);
  const log = wish === '1' ? { event_log: ticket.event_log } : {};
  return { status: 200, json: { ...withoutLog(ticket), ...log } };
}

function writeTicket(name: string, id: string, call: Call, key: Key, world: World): Answer {
  if (!isWriteName(name)) throw new Refusal(404, `there is no action "${name}"`);
  if (name === 'close' && call.rawBody !== '') throw new Refusal(400, 'close takes no body');
  const body = readBody(call.rawBody, call.headers['content-type']);
  const ticket = findTicket(id, key, world);
  const { settings } = world;
  const apply = prepareWrite(name, body, { ticket, agent: key.agent, settings });
  if (settings.putAnswer === 'json') return { status: 200, json: { result: 'OK' }, apply };
  return { status: settings.putAnswer === 'empty' ? 200 : 204, apply };
}

function list(segments: string[], key: Key, { tickets, settings }: World): Answer {
  const visible = [...tickets.values()].filter(({ queue }) => !key.hiddenQueues.includes(queue));
  return { status: 200, json: listTickets(visible, segments, settings) };
}

function readNames(what: string, key: Key): Answer {
  if (!key.admin) throw new Refusal(403, 'the Settings API is for administrators');
  return { status: 200, json: what === 'queues' ? QUEUES : TOPICS };
}

/** `queues` and `topics` as the desk's version writes them: `queues/0` or `queues?permissions=0`. */
function isNamesCall(head: string, rest: string[], query: string, { settings }: World): boolean {
  if (head === 'topics') return rest.length === 0 && query === '';
  if (head !== 'queues') return false;
  const isPath = rest.length === 1 && rest[0] === '0' && query === '';
  const isQuery = rest.length === 0 && query === 'permissions=0';
  return settings.queuesForm === 'path' ? isPath : isQuery;
}

function route(call: Call, world: World): Answer {
  const key = checkKey(call);
  const query = call.url.split('?').slice(1).join('?');
  const [head = '', ...rest] = call.path.split('/').map(decode);
  if (isNamesCall(head, rest, query, world) && call.method === 'GET') return readNames(head, key);
  if (call.url.includes('?')) throw new Refusal(400, `this call takes no query, got "?${query}"`);
  if (call.method === 'GET') {
    if (call.rawBody !== '') throw new Refusal(400, 'GET takes no body');
    if (head === 'ticket' && rest.length === 1) return viewTicket(rest[0] ?? '', call, key, world);
    if (head === 'tickets') return list(rest, key, world);
  }
  if (call.method === 'PUT' && head === 'ticket' && rest.length === 2) {
    return writeTicket(rest[0] ?? '', rest[1] ?? '', call, key, world);
  }
  const isOurs = head === 'ticket' || head === 'tickets';
  if (isOurs && !['GET', 'PUT'].includes(call.method)) throw new Refusal(405, `${call.method} is not allowed`);
  throw new Refusal(404, `there is nothing at ${call.method} ${call.path}`);
}

/** The answer to a call under the API's path. Never throws: a refusal is an answer that says why. */
export function answerCall(call: Call, world: World): Answer {
  try {
    return route(call, world);
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, json: { error: error.message } };
    throw error;
  }
}

/** The ticket a path names, for records and for rules that match by ticket; null where it names none. */
export function ticketOfPath(path: string): string | null {
  const [head, first, second] = path.split('/');
  const id = second ?? first;
  if (head !== 'ticket' || id === undefined) return null;
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
