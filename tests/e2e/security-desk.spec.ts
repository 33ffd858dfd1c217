/** The built extension's calls in real Chromium: redirects, look-alike addresses, every fault, and a full storage. */
import type { Page } from '@playwright/test';
import type { Fault } from '../sandbox/desk-faults.ts';
import type { Call } from '../sandbox/desk-types.ts';
import { expect, test } from '../support/fixtures.ts';
import { DESK } from '../support/outbox-drive.ts';
import { until } from '../support/until.ts';
import { LOOK_ALIKES } from '../worker/look-alikes.ts';

interface Answer {
  ok: boolean;
  failure?: { code: string; status?: number };
}

function ask(page: Page, name: string, input?: unknown): Promise<Answer> {
  return page.evaluate<Answer>(`chrome.runtime.sendMessage(${JSON.stringify({ name, input })})`);
}

const seen = { readAt: 0, log: null, status: null, assignee: null, deadline: null, queue: null, tags: [] };

/** Submits a note; gives back its entry's id. */
async function submit(page: Page, ticketId: string): Promise<string> {
  const id = crypto.randomUUID();
  const action = { kind: 'note', note: `note ${id}` };
  expect((await ask(page, 'action.submit', { id, ticketId, origin: DESK, action, seen })).ok).toBe(true);
  return id;
}

interface StoredEntry {
  value: { state: string; failure: { code: string } | null };
}

/** Why a write waits; null when it does not. */
async function waiting(page: Page, id: string): Promise<string | null> {
  const stored = await page.evaluate<Record<string, StoredEntry>>(`chrome.storage.session.get('outbox:${id}')`);
  const entry = stored[`outbox:${id}`]?.value;
  return (entry?.state === 'queued' && entry.failure?.code) || null;
}

interface End {
  state: string;
  code: string | null;
}

/** Submits a note and waits for what becomes of it. */
async function write(page: Page, ticketId: string): Promise<End> {
  return endOf(page, await submit(page, ticketId), ticketId);
}

/** `sent`, or the failure and state of its entry. */
async function endOf(page: Page, id: string, ticketId: string): Promise<End> {
  let last = 'none';
  const ending = until(
    `the end of a write to ${ticketId}`,
    async () => {
      const stored = await page.evaluate<Record<string, StoredEntry>>('chrome.storage.session.get(null)');
      if (stored[`outcome:${id}`]) return { state: 'sent', code: null };
      const entry = stored[`outbox:${id}`]?.value;
      last = entry?.state ?? 'none';
      const isOver = entry && ['failed', 'unsure', 'twice', 'moved'].includes(entry.state);
      return isOver ? { state: entry.state, code: entry.failure?.code ?? null } : null;
    },
    40_000,
  );
  return ending.catch(() => ({ state: `still ${last}`, code: null }));
}

const isKeyed = (call: Call) => call.headers.apikey !== undefined;
const hostOf = (call: Call) => String(call.headers.host ?? call.headers[':authority'] ?? '');

test('redirects and look-alikes: the key goes to no other origin', async ({ connected, desk }) => {
  test.setTimeout(180_000);
  const page = await connected.openExtensionPage('popup.html');
  await ask(page, 'settings.change', { changes: { undoSeconds: 0 } });
  const ids = [...desk.tickets.keys()];
  const targets = [
    'https://other.sympoq.com/x',
    'https://evil.sympoq.com/app/desk/api/ticket/1',
    'https://acme.sympoq.com.evil.sympoq.com/',
  ];
  desk.calls.length = 0;
  let cases = 0;
  const writes: Promise<unknown>[] = [];
  for (const status of [301, 302, 303, 307, 308] as const) {
    for (const to of targets) {
      const [read = '', written = ''] = [ids[cases], ids[cases + 1]];
      cases += 2;
      desk.fail({ fault: { kind: 'redirect', status, to }, ticket: read });
      desk.fail({ fault: { kind: 'redirect', status, to }, ticket: written, method: 'PUT' });
      expect(await ask(page, 'ticket.refresh', { id: read, force: true })).toMatchObject({
        failure: { code: 'redirected' },
      });
      writes.push(write(page, written));
    }
  }
  const ends = await Promise.all(writes);
  expect(ends).toEqual(ends.map(() => ({ state: 'unsure', code: 'redirected' })));
  const elsewhere = desk.calls.filter((call) => !/^acme\.sympoq\.com(:\d+)?$/.test(hostOf(call)));
  const puts = desk.calls.filter(({ method }) => method === 'PUT');
  console.log(`redirects in Chromium: ${cases} cases, ${elsewhere.length} requests to another origin`);
  expect(elsewhere).toEqual([]);
  expect(puts).toHaveLength(cases / 2);

  desk.clearFaults();
  desk.calls.length = 0;
  let kept = 0;
  for (const [like, is] of LOOK_ALIKES) {
    if (is === 'same') continue;
    const answer = await ask(page, 'connection.connect', { address: like, key: 'another-key' });
    if (answer.ok) kept++;
  }
  const isKey = (call: Call) => call.headers.apikey === desk.keys.agent;
  const leaked = desk.calls.filter((call) => isKey(call) && hostOf(call) !== 'acme.sympoq.com');
  console.log(`look-alikes in Chromium: ${LOOK_ALIKES.length} pairs, ${leaked.length} times the desk's key`);
  expect(kept).toBe(0);
  expect(leaked).toEqual([]);
  expect((await ask(page, 'ticket.refresh', { id: ids[0], force: true })).ok).toBe(true);
  expect(desk.calls.filter(isKeyed).at(-1)?.headers.apikey).toBe(desk.keys.agent);
});

const status = (code: number, more: object = {}): Fault => ({ kind: 'status', status: code, ...more });
const inFuture = new Date(Date.now() + 30_000).toUTCString();
const inPast = new Date(Date.now() - 30_000).toUTCString();

type Row = [what: string, fault: Fault, read: string, write: string, code: string | null];
/** Fault, what a read says, and what becomes of a write, which the desk applied only where it ends as `sent`. */
const faults: Row[] = [
  ['reset before', { kind: 'reset-before' }, 'unreachable', 'unsure', 'unreachable'],
  ['reset after', { kind: 'reset-after' }, 'unreachable', 'sent', null],
  ['reset in the body', { kind: 'reset-in-body' }, 'unreachable', 'unsure', 'unreachable'],
  ['500', status(500), 'desk-error', 'unsure', 'desk-error'],
  ['502 with HTML', status(502, { html: true }), 'desk-error', 'unsure', 'desk-error'],
  ['503', status(503), 'desk-error', 'unsure', 'desk-error'],
  ['408', status(408), 'desk-error', 'unsure', 'desk-error'],
  ['401', status(401), 'key-refused', 'failed', 'key-refused'],
  ['403', status(403), 'not-found', 'failed', 'not-allowed'],
  ['404', status(404), 'not-found', 'failed', 'not-found'],
  ['422', status(422), 'rejected', 'failed', 'rejected'],
  ['200 with HTML', { kind: 'html' }, 'bad-answer', 'unsure', 'bad-answer'],
  ['200, empty', { kind: 'empty' }, 'bad-answer', 'sent', null],
  ['JSON of another shape', { kind: 'wrong-shape' }, 'bad-answer', 'sent', null],
  ['truncated JSON', { kind: 'truncated' }, 'bad-answer', 'unsure', 'bad-answer'],
  ['bad UTF-8', { kind: 'bad-utf8' }, 'bad-answer', 'unsure', 'bad-answer'],
  ['200 MiB', { kind: 'huge' }, 'too-large', 'unsure', 'too-large'],
  ['gzip bomb', { kind: 'gzip-bomb' }, 'too-large', 'unsure', 'too-large'],
];
const slow: Row[] = [
  ['no answer', { kind: 'no-answer' }, 'timeout', 'unsure', 'timeout'],
  ['slow headers', { kind: 'slow-headers', ms: 40_000 }, 'timeout', 'unsure', 'timeout'],
  ['slow body', { kind: 'slow-body', ms: 40_000 }, 'timeout', 'unsure', 'timeout'],
];
const resting: Row[] = [
  ['503, seconds', status(503, { retryAfter: '30' }), 'resting', 'unsure', 'resting'],
  ['503, a date', status(503, { retryAfter: inFuture }), 'resting', 'unsure', 'resting'],
  ['503, past', status(503, { retryAfter: inPast }), 'resting', 'unsure', 'resting'],
  ['503, an hour', status(503, { retryAfter: '3600' }), 'resting', 'unsure', 'resting'],
  ['503, junk', status(503, { retryAfter: 'soon' }), 'resting', 'unsure', 'resting'],
  ['429', status(429), 'resting', 'unsure', 'resting'],
];

test('faults: each ends in its code, in time, and no write is sent twice', async ({ connected, desk }) => {
  test.setTimeout(240_000);
  desk.keepAlive = false;
  const page = await connected.openExtensionPage('popup.html');
  await ask(page, 'settings.change', { changes: { undoSeconds: 0 } });
  const ids = [...desk.tickets.keys()];
  let next = 0;
  const wake = () => page.evaluate('chrome.storage.session.remove("resting")');
  const one = async ([what, fault, read, state, code]: Row) => {
    const [readId = '', writeId = ''] = [ids[next++], ids[next++]];
    desk.fail({ fault, ticket: readId });
    desk.fail({ fault, ticket: writeId, method: 'PUT', applied: state === 'sent' });
    const begun = Date.now();
    const answer = await ask(page, 'ticket.refresh', { id: readId, force: true });
    const readMs = Date.now() - begun;
    // A resting desk is left alone, by the write too: here each is to meet the fault.
    await wake();
    const end = await write(page, writeId);
    const puts = desk.calls.filter((call) => call.method === 'PUT' && call.ticket === writeId).length;
    return { what, read: answer.failure?.code, readMs, end, puts, wanted: { read, state, code } };
  };
  const rows = [];
  for (const row of faults) rows.push(await one(row));
  rows.push(...(await Promise.all(slow.map(one))));
  for (const row of resting) {
    rows.push(await one(row));
    await wake();
  }
  const away = [
    ['refused', () => desk.down('refuse'), () => desk.up()],
    ['TLS failure', () => desk.down('bad-tls'), () => desk.up()],
    ['offline', () => connected.context.setOffline(true), () => connected.context.setOffline(false)],
  ] as const;
  for (const [what, go, back] of away) {
    const writeId = ids[next++] ?? '';
    await go();
    const begun = Date.now();
    const answer = await ask(page, 'ticket.refresh', { id: writeId, force: true });
    const readMs = Date.now() - begun;
    const noteId = await submit(page, writeId);
    // The ticket is read before a write: where that cannot be done, the write waits, and surely has not left.
    const waits = await until(`a write that waits: ${what}`, () => waiting(page, noteId));
    const early = desk.calls.filter((call) => call.method === 'PUT' && call.ticket === writeId).length;
    await back();
    const end = await endOf(page, noteId, writeId);
    const puts = desk.calls.filter((call) => call.method === 'PUT' && call.ticket === writeId).length;
    const wanted = { read: 'unreachable', state: 'sent', code: null };
    expect({ what, waits, early }).toEqual({ what, waits: 'unreachable', early: 0 });
    rows.push({ what, read: answer.failure?.code, readMs, end, puts, wanted });
  }
  const wrong = rows.filter(
    ({ read, readMs, end, puts, wanted }) =>
      read !== wanted.read || readMs > 25_000 || puts !== 1 || end.state !== wanted.state || end.code !== wanted.code,
  );
  console.log(
    `faults in Chromium: ${rows.length * 2} cells of fault × {GET, PUT}, ${wrong.length} not in their code or time; slowest read ${Math.max(...rows.map(({ readMs }) => readMs))} ms`,
  );
  expect(wrong).toEqual([]);
});
