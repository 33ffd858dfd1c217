/** The sandbox desk: a SympoQ desk on loopback for tests and the demonstration, with its tickets, calls and faults open. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { lookAtCalls } from '../support/canary.ts';
import { actAt, type OtherAction } from './desk-act.ts';
import { makeCertificate } from './desk-certificate.ts';
import { sendAnswer, showFault } from './desk-fault-answers.ts';
import { type FaultHandle, type FaultRule, FaultRules, isApplied } from './desk-faults.ts';
import { findAgent, KEYS } from './desk-people.ts';
import { type Answer, API_PATH, answerCall, ticketOfPath } from './desk-routes.ts';
import { type DeskServer, startServer } from './desk-server.ts';
import type { Call, DeskOptions, DeskSettings, DeskTicket } from './desk-types.ts';
import { sendWebPage } from './desk-web.ts';
import { seedTickets } from './seed-tickets.ts';

export interface Desk {
  port: number;
  /** `https://acme.sympoq.com:PORT`; reach it with the arguments below. */
  origin: string;
  /** The API's base on loopback itself, for Node: `https://127.0.0.1:PORT/app/desk/api`. */
  localApi: string;
  /** What Chromium needs to find `https://acme.sympoq.com` (no port) here and to take its certificate. */
  chromiumArgs: string[];
  spki: string;
  /** PEM. */
  certificate: string;
  keys: typeof KEYS;
  settings: DeskSettings;
  tickets: Map<string, DeskTicket>;
  /** Every request since the start, or since the test emptied the list. */
  calls: Call[];
  /** Waited before each answer. */
  latencyMs: number;
  /** False: each connection serves one request, so that no browser repeats one by itself. */
  keepAlive: boolean;
  fail(rule: FaultRule): FaultHandle;
  clearFaults(): void;
  /** Refuses connections (or answers no TLS) at its port until `up()`. */
  down(how?: 'refuse' | 'bad-tls'): Promise<void>;
  up(): Promise<void>;
  /** Another person's doing, at once: that of an agent (number or name), or the customer's own. */
  act(ticketId: string, who: number | string, action: OtherAction): void;
  close(): Promise<void>;
}

function settingsOf(options: DeskOptions): DeskSettings {
  return {
    dateFormat: options.dateFormat ?? 'DD-MON-YYYY',
    dateTimeFormat: options.dateTimeFormat ?? 'DD-MON-YY HH24:MI',
    zone: options.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    tags: options.tags ?? 'replace',
    putAnswer: options.putAnswer ?? 'empty',
    statusByHand: options.statusByHand ?? true,
    queuesForm: options.queuesForm ?? 'path',
  };
}

/** Numbers connections, and says whether a request is the first on its one. */
function makeConnectionCount(): (socket: Socket) => { connection: number; reused: boolean } {
  const known = new WeakMap<Socket, number>();
  let last = 0;
  return (socket) => {
    const connection = known.get(socket);
    if (connection !== undefined) return { connection, reused: true };
    known.set(socket, ++last);
    return { connection: last, reused: false };
  };
}

async function readRaw(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function recordOf(request: IncomingMessage, place: { connection: number; reused: boolean }): Call {
  const url = request.url ?? '/';
  const whole = url.split('?')[0] ?? '';
  const path = whole.startsWith(API_PATH) ? whole.slice(API_PATH.length) : whole;
  return {
    at: Date.now(),
    method: request.method ?? '',
    url,
    path,
    ticket: ticketOfPath(path),
    headers: request.headers,
    rawBody: '',
    body: undefined,
    ...place,
    applied: false,
    status: null,
    outcome: 'pending',
  };
}

/** The write of a call as a function that works once and says so in the call's record. */
function applyOnce(call: Call, answer: Answer): () => void {
  return () => {
    if (call.applied || !answer.apply) return;
    call.applied = true;
    answer.apply(Date.now());
  };
}

/** Starts a desk with its seeded tickets. Rejects when the port is taken. */
export async function startDesk(options: DeskOptions = {}): Promise<Desk> {
  const settings = settingsOf(options);
  const tickets = seedTickets({ ...options, zone: settings.zone, dateTimeFormat: settings.dateTimeFormat });
  const { key, certificate, spki } = await makeCertificate();
  const rules = new FaultRules();
  const ending = new AbortController();
  const placeOf = makeConnectionCount();
  const everyCall: Call[] = [];

  async function meetFault(rule: FaultRule, call: Call, answer: Answer, response: ServerResponse): Promise<void> {
    const apply = applyOnce(call, answer);
    if (rule.applyAfterMs !== undefined) setTimeout(apply, rule.applyAfterMs).unref();
    const isNow = rule.applyAfterMs === undefined && isApplied(rule);
    const reset = () => server.reset(response);
    await showFault(rule.fault, { response, answer, apply: isNow ? apply : () => {}, reset, signal: ending.signal });
    call.status = response.headersSent ? response.statusCode : null;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = recordOf(request, placeOf(request.socket));
    desk.calls.push(call);
    everyCall.push(call);
    call.rawBody = await readRaw(request);
    call.body = parseJson(call.rawBody);
    response.setHeader('cache-control', 'no-store');
    if (!desk.keepAlive) response.setHeader('connection', 'close');
    const isApi = request.url?.startsWith(API_PATH) ?? false;
    if (isApi && desk.latencyMs > 0) await delay(desk.latencyMs, undefined, { signal: ending.signal });
    const answer = isApi ? answerCall(call, { tickets, settings }) : null;
    const rule = rules.take(call);
    call.outcome = rule?.fault.kind ?? 'answered';
    if (rule) return meetFault(rule, call, answer ?? { status: 200 }, response);
    if (!answer) return sendWebPage(response, call, tickets);
    applyOnce(call, answer)();
    call.status = answer.status;
    sendAnswer(response, answer);
  }

  const server: DeskServer = await startServer({ key, cert: certificate }, options.port ?? 0, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!ending.signal.aborted && !request.destroyed) console.error('sandbox desk:', error);
      response.destroy();
    });
  });

  const desk: Desk = {
    port: server.port,
    origin: `https://acme.sympoq.com:${server.port}`,
    localApi: `https://127.0.0.1:${server.port}/app/desk/api`,
    chromiumArgs: [
      `--host-resolver-rules=MAP *.sympoq.com 127.0.0.1:${server.port}`,
      `--ignore-certificate-errors-spki-list=${spki}`,
    ],
    spki,
    certificate,
    keys: KEYS,
    settings,
    tickets,
    calls: [],
    latencyMs: 0,
    keepAlive: true,
    fail: (rule) => rules.add(rule),
    clearFaults: () => rules.clear(),
    down: (how = 'refuse') => server.down(how),
    up: () => server.up(),
    act: (ticketId, who, action) => {
      const ticket = tickets.get(ticketId);
      if (!ticket) throw new Error(`the sandbox desk has no ticket ${ticketId}`);
      actAt({ ticket, agent: findAgent(who), at: Date.now(), settings }, action);
    },
    close: async () => {
      ending.abort();
      await server.close();
      lookAtCalls(everyCall.splice(0));
    },
  };
  options.signal?.addEventListener('abort', () => void desk.close(), { once: true });
  return desk;
}
