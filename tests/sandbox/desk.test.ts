/** The sandbox desk as a server: its certificate and addresses, going down and up, its web pages, ending. */
import { createHash, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, startDesk } from './desk.ts';
import { askDesk, putDesk, shakeHands } from './desk-client.ts';

let desk: Desk;
const SAMPLE = 'ticket/09-13-O-TW4';

beforeAll(async () => {
  desk = await startDesk({ tickets: 60 });
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.calls.length = 0;
});

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'fine',
    (error: { code?: string }) => error.code ?? 'broken',
  );

test('its certificate is good for the account, for others of the vendor and for loopback', async () => {
  for (const name of ['acme.sympoq.com', 'other.sympoq.com', 'localhost']) {
    expect(await shakeHands(desk, '127.0.0.1', name)).toBe('acme.sympoq.com');
  }
  expect(await codeOf(shakeHands(desk, '127.0.0.1', 'acme.example.com'))).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  const names = new X509Certificate(desk.certificate).subjectAltName;
  expect(names).toContain('IP Address:127.0.0.1');
});

test('the printed fingerprint is that of its public key', () => {
  const key = new X509Certificate(desk.certificate).publicKey.export({ type: 'spki', format: 'der' });
  expect(createHash('sha256').update(key).digest('base64')).toBe(desk.spki);
  expect(desk.chromiumArgs[1]).toContain(desk.spki);
});

test('it listens on IPv6 loopback at the same port where there is one', async () => {
  const end = await codeOf(shakeHands(desk, '::1', 'acme.sympoq.com'));
  expect(['fine', 'EADDRNOTAVAIL', 'EAFNOSUPPORT']).toContain(end);
});

test('down refuses, up serves again at the same port with the same tickets', async () => {
  await putDesk(desk, 'ticket/tag/09-13-O-TW4', { tags: 'kept' });
  await desk.down();
  expect(await codeOf(askDesk(desk, SAMPLE))).toBe('ECONNREFUSED');
  await desk.down('bad-tls');
  expect(await codeOf(askDesk(desk, SAMPLE))).toMatch(/SSL|EPROTO|ECONNRESET/);
  await desk.up();
  expect((await askDesk(desk, SAMPLE)).json).toMatchObject({ tags: ['kept'] });
});

test('latency is waited before each answer', async () => {
  desk.latencyMs = 60;
  const started = performance.now();
  await askDesk(desk, SAMPLE);
  desk.latencyMs = 0;
  expect(performance.now() - started).toBeGreaterThan(55);
});

test('no answer carries a CORS header, nor is a preflight let through', async () => {
  const preflight = await askDesk(desk, SAMPLE, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } });
  const answer = await askDesk(desk, SAMPLE, { headers: { origin: 'https://evil.example' } });
  for (const { headers } of [preflight, answer]) {
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
  expect(preflight.status).not.toBeLessThan(400);
});

test('its web pages log the browser in by cookie and show a ticket', async () => {
  const page = await askDesk(desk, '/app/desk/ticket/09-13-O-TW4', { key: null });
  expect(page.status).toBe(200);
  expect(page.text).toContain('Opening an issue from Outlook or Gmail');
  expect(page.headers['set-cookie']?.[0]).toContain('SameSite=Strict');
  expect((await askDesk(desk, '/elsewhere', { key: null })).status).toBe(404);
});

test('what PUT answers, and how queues are asked for, are settings', async () => {
  desk.settings.putAnswer = 'json';
  expect((await putDesk(desk, 'ticket/tag/09-13-O-TW4', { tags: 'a' })).json).toEqual({ result: 'OK' });
  desk.settings.putAnswer = 'no-content';
  expect((await putDesk(desk, 'ticket/tag/09-13-O-TW4', { tags: 'a' })).status).toBe(204);
  desk.settings.putAnswer = 'empty';
  desk.settings.queuesForm = 'query';
  const key = desk.keys.admin;
  expect((await askDesk(desk, 'queues?permissions=0', { key })).status).toBe(200);
  expect((await askDesk(desk, 'queues/0', { key })).status).toBe(404);
  desk.settings.queuesForm = 'path';
});

test('it ends with its signal, and a taken port is an error', async () => {
  const ending = new AbortController();
  const other = await startDesk({ tickets: 0, signal: ending.signal });
  expect(await codeOf(startDesk({ tickets: 0, port: other.port }))).toBe('EADDRINUSE');
  ending.abort();
  await other.close();
  expect(await codeOf(askDesk(other, SAMPLE))).toBe('ECONNREFUSED');
});
