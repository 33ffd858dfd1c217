/** Every fault of the sandbox desk, as a client sees it, and whether the write behind it was applied. */
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from './desk.ts';
import { type Asked, askDesk, keepWarm, putDesk } from './desk-client.ts';
import type { Fault } from './desk-faults.ts';

let desk: Desk;
const ID = '11-14-3-AS7';

beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.clearFaults();
  desk.calls.length = 0;
  desk.latencyMs = 0;
  desk.keepAlive = true;
});

const read = (asked: Asked = {}) => askDesk(desk, `ticket/${ID}`, asked);
const write = (asked: Asked = {}) => putDesk(desk, `ticket/note/${ID}`, { note: 'A fault is near' }, asked);

/** How a call ended: its status, or the code of the error. */
async function endOf(call: Promise<{ status: number }>): Promise<string> {
  return call.then(
    ({ status }) => String(status),
    (error: { code?: string; name: string }) => error.code ?? error.name,
  );
}

async function until(holds: () => boolean): Promise<void> {
  for (let round = 0; round < 200 && !holds(); round++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}

describe('each fault × GET and PUT', () => {
  test.each<[string, Fault, string, boolean]>([
    ['no answer', { kind: 'no-answer' }, 'ABORT_ERR', false],
    ['slow headers', { kind: 'slow-headers', ms: 2000 }, 'ABORT_ERR', true],
    ['slow body', { kind: 'slow-body', ms: 2000 }, 'ABORT_ERR', true],
    ['reset before', { kind: 'reset-before' }, 'ECONNRESET', false],
    ['reset after', { kind: 'reset-after' }, 'ECONNRESET', true],
    ['reset in the body', { kind: 'reset-in-body' }, 'ECONNRESET', true],
    ['500', { kind: 'status', status: 500 }, '500', false],
    ['502 with HTML', { kind: 'status', status: 502, html: true }, '502', false],
    ['503', { kind: 'status', status: 503 }, '503', false],
    ['429', { kind: 'status', status: 429 }, '429', false],
    ['408', { kind: 'status', status: 408 }, '408', false],
    ['401', { kind: 'status', status: 401 }, '401', false],
    ['403', { kind: 'status', status: 403 }, '403', false],
    ['404', { kind: 'status', status: 404 }, '404', false],
    ['422', { kind: 'status', status: 422 }, '422', false],
    ['HTML', { kind: 'html' }, '200', true],
    ['empty', { kind: 'empty' }, '200', true],
    ['truncated', { kind: 'truncated' }, '200', true],
    ['wrong shape', { kind: 'wrong-shape' }, '200', true],
    ['bad UTF-8', { kind: 'bad-utf8' }, '200', true],
    ['403 with bad UTF-8', { kind: 'bad-utf8', status: 403 }, '403', false],
    ['redirect', { kind: 'redirect', status: 302, to: 'https://elsewhere.example/' }, '302', false],
  ])('%s', async (_, fault, end, applied) => {
    const rule = desk.fail({ fault });
    const timeoutMs = end === 'ABORT_ERR' ? 60 : 3000;
    expect(await endOf(read({ timeoutMs }))).toBe(end);
    expect(await endOf(write({ timeoutMs }))).toBe(end);
    expect(rule.met).toBe(2);
    expect(desk.calls.map((call) => call.applied)).toEqual([false, applied]);
    expect(desk.calls[1]?.outcome).toBe(fault.kind);
  });
});

describe('what the faults look like', () => {
  test.each([
    ['seconds', '7'],
    ['a date', 'Wed, 21 Oct 2099 07:28:00 GMT'],
    ['a past date', 'Wed, 21 Oct 2015 07:28:00 GMT'],
    ['huge', '99999999'],
    ['junk', 'soon, promise'],
  ])('Retry-After as %s', async (_, retryAfter) => {
    desk.fail({ fault: { kind: 'status', status: 503, retryAfter } });
    expect((await read()).headers['retry-after']).toBe(retryAfter);
  });

  test.each([301, 302, 303, 307, 308] as const)('a redirect by %i', async (status) => {
    desk.fail({ fault: { kind: 'redirect', status, to: 'https://other.example/x' } });
    const answer = await write();
    expect(answer).toMatchObject({ status, headers: { location: 'https://other.example/x' } });
  });

  test('bodies: HTML, nothing, half, another shape, no UTF-8', async () => {
    const bodyOf = async (fault: Fault) => {
      desk.clearFaults();
      desk.fail({ fault });
      return read();
    };
    expect((await bodyOf({ kind: 'html' })).headers['content-type']).toContain('text/html');
    expect((await bodyOf({ kind: 'status', status: 502, html: true })).text).toContain('<html');
    expect((await bodyOf({ kind: 'empty' })).text).toBe('');
    const half = await bodyOf({ kind: 'truncated' });
    expect(half.text).toMatch(/^\{"id"/);
    expect(half.json).toBeUndefined();
    expect((await bodyOf({ kind: 'wrong-shape' })).json).toMatchObject({ id: 7 });
    expect((await bodyOf({ kind: 'wrong-shape', json: [1] })).json).toEqual([1]);
    expect((await bodyOf({ kind: 'bad-utf8' })).text).toContain('\ufffd');
  });

  test('a slow answer is the right one in the end', async () => {
    desk.fail({ fault: { kind: 'slow-headers', ms: 80 }, times: 1 });
    desk.fail({ fault: { kind: 'slow-body', ms: 80 }, times: 1 });
    for (const _ of [1, 2]) {
      const started = performance.now();
      expect((await read()).json).toMatchObject({ id: ID });
      expect(performance.now() - started).toBeGreaterThan(70);
    }
  });

  test('a huge body and a bomb, as many bytes as told', async () => {
    const bytes = 3 * 1024 * 1024;
    desk.fail({ fault: { kind: 'huge', bytes }, times: 1 });
    expect((await read()).text.length).toBeGreaterThan(bytes);
    desk.fail({ fault: { kind: 'gzip-bomb', bytes }, times: 1 });
    const size = await packedSize();
    expect(size.packed).toBeLessThan(bytes / 50);
    expect(size.unpacked).toBeGreaterThan(bytes);
  });

  test('giving up in the middle of 200 MiB does not hurt the desk', async () => {
    desk.fail({ fault: { kind: 'huge' }, times: 1 });
    expect(await endOf(read({ timeoutMs: 50 }))).toBe('ABORT_ERR');
    expect(await endOf(read())).toBe('200');
  });
});

async function packedSize(): Promise<{ packed: number; unpacked: number }> {
  const { request } = await import('node:https');
  const packed = await new Promise<Buffer>((resolve, reject) => {
    const options = { ca: desk.certificate, servername: 'acme.sympoq.com', headers: { apikey: desk.keys.agent } };
    const sent = request(`${desk.localApi}/ticket/${ID}`, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    });
    sent.on('error', reject);
    sent.end();
  });
  return { packed: packed.length, unpacked: gunzipSync(packed).length };
}

describe('which calls a rule meets', () => {
  test('by method, path, ticket and number of times', async () => {
    const fault: Fault = { kind: 'status', status: 500 };
    desk.fail({ fault, method: 'PUT' });
    expect(await endOf(read())).toBe('200');
    expect(await endOf(write())).toBe('500');
    desk.clearFaults();
    desk.fail({ fault, path: /^tickets\// });
    expect(await endOf(read())).toBe('200');
    expect(await endOf(askDesk(desk, 'tickets/any/4/any/any/any/any/any/*'))).toBe('500');
    desk.clearFaults();
    desk.fail({ fault, ticket: '09-13-O-TW4' });
    expect(await endOf(read())).toBe('200');
    expect(await endOf(askDesk(desk, 'ticket/09-13-O-TW4'))).toBe('500');
    desk.clearFaults();
    const rule = desk.fail({ fault, times: 2 });
    expect([await endOf(read()), await endOf(read()), await endOf(read())]).toEqual(['500', '500', '200']);
    expect(rule.met).toBe(2);
  });

  test('a rule can be taken back by its handle', async () => {
    desk.fail({ fault: { kind: 'status', status: 500 } }).remove();
    expect(await endOf(read())).toBe('200');
  });
});

describe('whether the write is applied', () => {
  test('as the rule says, against the default of its kind', async () => {
    desk.fail({ fault: { kind: 'status', status: 500 }, applied: true, times: 1 });
    await write();
    desk.fail({ fault: { kind: 'reset-after' }, applied: false, times: 1 });
    await endOf(write());
    expect(desk.calls.map(({ applied }) => applied)).toEqual([true, false]);
  });

  test('late, after the answer', async () => {
    desk.fail({ fault: { kind: 'status', status: 504 }, applyAfterMs: 60, times: 1 });
    expect(await endOf(write())).toBe('504');
    expect(desk.calls[0]?.applied).toBe(false);
    await until(() => desk.calls[0]?.applied === true);
  });

  test('never for a write the desk refuses', async () => {
    desk.fail({ fault: { kind: 'reset-after' } });
    await endOf(putDesk(desk, `ticket/note/${ID}`, { note: 7 }));
    expect(desk.calls[0]?.applied).toBe(false);
  });
});

describe('connections', () => {
  test('only a warm one breaks, after the write', async () => {
    const agent = keepWarm();
    desk.fail({ fault: { kind: 'break-warm' }, method: 'PUT' });
    expect(await endOf(write({ agent }))).toBe('200');
    expect(await endOf(write({ agent }))).toBe('ECONNRESET');
    expect(await endOf(write({ agent }))).toBe('200');
    expect(desk.calls.map(({ reused, applied }) => [reused, applied])).toEqual([
      [false, true],
      [true, true],
      [false, true],
    ]);
    agent.destroy();
  });

  test('without keepAlive each call has its own', async () => {
    const agent = keepWarm();
    desk.keepAlive = false;
    await read({ agent });
    await read({ agent });
    expect(desk.calls.map(({ reused }) => reused)).toEqual([false, false]);
    agent.destroy();
  });
});
