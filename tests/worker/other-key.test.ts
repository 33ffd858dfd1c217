/** Another key or another desk: who we are and what was learned there is forgotten, what the agent typed is not. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Settings } from '../../lib/tickets/settings.ts';
import { makeTicket } from '../support/make-ticket.ts';

const NONE = { names: [], isSure: false };

/** A worker at a desk that takes every key and lists nothing. */
async function newWorker(typed: Partial<Settings> = {}) {
  vi.resetModules();
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => ({}));
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async () => true);
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('[]'));
  const { connect, forgetDesk } = await import('../../lib/worker/connection.ts');
  const { refreshTicket } = await import('../../lib/worker/refresh.ts');
  const { forgetUs, learnUs, readUs } = await import('../../lib/worker/us.ts');
  const names = await import('../../lib/worker/names.ts');
  const { changeSettings, readSettingsInForce } = await import('../../lib/worker/settings.ts');
  const enter = async (address: string, key: string) => expect((await connect({ address, key })).ok).toBe(true);
  await changeSettings(typed);
  await enter('acme', 'key-of-anna');
  await learnUs({ name: 'Anna', number: 10, sentAt: Date.now() });
  const me = async () => {
    const { agentName, agentNumber } = (await readSettingsInForce()).values;
    return { agentName, agentNumber };
  };
  return { ...names, changeSettings, enter, forgetDesk, forgetUs, learnUs, me, readUs, refreshTicket };
}

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

test('the same key again forgets nothing', async () => {
  const worker = await newWorker();
  await worker.enter('acme', 'key-of-anna');
  expect(await worker.readUs()).toEqual({ names: ['Anna', 'Anna'], isSure: true });
  expect(await worker.me()).toEqual({ agentName: 'Anna', agentNumber: 10 });
});

test('a name that only a log gave our number is not taken for ours', async () => {
  const worker = await newWorker();
  const named = (from: 'log' | 'agent') => ({
    queues: {},
    topics: {},
    agents: { 10: { name: 'Mia', from } },
    groups: {},
  });
  await worker.replaceNames(named('log'));
  expect((await worker.readUs()).names).not.toContain('Mia');
  await worker.replaceNames(named('agent'));
  expect((await worker.readUs()).names).toContain('Mia');
});

test('another key of the same desk: the name and number that were learned are gone, from the settings too', async () => {
  const worker = await newWorker();
  await worker.enter('acme', 'key-of-bob');
  expect(await worker.readUs()).toEqual(NONE);
  expect(await worker.me()).toEqual({ agentName: '', agentNumber: null });
  await worker.learnUs({ name: 'Bob', number: 11, sentAt: Date.now() });
  expect(await worker.me()).toEqual({ agentName: 'Bob', agentNumber: 11 });
});

test('another key of the same desk is not shown what the one before has read, the same key is', async () => {
  const worker = await newWorker();
  const { tickets } = await import('../../lib/state/tickets.ts');
  const { viewCountsItem } = await import('../../lib/state/views.ts');
  const read = async () => [(await tickets.readAll()).size, Object.keys(await viewCountsItem.read()).length];
  const ticket = makeTicket();
  await tickets.item(ticket.id).write({ ticket, readAt: 1, openedAt: 1 });
  await viewCountsItem.write({ mine: { count: 3, at: 1, of: '' } });
  await worker.enter('acme', 'key-of-anna');
  expect(await read()).toEqual([1, 1]);
  await worker.enter('acme', 'key-of-bob');
  expect(await read()).toEqual([0, 0]);
});

test.each(['before', 'after'])(
  'of what the key before is asking for nothing stays, though it comes %s another one is kept',
  async (when) => {
    const worker = await newWorker();
    const { tickets } = await import('../../lib/state/tickets.ts');
    const { id } = makeTicket();
    const withheld = Promise.withResolvers<void>();
    const asked: (string | null)[] = [];
    vi.mocked(fetch).mockImplementation(async (input, init) => {
      const { url, headers } = new Request(input as Request, init);
      if (!url.includes(`/ticket/${id}`)) return new Response('[]');
      const key = headers.get('apikey');
      asked.push(key);
      if (key === 'key-of-anna') await withheld.promise;
      return new Response(JSON.stringify({ id, description: `as ${key} sees it` }));
    });
    const reading = worker.refreshTicket(id, { force: true });
    await expect.poll(() => asked).toEqual(['key-of-anna']);
    const entering = worker.enter('acme', 'key-of-bob');
    if (when === 'after') await entering;
    withheld.resolve();
    await entering;
    // Whoever asked is told what this key sees.
    if (when === 'after') expect(await reading).toMatchObject({ value: { description: 'as key-of-bob sees it' } });
    await reading;
    expect((await tickets.item(id).read())?.ticket.description).not.toBe('as key-of-anna sees it');
  },
);

test('where the key is asked for at each start, the same one is known again, another is not', async () => {
  const worker = await newWorker({ askKeyEachStart: true });
  await browser.storage.session.clear();
  await worker.enter('acme', 'key-of-anna');
  expect(await worker.me()).toEqual({ agentName: 'Anna', agentNumber: 10 });
  await browser.storage.session.clear();
  await worker.enter('acme', 'key-of-bob');
  expect(await worker.me()).toEqual({ agentName: '', agentNumber: null });
});

test('what left with the key before and is found only now teaches nothing', async () => {
  const worker = await newWorker();
  const sentAt = Date.now() - 1;
  await worker.enter('acme', 'key-of-bob');
  await worker.learnUs({ name: 'Anna', number: 10, sentAt });
  expect(await worker.readUs()).toEqual(NONE);
  expect(await worker.me()).toEqual({ agentName: '', agentNumber: null });
});

test('what is learned in the very moment that it is forgotten does not stay', async () => {
  const worker = await newWorker();
  await worker.enter('acme', 'key-of-bob');
  const learning = worker.learnUs({ name: 'Bob', number: 11, sentAt: Date.now() });
  await Promise.all([learning, worker.forgetUs()]);
  expect(await worker.readUs()).toEqual(NONE);
  expect(await worker.me()).toEqual({ agentName: '', agentNumber: null });
});

test('what the agent typed stays, also what was typed over what was learned', async () => {
  const worker = await newWorker({ agentName: 'A. Jupiter' });
  await worker.changeSettings({ agentNumber: 12 });
  await worker.enter('acme', 'key-of-bob');
  expect(await worker.me()).toEqual({ agentName: 'A. Jupiter', agentNumber: 12 });
});

test.each(['another desk', 'no desk'])(
  '%s: names that the desk and its logs told are gone, ours stay',
  async (where) => {
    const worker = await newWorker();
    await worker.addDeskNames({ queues: [{ id: 1, name: 'Support' }] });
    const log = [{ action: 'Assigned', description: 'Joel Mercury' }];
    await worker.learnNames({ assignee: 20, log } as never);
    const before = await worker.readNames();
    expect(before).toMatchObject({ queues: { 1: { from: 'desk' } }, agents: { 20: { from: 'log' } } });
    await worker.replaceNames({ ...before, topics: { 3: { name: 'Billing', from: 'agent' } } });
    await (where === 'no desk' ? worker.forgetDesk() : worker.enter('other', 'key-of-anna'));
    expect(await worker.readNames()).toEqual({
      queues: {},
      topics: { 3: { name: 'Billing', from: 'agent' } },
      agents: {},
      groups: {},
    });
    expect(await worker.me()).toEqual({ agentName: '', agentNumber: null });
  },
);

test('another key of the same desk keeps the desk’s names', async () => {
  const worker = await newWorker();
  await worker.addDeskNames({ queues: [{ id: 1, name: 'Support' }] });
  await worker.enter('acme', 'key-of-bob');
  expect((await worker.readNames()).queues).toEqual({ 1: { name: 'Support', from: 'desk' } });
});
