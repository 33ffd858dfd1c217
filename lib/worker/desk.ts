/** The desk's calls as typed functions. Reads may be tried again; a write leaves exactly once. */
import type { GenericSchema } from 'valibot';
import { fail, ok, type Result } from '../protocol/result.ts';
import type { Action } from '../tickets/actions.ts';
import type { ListFilter } from '../tickets/list-filter.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { canonicalId, type TicketId } from '../tickets/ticket-id.ts';
import { type Named, namedAnswer, parseAnswer, ticketAnswer, ticketsAnswer } from './desk-answers.ts';
import { type CallLimits, callDesk, wholeAnswer } from './desk-call.ts';
import { type DeskTools, deskTools } from './desk-tools.ts';
import { type WriteResult, writeVerdict } from './desk-verdict.ts';
import * as wire from './desk-wire.ts';
import { timeLimit, tryRead } from './limits.ts';

/** Largest answers, in bytes after unpacking (R12). */
const MAX_TICKET_BYTES = 5 * 1024 * 1024;
const MAX_LIST_BYTES = 32 * 1024 * 1024;

/** What is read, how it is checked and how large it may be. */
interface Reading<T> {
  request: wire.WireRequest | wire.Unsayable;
  check: GenericSchema<unknown, T>;
  maxBytes: number;
  /**
   * Of one ticket. True where an agent or a write waits for it by now: it goes before all else that waits. A row does not,
   * and is one request at a desk that fails, for a page may cause many.
   */
  isHurried?: () => boolean;
}

/** All tries together take no longer than the limit for reads, from when the first has its place among our calls. */
async function read<T>(reading: Reading<T>, tools: DeskTools): Promise<Result<T>> {
  const { request, isHurried } = reading;
  if ('unsayable' in request) return fail('bad-id', { field: request.unsayable });
  const { signal, begin, end } = timeLimit(tools.readMs);
  const readInTime = () => {
    begin();
    return readOnce({ ...reading, request }, signal, tools);
  };
  const attempt = () => tools.gate(readInTime, signal, isHurried);
  const retry = {
    ...tools.retry,
    get tries() {
      return isHurried?.() === false ? 1 : tools.retry.tries;
    },
  };
  try {
    return await tryRead(attempt, signal, retry);
  } catch {
    return fail(signal.aborted ? 'timeout' : 'internal');
  } finally {
    end();
  }
}

async function readOnce<T>(
  { request, check, maxBytes }: Reading<T> & { request: wire.WireRequest },
  signal: AbortSignal,
  tools: DeskTools,
): Promise<Result<T>> {
  const answer = wholeAnswer(await callDesk(request, { signal, maxBytes }, tools), tools.now());
  if (!answer.ok) return answer;
  const parsed = parseAnswer(check, answer.value.body);
  if (parsed.fits) return ok(parsed.value);
  return fail('bad-answer', { status: answer.value.status, ...(parsed.field && { field: parsed.field }) });
}

/** The result, or `gone` for a caller that has given up; the read itself goes on for those who share it. */
async function unlessAborted<T>(reading: Promise<Result<T>>, signal: AbortSignal): Promise<Result<T>> {
  const given = Promise.withResolvers<Result<T>>();
  const leave = () => given.resolve(fail('gone'));
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([reading, given.promise]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

interface Viewing {
  withLog: boolean;
  isRow: boolean;
}

async function view(id: TicketId, signal: AbortSignal, viewing: Viewing, tools: DeskTools): Promise<Result<Ticket>> {
  const { withLog, isRow } = viewing;
  const request = wire.wireView(id, withLog);
  const turn = await turnOf(id, tools);
  // The row of its ticket, too, where what was opened waits for it or shares it.
  const isHurried = () => tools.turns.isHurried(turn);
  const reading = { request, check: ticketAnswer, maxBytes: MAX_TICKET_BYTES, isHurried };
  // A read that is under way with another key is not shared.
  const kind = `${withLog ? 'log' : 'row'} ${await tools.readReader()}`;
  const shared = tools.turns.read(turn, kind, () => read(reading, tools), isRow);
  const found = await unlessAborted(shared, signal);
  const isAnother = found.ok && found.value.id !== canonicalId(id);
  return isAnother ? fail('bad-answer', { field: 'id' }) : found;
}

/** At another desk the same ID is another ticket. */
async function turnOf(id: TicketId, tools: DeskTools): Promise<string> {
  return `${await tools.readOrigin()} ${id}`;
}

/** What a write was meant for: a desk, and a time. */
type Meant = Pick<CallLimits, 'origin' | 'leaveBy'>;

interface Write extends Meant {
  request: wire.WireRequest;
}

async function writeOnce({ request, origin, leaveBy }: Write, tools: DeskTools): Promise<WriteResult> {
  const { signal, begin, end } = timeLimit(tools.writeMs);
  begin();
  const limits = { signal, maxBytes: MAX_TICKET_BYTES, origin, leaveBy };
  const call = await callDesk(request, limits, tools).finally(end);
  const { result } = call;
  return !call.wasSent && !result.ok ? { ...result, outcome: 'not-sent' } : writeVerdict(result, tools.now());
}

async function send(id: TicketId, action: Action, meant: Meant, tools: DeskTools): Promise<WriteResult> {
  const request = wire.wireAction(id, action, await tools.readClock());
  if ('unsayable' in request) return { ...fail('bad-id', { field: request.unsayable }), outcome: 'not-sent' };
  let hasBegun = false;
  const begin = () => {
    hasBegun = true;
    return writeOnce({ ...meant, request }, tools);
  };
  try {
    return await tools.turns.write(await turnOf(id, tools), () => tools.gate(begin, undefined, () => true));
  } catch {
    return { ...fail('internal'), outcome: hasBegun ? 'open' : 'not-sent' };
  }
}

async function names(request: wire.WireRequest, tools: DeskTools): Promise<Result<Named[]>> {
  const found = await read({ request, check: namedAnswer, maxBytes: MAX_TICKET_BYTES }, tools);
  const status = found.ok ? undefined : found.failure.status;
  return status === 401 || status === 403 ? fail('not-allowed', { status }) : found;
}

async function queues(tools: DeskTools): Promise<Result<Named[]>> {
  const found = await names(wire.WIRE_QUEUES, tools);
  const isOldForm = !found.ok && (found.failure.code === 'not-found' || found.failure.code === 'rejected');
  return isOldForm ? names(wire.WIRE_QUEUES_OLD, tools) : found;
}

async function list(filter: ListFilter, tools: DeskTools): Promise<Result<Ticket[]>> {
  const request = wire.wireList(filter, await tools.readClock());
  const found = await read({ request, check: ticketsAnswer, maxBytes: MAX_LIST_BYTES }, tools);
  const isNobodys = filter.assignee === 'none';
  return found.ok && isNobodys ? ok(found.value.filter(({ assignee }) => assignee === null)) : found;
}

export interface Desk {
  /**
   * One ticket, by default with its event log. Shared with whoever reads the same ticket at the same time. A row waits for
   * what was opened, and is asked for once.
   */
  viewTicket(id: TicketId, signal: AbortSignal, withLog?: boolean, isRow?: boolean): Promise<Result<Ticket>>;
  /** Every ticket that fits the filter; beyond 32 MiB `too-large`. Rows carry no log. */
  listTickets(filter: ListFilter): Promise<Result<Ticket[]>>;
  /** Exactly one request, never tried again, 20 s for all of it; none at another desk or later than it was meant for. */
  sendAction(id: TicketId, action: Action, meant?: Meant): Promise<WriteResult>;
  /** For administrators' keys; `not-allowed` for others. */
  readQueues(): Promise<Result<Named[]>>;
  readTopics(): Promise<Result<Named[]>>;
}

/** The calls, with everything outside handed in. */
export function createDesk(tools: DeskTools): Desk {
  return {
    viewTicket: (id, signal, withLog = true, isRow = !withLog) => view(id, signal, { withLog, isRow }, tools),
    listTickets: (filter) => list(filter, tools),
    sendAction: (id, action, meant = {}) => send(id, action, meant, tools),
    readQueues: () => queues(tools),
    readTopics: () => names(wire.WIRE_TOPICS, tools),
  };
}

export const { viewTicket, listTickets, sendAction, readQueues, readTopics } = createDesk(deskTools);
