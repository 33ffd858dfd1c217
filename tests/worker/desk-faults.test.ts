/** Every way a desk can fail × read and write: each ends in its code of the closed list, in time. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FailureCode } from '../../lib/tickets/failure.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { type Desk as SandboxDesk, startDesk } from '../sandbox/desk.ts';
import type { Fault } from '../sandbox/desk-faults.ts';
import { never, testDesk } from './sandbox-client.ts';

const ID = canonicalId('09-13-O-TW4');
/** The limit in these tests, and the grace of the threat model. */
const LIMIT_MS = 1_500;
const GRACE_MS = 1_000;
let sandbox: SandboxDesk;

beforeAll(async () => {
  sandbox = await startDesk({ tickets: 5 });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  sandbox.calls.length = 0;
  sandbox.clearFaults();
  sandbox.keepAlive = false;
});

const status = (code: number, more: object = {}): Fault => ({ kind: 'status', status: code, ...more });
const date = (fromNowMs: number) => new Date(Date.now() + fromNowMs).toUTCString();

type Outcome = 'ok' | 'open' | 'refused';
/** What a read says, what a write says, and what is known of the write. */
const matrix: [what: string, fault: Fault, read: FailureCode | 'ok', write: FailureCode | 'ok', outcome: Outcome][] = [
  ['no answer', { kind: 'no-answer' }, 'timeout', 'timeout', 'open'],
  ['slow headers', { kind: 'slow-headers', ms: 6_000 }, 'timeout', 'timeout', 'open'],
  ['slow body', { kind: 'slow-body', ms: 6_000 }, 'timeout', 'timeout', 'open'],
  ['reset before', { kind: 'reset-before' }, 'unreachable', 'unreachable', 'open'],
  ['reset after', { kind: 'reset-after' }, 'unreachable', 'unreachable', 'open'],
  ['reset in the body', { kind: 'reset-in-body' }, 'unreachable', 'unreachable', 'open'],
  ['500', status(500), 'desk-error', 'desk-error', 'open'],
  ['502 with HTML', status(502, { html: true }), 'desk-error', 'desk-error', 'open'],
  ['503', status(503), 'desk-error', 'desk-error', 'open'],
  ['503, Retry-After in seconds', status(503, { retryAfter: '30' }), 'resting', 'resting', 'open'],
  ['503, Retry-After as a date', status(503, { retryAfter: date(30_000) }), 'resting', 'resting', 'open'],
  ['503, Retry-After in the past', status(503, { retryAfter: date(-30_000) }), 'resting', 'resting', 'open'],
  ['503, Retry-After an hour', status(503, { retryAfter: '3600' }), 'resting', 'resting', 'open'],
  ['503, Retry-After junk', status(503, { retryAfter: 'soon' }), 'resting', 'resting', 'open'],
  ['429', status(429), 'resting', 'resting', 'open'],
  ['408', status(408), 'desk-error', 'desk-error', 'open'],
  ['425', status(425), 'desk-error', 'desk-error', 'open'],
  ['400', status(400), 'rejected', 'rejected', 'refused'],
  ['401', status(401), 'key-refused', 'key-refused', 'refused'],
  ['403', status(403), 'not-found', 'not-allowed', 'refused'],
  ['404', status(404), 'not-found', 'not-found', 'refused'],
  ['422', status(422), 'rejected', 'rejected', 'refused'],
  ['200 with HTML', { kind: 'html' }, 'bad-answer', 'bad-answer', 'open'],
  ['200, empty', { kind: 'empty' }, 'bad-answer', 'ok', 'ok'],
  ['truncated JSON', { kind: 'truncated' }, 'bad-answer', 'bad-answer', 'open'],
  ['JSON of another shape', { kind: 'wrong-shape' }, 'bad-answer', 'ok', 'ok'],
  ['200 MiB', { kind: 'huge' }, 'too-large', 'too-large', 'open'],
  ['gzip bomb', { kind: 'gzip-bomb' }, 'too-large', 'too-large', 'open'],
  ['bad UTF-8', { kind: 'bad-utf8' }, 'bad-answer', 'bad-answer', 'open'],
  ['401, bad UTF-8', { kind: 'bad-utf8', status: 401 }, 'key-refused', 'key-refused', 'refused'],
  ['403, bad UTF-8', { kind: 'bad-utf8', status: 403 }, 'not-found', 'not-allowed', 'refused'],
  ['429, bad UTF-8', { kind: 'bad-utf8', status: 429 }, 'resting', 'resting', 'open'],
  ['502, bad UTF-8', { kind: 'bad-utf8', status: 502 }, 'desk-error', 'desk-error', 'open'],
  ['403, 200 MiB', { kind: 'huge', status: 403 }, 'not-found', 'not-allowed', 'refused'],
  ['503, gzip bomb', { kind: 'gzip-bomb', status: 503, retryAfter: '30' }, 'resting', 'resting', 'open'],
  ['a redirect', { kind: 'redirect', status: 302, to: '/login' }, 'redirected', 'redirected', 'open'],
];

/** Large bodies need longer than the limit of a test to reach the cap on a slow machine. */
const isLarge = (fault: Fault) => fault.kind === 'huge' || fault.kind === 'gzip-bomb';
const limitOf = (fault: Fault) => (isLarge(fault) ? 15_000 : LIMIT_MS);
const limitsOf = (fault: Fault) => ({ readMs: limitOf(fault), writeMs: limitOf(fault) });

function expectInTime(begun: number, fault: Fault): void {
  expect(Date.now() - begun).toBeLessThan(limitOf(fault) + GRACE_MS);
}

describe('faults', () => {
  test.each(matrix)('GET, %s', { timeout: 20_000 }, async (_what, fault, code) => {
    sandbox.fail({ fault });
    const { desk, tools } = testDesk(sandbox, limitsOf(fault));
    const begun = Date.now();
    const found = await desk.viewTicket(ID, never);
    expect(found.ok ? 'ok' : found.failure.code).toBe(code);
    expectInTime(begun, fault);
    expect(tools.rest.until - Date.now()).toBeLessThanOrEqual(60_000);
    expect(sandbox.calls.length).toBeLessThanOrEqual(2);
  });

  test.each(matrix)('PUT, %s', { timeout: 20_000 }, async (_what, fault, _read, code, outcome) => {
    sandbox.fail({ fault });
    const { desk, tools } = testDesk(sandbox, limitsOf(fault));
    const begun = Date.now();
    const end = await desk.sendAction(ID, { kind: 'note', note: 'x' });
    expect(end.ok ? 'ok' : end.failure.code).toBe(code);
    expect(end.ok ? 'ok' : end.outcome).toBe(outcome);
    expectInTime(begun, fault);
    expect(tools.rest.until - Date.now()).toBeLessThanOrEqual(60_000);
    expect(sandbox.calls).toHaveLength(1);
  });

  const unreachable = async (method: string) => {
    const { desk } = testDesk(sandbox, { readMs: LIMIT_MS, writeMs: LIMIT_MS });
    const end =
      method === 'GET' ? await desk.viewTicket(ID, never) : await desk.sendAction(ID, { kind: 'note', note: 'x' });
    return end.ok ? 'ok' : { code: end.failure.code, ...('outcome' in end && { outcome: end.outcome }) };
  };

  test.each(['refuse', 'bad-tls'] as const)('%s', async (how) => {
    await sandbox.down(how);
    expect(await unreachable('GET')).toEqual({ code: 'unreachable' });
    expect(await unreachable('PUT')).toEqual({ code: 'unreachable', outcome: 'open' });
    await sandbox.up();
  });

  test('offline: the browser does not even try', async () => {
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const { desk } = testDesk(sandbox, { fetch });
    expect(await desk.viewTicket(ID, never)).toMatchObject({ failure: { code: 'unreachable' } });
    const end = await desk.sendAction(ID, { kind: 'note', note: 'x' });
    expect(end).toMatchObject({ failure: { code: 'unreachable' }, outcome: 'open' });
    expect(sandbox.calls).toEqual([]);
  });

  test('the whole matrix', () => {
    const cells = matrix.length * 2 + 6;
    console.log(`faults: ${cells} cells of fault × {GET, PUT} ended in their code within ${LIMIT_MS} ms + 1 s`);
    expect(cells).toBeGreaterThanOrEqual(60);
  });

  test('a failure names the field, never what stands in it', async () => {
    sandbox.fail({ fault: { kind: 'wrong-shape', json: { id: '1', customer: { name: { secret: 'hunter2' } } } } });
    const found = await testDesk(sandbox).desk.viewTicket(ID, never);
    expect(found).toEqual({ ok: false, failure: { code: 'bad-answer', status: 200, field: 'customer.name' } });
  });

  test('a resting desk is left alone until then', async () => {
    sandbox.fail({ fault: status(429, { retryAfter: '30' }), times: 1 });
    const { desk, tools } = testDesk(sandbox);
    await desk.viewTicket(ID, never);
    expect(tools.rest.until - Date.now()).toBeGreaterThan(25_000);
    const read = await desk.viewTicket(ID, never);
    const write = await desk.sendAction(ID, { kind: 'close' });
    expect(read).toMatchObject({ ok: false, failure: { code: 'resting', until: tools.rest.until } });
    expect(write).toMatchObject({ ok: false, outcome: 'not-sent', failure: { code: 'resting' } });
    expect(sandbox.calls).toHaveLength(1);
  });

  test('what is wrong with an error’s page hides neither a refused key nor a rest', async () => {
    const { desk, tools } = testDesk(sandbox);
    sandbox.fail({ fault: { kind: 'bad-utf8', status: 401 }, times: 1 });
    await desk.viewTicket(ID, never);
    expect(tools.refusals).toEqual([true]);
    sandbox.fail({ fault: { kind: 'bad-utf8', status: 503, retryAfter: '30' }, times: 1 });
    await desk.viewTicket(ID, never);
    expect(tools.rest.until - Date.now()).toBeGreaterThan(25_000);
  });

  test('a clock that was put back does not make the rest longer', async () => {
    const { desk, tools } = testDesk(sandbox);
    tools.rest.until = Date.now() + 3_600_000;
    expect((await desk.viewTicket(ID, never)).ok).toBe(true);
    tools.rest.until = Date.now() + 59_000;
    expect(await desk.viewTicket(ID, never)).toMatchObject({ ok: false, failure: { code: 'resting' } });
  });

  test('a read is tried again and a write is not', async () => {
    sandbox.fail({ fault: status(500), times: 1 });
    const { desk } = testDesk(sandbox, { readMs: LIMIT_MS, writeMs: LIMIT_MS });
    expect((await desk.viewTicket(ID, never)).ok).toBe(true);
    expect(sandbox.calls).toHaveLength(2);
    sandbox.fail({ fault: status(500), times: 1 });
    expect((await desk.sendAction(ID, { kind: 'close' })).ok).toBe(false);
    expect(sandbox.calls).toHaveLength(3);
  });

  test('the real limit of a write is 20 s, body included', { timeout: 40_000 }, async () => {
    const { deskTools } = await import('../../lib/worker/desk-tools.ts');
    sandbox.fail({ fault: { kind: 'slow-body', ms: 60_000 } });
    const { desk } = testDesk(sandbox, { writeMs: deskTools.writeMs });
    const begun = Date.now();
    const end = await desk.sendAction(ID, { kind: 'note', note: 'x' });
    expect(end).toEqual({ ok: false, failure: { code: 'timeout' }, outcome: 'open' });
    expect(Date.now() - begun).toBeGreaterThan(19_900);
    expect(Date.now() - begun).toBeLessThan(21_000);
  });
});
