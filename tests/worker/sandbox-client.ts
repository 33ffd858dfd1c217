/** The desk's client in Node, over TLS to a sandbox desk, with short times and everything it does in sight. */
import { Agent, buildConnector, fetch as undiciFetch } from 'undici';
import { ok } from '../../lib/protocol/result.ts';
import { createDesk } from '../../lib/worker/desk.ts';
import type { DeskTools } from '../../lib/worker/desk-tools.ts';
import { createGate, createTurns } from '../../lib/worker/limits.ts';
import type { Desk as SandboxDesk } from '../sandbox/desk.ts';

/** Where every test client believes its desk to be. */
export const ORIGIN = 'https://acme.sympoq.com';

/** The browser's `fetch` over Node: every host is the sandbox desk, whatever port it asks for. */
export function fetchTo(sandbox: SandboxDesk): typeof globalThis.fetch {
  const connect = buildConnector({ ca: sandbox.certificate, allowH2: false });
  const dispatcher = new Agent({
    connect: (options, callback) =>
      connect(
        { ...options, hostname: '127.0.0.1', port: String(sandbox.port), servername: 'acme.sympoq.com' },
        callback,
      ),
  });
  return async (input, init) => {
    const request = new Request(input, init);
    const { method, headers, redirect, signal } = request;
    const body = method === 'GET' ? undefined : await request.text();
    const wanted = { method, headers: [...headers], redirect, signal, dispatcher, ...(body && { body }) };
    const response = await undiciFetch(request.url, wanted);
    // A request that nobody holds any more no longer hears its signal.
    return Object.assign(response, { request }) as unknown as Response;
  };
}

export interface TestTools extends DeskTools {
  /** The rest that was stored last. */
  rest: { until: number };
  refusals: boolean[];
}

/** Tools with the times of a test: 4 s where the real ones have 20 s. */
function testTools(sandbox: SandboxDesk, changes: Partial<DeskTools> = {}): TestTools {
  const rest = { until: 0 };
  const refusals: boolean[] = [];
  return {
    rest,
    refusals,
    fetch: fetchTo(sandbox),
    readKey: async () => ok({ origin: ORIGIN, key: sandbox.keys.agent }),
    readOrigin: async () => ORIGIN,
    readReader: async () => ORIGIN,
    readClock: async () => ({
      dateForm: 'DD-MON-YYYY',
      dateTimeForm: 'DD-MON-YY HH24:MI',
      zone: sandbox.settings.zone,
    }),
    readRest: async () => rest.until,
    writeRest: async (until) => void Object.assign(rest, { until }),
    noteRefused: async (_origin, refused) => void refusals.push(refused),
    readMs: 4_000,
    writeMs: 4_000,
    retry: { tries: 2, firstPauseMs: 10, maxPauseMs: 10, maxRestMs: 20, now: Date.now, random: () => 1 },
    gate: createGate(4),
    turns: createTurns(),
    now: Date.now,
    ...changes,
  };
}

export function testDesk(sandbox: SandboxDesk, changes: Partial<DeskTools> = {}) {
  const tools = testTools(sandbox, changes);
  return { tools, desk: createDesk(tools) };
}

export const never = new AbortController().signal;
