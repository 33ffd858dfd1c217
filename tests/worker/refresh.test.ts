/** Reading tickets into records: what is read, what is kept, and how much a page may cause. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
// Once before the first test, whose time is not for translating all modules.
import '../../lib/worker/refresh.ts';

const ORIGIN = 'https://acme.sympoq.com';
const id = canonicalId('09-13-O-TW4');
const long = `<style>${'p { margin: 0 } '.repeat(100)}</style>\n<p>A mail</p>\n<p>${'x'.repeat(1_000)}</p>`;

/** A worker connected to a desk that answers each read after `answer` lets it. */
async function newWorker(answer: (withLog: boolean) => Promise<void> = async () => undefined, missing: string[] = []) {
  vi.resetModules();
  let reads = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    reads++;
    const withLog = request.headers.get('event_log') === '1';
    await answer(withLog);
    const asked = new URL(request.url).pathname.split('/').at(-1);
    if (missing.includes(asked ?? '')) return new Response(null, { status: asked?.startsWith('1') ? 401 : 404 });
    return Response.json({ id: asked, description: long, ...(withLog && { event_log: [] }) });
  });
  const { keptConnection } = await import('../../lib/worker/connection-kept.ts');
  const { saveKey } = await import('../../lib/worker/key.ts');
  const connect = (origin: string) =>
    keptConnection.write({ origin, hasKey: true, forgetsAtExit: false, refused: false });
  await connect(ORIGIN);
  await saveKey(ORIGIN, 'a-key', false);
  const { tickets } = await import('../../lib/state/tickets.ts');
  return { ...(await import('../../lib/worker/refresh.ts')), tickets, connect, reads: () => reads };
}

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

test('a row keeps what a row shows, an opened ticket all of it', async () => {
  const { readRows, refreshTicket, tickets } = await newWorker();
  await readRows([id]);
  expect((await tickets.item(id).read())?.ticket).toMatchObject({ description: 'A mail', log: null });
  await refreshTicket(id, { force: false, opened: true });
  expect((await tickets.item(id).read())?.ticket).toMatchObject({ description: long, log: [] });
});

test('which rows could not be read is answered with the reason, whether or not others could', async () => {
  const [there, none, other] = ['09-13-O-TW4', '09-14-O-TW4', '09-15-O-TW4'].map(canonicalId) as [
    typeof id,
    typeof id,
    typeof id,
  ];
  const { readRows } = await newWorker(undefined, [none, other]);
  const notFound = (row: typeof id) => ({ id: row, failure: { code: 'not-found', status: 404 } });
  expect(await readRows([there, none])).toEqual({ ok: true, value: { unread: [notFound(none)] } });
  expect(await readRows([none, other])).toEqual({ ok: true, value: { unread: [notFound(none), notFound(other)] } });
});

test('a row that is not there any more does not stay as it was read before', async () => {
  vi.setSystemTime(1_000_000);
  const gone = canonicalId('09-14-O-TW4');
  const missing: string[] = [];
  const { readRows, tickets } = await newWorker(undefined, missing);
  await readRows([gone]);
  expect(await tickets.item(gone).read()).not.toBeNull();
  vi.setSystemTime(1_100_000);
  missing.push(gone);
  await readRows([gone]);
  vi.useRealTimers();
  expect(await tickets.item(gone).read()).toBeNull();
});

test('what keeps every row from being read is said once, for all of them', async () => {
  const [none, refused] = ['09-14-O-TW4', '10-15-O-TW4'].map(canonicalId) as [typeof id, typeof id];
  const { readRows } = await newWorker(undefined, [none, refused]);
  expect(await readRows([none, refused])).toMatchObject({ ok: false, failure: { code: 'key-refused' } });
});

test('a row that was asked for while the ticket was opened does not take its log away', async () => {
  const { readRows, refreshTicket, tickets } = await newWorker();
  await Promise.all([refreshTicket(id, { force: false, opened: true }), readRows([id])]);
  expect((await tickets.item(id).read())?.ticket).toMatchObject({ description: long, log: [] });
});

test('a page that changes its one ID at will causes 60 reads a minute, and rows leave room to open one', async () => {
  const { readRows, refreshTicket, reads, MAX_READS_A_MINUTE } = await newWorker();
  const ids = (from: number) => Array.from({ length: 20 }, (_, at) => canonicalId(`09-13-O-${100 + from + at}`));
  for (const from of [0, 20, 40, 60]) await readRows(ids(from));
  expect(reads()).toBe(48);
  for (const other of [...ids(200), ...ids(220)]) await refreshTicket(other, { force: false, opened: true });
  expect(reads()).toBe(MAX_READS_A_MINUTE);
  expect((await refreshTicket(id, { force: false, opened: true })).ok).toBe(false);
  expect((await refreshTicket(id, { force: true, opened: true })).ok).toBe(true);
});

test('what another desk answered late is not kept', async () => {
  const gate = Promise.withResolvers<void>();
  const { refreshTicket, tickets, connect, reads } = await newWorker(() => gate.promise);
  const reading = refreshTicket(id, { force: true, opened: true });
  await expect.poll(reads).toBe(1);
  await connect('https://other.sympoq.com');
  gate.resolve();
  expect(await reading).toMatchObject({ ok: false, failure: { code: 'no-connection' } });
  expect(await tickets.item(id).read()).toBeNull();
});

test.each(['a row', 'a ticket'])(
  '%s is not kept, and teaches no name, where the desk changes while it is stored',
  async (what) => {
    const { readRows, refreshTicket, tickets, connect } = await newWorker();
    const { readNames } = await import('../../lib/worker/names.ts');
    const assigned = { date: '2022-09-05T16:25:44Z', action: 'Assigned', description: 'Joel Mercury' };
    vi.stubGlobal('fetch', async () => Response.json({ id, assignee: 10, event_log: [assigned] }));
    const read = () => (what === 'a row' ? readRows([id]) : refreshTicket(id, { force: true }));
    const { session } = fakeBrowser.storage;
    const set = session.set.bind(session);
    const setAtOther = vi.spyOn(session, 'set').mockImplementation(async (items) => {
      await set(items);
      if (Object.keys(items).some((name) => name.endsWith(id))) await connect('https://other.sympoq.com');
    });
    await read();
    expect(await tickets.item(id).read()).toBeNull();
    expect((await readNames()).agents).toEqual({});

    setAtOther.mockRestore();
    await connect(ORIGIN);
    await read();
    expect(await tickets.item(id).read()).toMatchObject({ ticket: { assignee: 10 } });
    if (what === 'a ticket') expect((await readNames()).agents).toMatchObject({ 10: { name: 'Joel Mercury' } });
  },
);

test('what is read at one desk is not handed to who asks after the desk has changed', async () => {
  const gate = Promise.withResolvers<void>();
  const { refreshTicket, connect, reads } = await newWorker(() => gate.promise);
  const { saveKey } = await import('../../lib/worker/key.ts');
  const early = refreshTicket(id, { force: true });
  await expect.poll(reads).toBe(1);
  await saveKey('https://other.sympoq.com', 'another-key', false);
  await connect('https://other.sympoq.com');
  const late = refreshTicket(id, { force: true });
  await expect.poll(reads).toBe(2);
  gate.resolve();
  expect(await early).toMatchObject({ ok: false });
  expect(await late).toMatchObject({ ok: true });
});

test('where storage is full, rows go before opened tickets, and none of those for a row', async () => {
  const { readRows, refreshTicket, tickets } = await newWorker();
  const { withRoom } = await import('../../lib/worker/room.ts');
  const row = canonicalId('09-14-O-TW5');
  await refreshTicket(id, { force: true, opened: true });
  await readRows([row]);
  const full = async () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  await expect(withRoom(full, 'rows')).rejects.toThrow('no room');
  expect([...(await tickets.readAll()).keys()]).toEqual([id]);
  await expect(withRoom(full)).rejects.toThrow('no room');
  expect((await tickets.readAll()).size).toBe(0);
});
