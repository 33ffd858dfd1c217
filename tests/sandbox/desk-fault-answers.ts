/** How each fault looks on the wire. */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import type { Fault, StatusToo } from './desk-faults.ts';
import type { Answer } from './desk-routes.ts';

const MIB = 1024 * 1024;
const JSON_TYPE = 'application/json; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';

const HTML = `<!doctype html><html><head><title>Please wait</title></head><body>
<h1>The service is busy</h1><p>The proxy got no answer from the desk in time.</p></body></html>\n`;

export interface Met {
  response: ServerResponse;
  /** What the desk would have said. */
  answer: Answer;
  /** Applies the write now, where the rule says so; does nothing the second time. */
  apply: () => void;
  /** Cuts the connection with a TCP reset. */
  reset: () => void;
  /** Ends waits when the desk closes. */
  signal: AbortSignal;
}

function bodyOf({ json }: Answer): Buffer {
  return Buffer.from(JSON.stringify(json ?? { result: 'OK' }));
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

/** An answer as it should be: JSON with its length, or an empty body. */
export function sendAnswer(response: ServerResponse, { status, json }: Answer): void {
  if (json !== undefined) {
    send(response, status, JSON_TYPE, JSON.stringify(json));
    return;
  }
  response.writeHead(status, status === 204 ? {} : { 'content-length': 0 });
  response.end();
}

/** JSON of one long string, `bytes` long in all, made while it is read. */
function* hugeJson(bytes: number): Generator<Buffer> {
  const chunk = Buffer.alloc(MIB, 'deskside ');
  yield Buffer.from('{"id":"09-13-O-TW4","description":"');
  for (let left = bytes; left > 0; left -= chunk.length) yield chunk.subarray(0, Math.min(left, chunk.length));
  yield Buffer.from('"}');
}

interface Streamed extends StatusToo {
  bytes?: number;
}

async function stream({ response }: Met, fault: Streamed, isPacked: boolean): Promise<void> {
  const { bytes = 200 * MIB, status = 200 } = fault;
  setRest(response, fault);
  response.writeHead(status, { 'content-type': JSON_TYPE, ...(isPacked ? { 'content-encoding': 'gzip' } : {}) });
  const source = Readable.from(hugeJson(bytes));
  const run = isPacked ? pipeline(source, createGzip({ level: 1 }), response) : pipeline(source, response);
  await run.catch(() => {}); // the reader gave up, as it should
}

/** Head and half of the body, then what the fault does to the rest. */
function sendHalf({ response, answer }: Met): Buffer {
  const body = bodyOf(answer);
  const half = Math.ceil(body.length / 2);
  response.writeHead(answer.status === 204 ? 200 : answer.status, {
    'content-type': JSON_TYPE,
    'content-length': body.length,
  });
  response.write(body.subarray(0, half));
  return body.subarray(half);
}

function setRest(response: ServerResponse, { retryAfter }: StatusToo): void {
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
}

function sendStatus({ response }: Met, fault: Extract<Fault, { kind: 'status' }>): void {
  setRest(response, fault);
  if (fault.html) send(response, fault.status, HTML_TYPE, HTML);
  else
    send(response, fault.status, JSON_TYPE, JSON.stringify(fault.json ?? { error: `told to answer ${fault.status}` }));
}

type Show = { [K in Fault['kind']]: (met: Met, fault: Extract<Fault, { kind: K }>) => void | Promise<void> };

const SHOW: Show = {
  'no-answer': () => {},
  'slow-headers': async ({ response, answer, signal }, { ms }) => {
    await delay(ms, undefined, { signal });
    sendAnswer(response, answer);
  },
  'slow-body': async (met, { ms }) => {
    const rest = sendHalf(met);
    await delay(ms, undefined, { signal: met.signal });
    met.response.end(rest);
  },
  'reset-before': ({ reset }) => reset(),
  'reset-after': ({ reset }) => reset(),
  'reset-in-body': async (met) => {
    sendHalf(met);
    await delay(30, undefined, { signal: met.signal });
    met.reset();
  },
  status: sendStatus,
  html: ({ response }) => send(response, 200, HTML_TYPE, HTML),
  empty: ({ response }) => send(response, 200, JSON_TYPE, ''),
  truncated: ({ response, answer }) => {
    const body = bodyOf(answer);
    send(response, 200, JSON_TYPE, body.subarray(0, Math.ceil(body.length / 2)));
  },
  'wrong-shape': ({ response }, { json }) =>
    send(response, 200, JSON_TYPE, JSON.stringify(json ?? { id: 7, status: 'open', customer: 'somebody', tags: {} })),
  'bad-utf8': ({ response, answer }, fault) => {
    setRest(response, fault);
    const broken = Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xc3, 0x28, 0xff, 0xfe]), bodyOf(answer)]);
    send(response, fault.status ?? 200, JSON_TYPE, broken);
  },
  huge: (met, fault) => stream(met, fault, false),
  'gzip-bomb': (met, fault) => stream(met, fault, true),
  redirect: ({ response }, { status, to }) => {
    response.writeHead(status, { location: to, 'content-length': 0 });
    response.end();
  },
  'break-warm': ({ reset }) => reset(),
};

/** Plays a fault out on a call. The write, where there is one to apply, is applied first. */
export async function showFault(fault: Fault, met: Met): Promise<void> {
  met.apply();
  const show = SHOW[fault.kind] as (met: Met, fault: Fault) => void | Promise<void>;
  await show(met, fault);
}
