/** One call to the desk with the key of the connection, unless the desk rests. What it teaches (rest, key refused) is kept. */
import { fail, ok, type Result } from '../protocol/result.ts';
import { isResting } from '../tickets/resting.ts';
import { type DeskKey, type HttpAnswer, requestDesk } from './desk-http.ts';
import type { DeskTools } from './desk-tools.ts';
import { readFailure } from './desk-verdict.ts';
import { isAboutNames, type WireRequest } from './desk-wire.ts';

/** How a call went; `wasSent` false: it surely never left. */
export interface Call {
  wasSent: boolean;
  result: Result<HttpAnswer>;
}

export interface CallLimits {
  /** The time limit of headers and body. */
  signal: AbortSignal;
  maxBytes: number;
  /** The only desk this call is meant for; undefined: whichever we are connected to. */
  origin?: string | undefined;
  /** When it may leave at the latest, in epoch milliseconds; undefined: at any time. */
  leaveBy?: number | undefined;
}

/** Leaves at most one request. */
export async function callDesk(request: WireRequest, limits: CallLimits, tools: DeskTools): Promise<Call> {
  const until = await tools.readRest();
  if (isResting(until, tools.now())) return { wasSent: false, result: fail('resting', { until }) };
  const key = await tools.readKey();
  if (!key.ok) return { wasSent: false, result: key };
  const isElsewhere = limits.origin !== undefined && limits.origin !== key.value.origin;
  if (isElsewhere) return { wasSent: false, result: fail('other-desk') };
  // The machine may have slept since it was decided to send.
  const isLate = limits.leaveBy !== undefined && tools.now() > limits.leaveBy;
  if (isLate || limits.signal.aborted) return { wasSent: false, result: fail('timeout') };
  const { signal, maxBytes } = limits;
  const result = await requestDesk(request, key.value, {
    signal,
    maxBytes,
    ...(tools.fetch && { fetch: tools.fetch }),
  });
  if (result.ok) await learn(request, key.value, result.value, tools);
  return { wasSent: true, result };
}

/**
 * A refusal to tell names says nothing about the key: they are for administrators. An answer to the key or desk before
 * says nothing of those of now.
 */
async function learn(
  request: WireRequest,
  { origin, key }: DeskKey,
  answer: HttpAnswer,
  tools: DeskTools,
): Promise<void> {
  const now = await tools.readKey();
  if (now.ok && (now.value.origin !== origin || now.value.key !== key)) return;
  const until = readFailure(answer, tools.now())?.until;
  if (until !== undefined) await rest(until, tools);
  if (!isAboutNames(request)) await tools.noteRefused(origin, answer.status === 401);
}

/** Of two rests the longer one: answers come in any order. */
async function rest(until: number, tools: DeskTools): Promise<void> {
  const known = await tools.readRest();
  await tools.writeRest(isResting(known, tools.now()) ? Math.max(known, until) : until);
}

/** The body of a 2xx, or why there is none. */
export function wholeAnswer({ result }: Call, now: number): Result<HttpAnswer> {
  if (!result.ok) return result;
  const failure = readFailure(result.value, now);
  return failure ? { ok: false, failure } : ok(result.value);
}
