/** What is kept outlives the worker: durable first, mirror after, mirror written anew at a start. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { KeptFamily } from '../../lib/worker/kept.ts';

type Kept = typeof import('../../lib/worker/kept.ts');
type Stored = typeof import('../../lib/state/stored.ts');

/** A fresh worker over the same disk. */
async function newWorker() {
  vi.resetModules();
  const { keptItem, keptFamily }: Kept = await import('../../lib/worker/kept.ts');
  const { storedItem, storedFamily }: Stored = await import('../../lib/state/stored.ts');
  const mirror = storedItem('thing', 2, 'none');
  const mirrors = storedFamily<string>('many', 1);
  const item = keptItem({ name: 'thing', version: 2, mirror, migrations: { 1: (old) => `${old}!` }, fallback: 'none' });
  return { item, mirror, mirrors, family: keptFamily({ prefix: 'many', version: 1, mirror: mirrors, migrations: {} }) };
}

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

test('a value outlives worker and browser, and the mirror comes back', async () => {
  const first = await newWorker();
  await first.item.write('kept');
  await first.family.write('a', 'A');
  fakeBrowser.reset();
  const next = await newWorker();
  expect(await next.mirror.read()).toBe('none');
  await Promise.all([next.item.restore(), next.family.restore()]);
  expect(await next.mirror.read()).toBe('kept');
  expect(await next.mirrors.readAll()).toEqual(new Map([['a', 'A']]));
  expect(await next.item.read()).toBe('kept');
});

test('a mirror that says otherwise is put right, whoever wrote it', async () => {
  const first = await newWorker();
  await first.family.write('a', 'A');
  await first.mirrors.item('b').write('forged');
  const next = await newWorker();
  expect(await next.family.readAll()).toEqual(new Map([['a', 'A']]));
  expect(await next.mirrors.item('b').read()).toBeNull();
  expect(await next.family.read('b')).toBeNull();
});

test('mirrors that stand as they should are not written anew by each worker', async () => {
  const first = await newWorker();
  const family = first.family as unknown as KeptFamily<object>;
  await family.write('a', { one: 1, two: { three: [3], four: undefined } });
  await family.write('b', { one: 1 });
  // As Chromium gives them back.
  await first.mirrors.item('a').write({ two: { three: [3] }, one: 1 } as never);
  await first.mirrors.item('b').write({ one: 2 } as never);
  const next = await newWorker();
  const set = vi.spyOn(fakeBrowser.storage.session, 'set');
  await next.family.restore();
  expect(set.mock.calls.flatMap(([items]) => Object.keys(items))).toEqual(['many:b']);
  set.mockRestore();
});

test('old forms are migrated; newer ones read as the fallback', async () => {
  await newWorker();
  const { writeDurable } = await import('../../lib/worker/durable.ts');
  await writeDurable('thing', { v: 1, value: 'old' });
  expect(await (await newWorker()).item.read()).toBe('old!');
  await writeDurable('thing', { v: 3, value: 'future' });
  expect(await (await newWorker()).item.read()).toBe('none');
});

test('updates from two sides lose nothing', async () => {
  const { item } = await newWorker();
  await Promise.all([...'abcdef'].map((letter) => item.update((value) => value + letter)));
  expect(await item.read()).toBe('noneabcdef');
});

test('where IndexedDB refuses, the mirror alone holds it', async () => {
  globalThis.indexedDB = {
    open: () => {
      throw new DOMException('refused', 'SecurityError');
    },
  } as unknown as IDBFactory;
  const { item, family, mirrors } = await newWorker();
  const { forgetsAtExit } = await import('../../lib/worker/durable.ts');
  await item.write('here');
  await family.write('a', 'A');
  expect(await item.read()).toBe('here');
  expect(await mirrors.item('a').read()).toBe('A');
  expect(await forgetsAtExit()).toBe(true);
  await family.remove('a');
  expect(await family.read('a')).toBeNull();
});

test('what was kept while IndexedDB refused is not lost to a worker that could open it again', async () => {
  const disk = globalThis.indexedDB;
  const first = await newWorker();
  await first.family.write('a', 'A');
  globalThis.indexedDB = {
    open: () => {
      throw new DOMException('refused', 'UnknownError');
    },
  } as unknown as IDBFactory;
  await (await newWorker()).family.write('b', 'B');
  globalThis.indexedDB = disk;
  const { family } = await newWorker();
  expect([...(await family.readAll())].sort()).toEqual([
    ['a', 'A'],
    ['b', 'B'],
  ]);
});

test('one failure to open is tried again', async () => {
  const disk = globalThis.indexedDB;
  let tries = 0;
  globalThis.indexedDB = {
    open: (...given: Parameters<IDBFactory['open']>) => {
      tries++;
      if (tries === 1) throw new DOMException('busy', 'UnknownError');
      return disk.open(...given);
    },
  } as unknown as IDBFactory;
  const { item } = await newWorker();
  await item.write('here');
  globalThis.indexedDB = disk;
  fakeBrowser.reset();
  expect(await (await newWorker()).item.read()).toBe('here');
});

/** A browser whose `storage.session` takes no more while `isFull`. */
function fullStorage() {
  const state = { isFull: true };
  const set = fakeBrowser.storage.session.set.bind(fakeBrowser.storage.session);
  const spy = vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation(async (items) => {
    if (state.isFull && Object.keys(items).some((key) => key.startsWith('many:')))
      throw new Error('Session storage quota bytes exceeded. Values were not stored.');
    return set(items);
  });
  return { state, end: () => spy.mockRestore() };
}

test('a text that cannot be shown is kept all the same, and the failure is named', async () => {
  const { family } = await newWorker();
  const { end } = fullStorage();
  await expect(family.write('a', 'A')).rejects.toThrow('quota');
  end();
  expect(await (await newWorker()).family.read('a')).toBe('A');
});

test('what is acted on is kept only if it is shown: all or nothing', async () => {
  const { keptFamily }: Kept = await import('../../lib/worker/kept.ts');
  const { mirrors } = await newWorker();
  const entries = keptFamily({ prefix: 'many', version: 1, mirror: mirrors, migrations: {}, isShownFirst: true });
  await entries.write('a', 'old');
  const { end } = fullStorage();
  await expect(entries.write('a', 'new')).rejects.toThrow('quota');
  await expect(entries.write('b', 'B')).rejects.toThrow('quota');
  end();
  expect([...(await entries.readAll())]).toEqual([['a', 'old']]);
});

test('what the disk refuses is not shown either', async () => {
  vi.resetModules();
  const { keptFamily }: Kept = await import('../../lib/worker/kept.ts');
  const { storedFamily }: Stored = await import('../../lib/state/stored.ts');
  const mirror = storedFamily<string>('many', 1);
  const entries = keptFamily({ prefix: 'many', version: 1, mirror, migrations: {}, isShownFirst: true });
  await entries.write('a', 'old');
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(entries.write('a', 'new')).rejects.toThrow('full');
  await expect(entries.write('b', 'B')).rejects.toThrow('full');
  put.mockRestore();
  expect([...(await mirror.readAll())]).toEqual([['a', 'old']]);
  expect([...(await entries.readAll())]).toEqual([['a', 'old']]);
});

test('a full mirror at a start keeps nothing from being read', async () => {
  await (await newWorker()).family.write('a', 'A');
  fakeBrowser.reset();
  const { family } = await newWorker();
  const { end } = fullStorage();
  expect([...(await family.readAll())]).toEqual([['a', 'A']]);
  end();
});
