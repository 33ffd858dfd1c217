/** The faults that kill trials are spread over: what the desk does to the one write of a trial. */
import type { FaultRule } from '../sandbox/desk-faults.ts';

export interface TrialFault {
  name: string;
  rule: Omit<FaultRule, 'method' | 'ticket' | 'times'> | null;
  /** From the submit on the desk is away for so many milliseconds: nobody listens, no TLS is spoken, or we are offline. */
  away?: { how: 'refuse' | 'bad-tls' | 'offline'; ms: number };
}

const MIB = 1024 * 1024;
const status = (code: number, more: { retryAfter?: string; html?: boolean } = {}) =>
  ({ kind: 'status', status: code, ...more }) as const;
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

/** Every fault of the list, with the write applied, not applied, or applied late, where that makes a difference. */
export const TRIAL_FAULTS: TrialFault[] = [
  { name: 'none', rule: null },
  { name: 'no answer, applied', rule: { fault: { kind: 'no-answer' }, applied: true } },
  { name: 'no answer', rule: { fault: { kind: 'no-answer' } } },
  { name: 'no answer, applied late', rule: { fault: { kind: 'no-answer' }, applyAfterMs: 3_000 } },
  { name: 'slow headers', rule: { fault: { kind: 'slow-headers', ms: 1_500 } } },
  { name: 'slow body', rule: { fault: { kind: 'slow-body', ms: 1_500 } } },
  { name: 'reset before', rule: { fault: { kind: 'reset-before' } } },
  { name: 'reset before, applied late', rule: { fault: { kind: 'reset-before' }, applyAfterMs: 2_000 } },
  { name: 'reset after', rule: { fault: { kind: 'reset-after' } } },
  { name: 'reset in body', rule: { fault: { kind: 'reset-in-body' } } },
  { name: '500', rule: { fault: status(500) } },
  { name: '500, applied', rule: { fault: status(500), applied: true } },
  { name: '502 with HTML', rule: { fault: status(502, { html: true }), applied: true } },
  { name: '503, Retry-After in seconds', rule: { fault: status(503, { retryAfter: '1' }) } },
  { name: '503, Retry-After as a date', rule: { fault: status(503, { retryAfter: inSeconds(2) }), applied: true } },
  { name: '503, Retry-After past', rule: { fault: status(503, { retryAfter: inSeconds(-60) }) } },
  { name: '503, Retry-After of junk', rule: { fault: status(503, { retryAfter: 'soon' }), applied: true } },
  { name: '429', rule: { fault: status(429, { retryAfter: '1' }) } },
  { name: '408', rule: { fault: status(408), applied: true } },
  { name: '401', rule: { fault: status(401) } },
  { name: '403', rule: { fault: status(403) } },
  { name: '404', rule: { fault: status(404) } },
  { name: '422', rule: { fault: status(422) } },
  { name: '200 with HTML', rule: { fault: { kind: 'html' } } },
  { name: '200 with HTML, not applied', rule: { fault: { kind: 'html' }, applied: false } },
  { name: '200, empty', rule: { fault: { kind: 'empty' } } },
  { name: '200, empty, not applied', rule: { fault: { kind: 'empty' }, applied: false } },
  { name: 'truncated JSON', rule: { fault: { kind: 'truncated' } } },
  { name: 'wrong JSON', rule: { fault: { kind: 'wrong-shape' } } },
  { name: 'too large', rule: { fault: { kind: 'huge', bytes: 8 * MIB } } },
  { name: 'gzip bomb', rule: { fault: { kind: 'gzip-bomb', bytes: 64 * MIB } } },
  { name: 'bad UTF-8', rule: { fault: { kind: 'bad-utf8' } } },
  { name: 'refused', rule: null, away: { how: 'refuse', ms: 700 } },
  { name: 'TLS failure', rule: null, away: { how: 'bad-tls', ms: 700 } },
  { name: 'offline', rule: null, away: { how: 'offline', ms: 700 } },
];
