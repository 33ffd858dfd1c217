/** A redirect never takes the key along: 5 codes × 2 methods × 3 targets, and addresses that look like the desk's. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ok } from '../../lib/protocol/result.ts';
import { findDeskOrigin } from '../../lib/tickets/desk-address.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { requestDesk } from '../../lib/worker/desk-http.ts';
import { type Desk as SandboxDesk, startDesk } from '../sandbox/desk.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import { fetchTo, never, ORIGIN, testDesk } from './sandbox-client.ts';

const ID = canonicalId('09-13-O-TW4');
let sandbox: SandboxDesk;

beforeAll(async () => {
  sandbox = await startDesk({ tickets: 5 });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.calls.length = 0;
  sandbox.clearFaults();
});

const targets = [
  'https://other.sympoq.com/x',
  'https://evil.sympoq.com/app/desk/api/ticket/1',
  '/app/desk/api/ticket/1',
];
const codes = [301, 302, 303, 307, 308] as const;
const cases = codes.flatMap((status) =>
  ['GET', 'PUT'].flatMap((method) => targets.map((to) => [status, method, to] as const)),
);

test.each(cases)('%d on %s to %s is not followed', async (status, method, to) => {
  sandbox.fail({ fault: { kind: 'redirect', status, to } });
  const { desk } = testDesk(sandbox);
  const end =
    method === 'GET' ? await desk.viewTicket(ID, never) : await desk.sendAction(ID, { kind: 'note', note: 'x' });
  expect(end).toMatchObject({ ok: false, failure: { code: 'redirected' } });
  expect(sandbox.calls).toHaveLength(1);
});

test('the figure', { timeout: 60_000 }, async () => {
  let leaks = 0;
  for (const [status, method, to] of cases) {
    sandbox.calls.length = 0;
    sandbox.clearFaults();
    sandbox.fail({ fault: { kind: 'redirect', status, to }, times: 1 });
    const { desk } = testDesk(sandbox);
    if (method === 'GET') await desk.viewTicket(ID, never);
    else await desk.sendAction(ID, { kind: 'note', note: 'x' });
    leaks += sandbox.calls.slice(1).length;
  }
  console.log(`redirects: ${cases.length} cases, ${leaks} requests sent on, with or without the key`);
  expect(cases).toHaveLength(30);
  expect(leaks).toBe(0);
});

test('the key of a desk goes to no address that looks like it', { timeout: 60_000 }, async () => {
  let sent = 0;
  for (const [like, is] of LOOK_ALIKES) {
    const origin = findDeskOrigin(like);
    if (origin === null || is === 'same') continue;
    const { desk } = testDesk(sandbox, { readKey: async () => ok({ origin: ORIGIN, key: sandbox.keys.agent }) });
    const end = await desk.sendAction(ID, { kind: 'close' }, { origin });
    if (end.ok || end.outcome !== 'not-sent') sent++;
  }
  sent += sandbox.calls.length;
  console.log(`look-alike addresses: ${LOOK_ALIKES.length} pairs, key sent to another origin ${sent} times`);
  expect(sent).toBe(0);
});

test('a path that leads to another origin is not sent', async () => {
  const key = { origin: ORIGIN, key: 'canary' };
  const options = { signal: never, maxBytes: 1_000, fetch: fetchTo(sandbox) };
  for (const path of ['@evil.example/', '.evil.example/', ':444/', '0/']) {
    const end = await requestDesk({ method: 'GET', path, headers: {} }, key, options).catch(() => 'refused');
    expect(end === 'refused' || JSON.stringify(end) === '{"ok":false,"failure":{"code":"internal"}}', path).toBe(true);
  }
  expect(sandbox.calls).toEqual([]);
});
