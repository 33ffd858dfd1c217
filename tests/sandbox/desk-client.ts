/** A plain client for the sandbox desk in Node: no retries, no redirects, the desk's own certificate trusted. */

import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:https';
import { connect } from 'node:tls';
import type { Desk } from './desk.ts';

export interface Asked {
  method?: string;
  /** Null sends none. */
  key?: string | null;
  headers?: Record<string, string>;
  /** Objects are sent as JSON with its content type, text as it is. */
  body?: unknown;
  /** An agent that keeps connections warm; else each call has its own. */
  agent?: Agent;
  /** Gives up after so many milliseconds; 3,000. */
  timeoutMs?: number;
}

export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body as JSON; undefined when it is none. */
  json: unknown;
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An agent whose connections stay open between calls. */
export function keepWarm(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 1 });
}

/** One call below `/app/desk/api/` (or, with a leading `/`, anywhere). Rejects when the connection breaks or time is up. */
export function askDesk(desk: Desk, path: string, asked: Asked = {}): Promise<Answered> {
  const { method = 'GET', key = desk.keys.agent, body, agent = false, timeoutMs = 3000 } = asked;
  const isText = typeof body === 'string' || body === undefined;
  const headers = {
    host: `acme.sympoq.com:${desk.port}`,
    ...(key === null ? {} : { apikey: key }),
    ...(isText ? {} : { 'content-type': 'application/json' }),
    ...asked.headers,
  };
  const address = { host: '127.0.0.1', port: desk.port, servername: 'acme.sympoq.com', ca: desk.certificate };
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...address,
        method,
        headers,
        agent,
        path: path.startsWith('/') ? path : `/app/desk/api/${path}`,
        signal: AbortSignal.timeout(timeoutMs),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: tryJson(text) });
        });
      },
    );
    sent.on('error', reject);
    sent.end(isText ? body : JSON.stringify(body));
  });
}

/** A write with a JSON body. */
export function putDesk(desk: Desk, path: string, body: unknown, asked: Asked = {}): Promise<Answered> {
  return askDesk(desk, path, { method: 'PUT', body, ...asked });
}

/** The desk's certificate as an address of it shows it. Rejects where it cannot be trusted for the name. */
export function shakeHands(desk: Desk, host: string, servername: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: desk.port, servername, ca: desk.certificate }, () => {
      resolve(String(socket.getPeerCertificate().subject.CN));
      socket.destroy();
    });
    socket.on('error', reject);
  });
}
