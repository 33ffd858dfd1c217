/** The agent's settings, the organisation's over them, names and data: kept, changed, refused. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { namesCheck } from '../../lib/protocol/names-check.ts';
import { parsePolicy } from '../../lib/worker/policy.ts';

/** A fresh worker over the same disk, under a policy. */
async function newWorker(policy: Record<string, unknown> = {}) {
  vi.resetModules();
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => policy);
  const settings = await import('../../lib/worker/settings.ts');
  const names = await import('../../lib/worker/names.ts');
  await settings.renewSettings();
  const { settingsItem } = await import('../../lib/state/settings.ts');
  return { ...settings, ...names, settingsItem };
}

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

test('a change is in force at once, in the mirror too, and outlives worker and browser', async () => {
  const first = await newWorker();
  expect(await first.changeSettings({ undoSeconds: 12 })).toEqual({ ok: true, value: undefined });
  expect((await first.settingsItem.read()).values.undoSeconds).toBe(12);
  fakeBrowser.reset();
  const next = await newWorker();
  expect((await next.readSettingsInForce()).values.undoSeconds).toBe(12);
  expect((await next.settingsItem.read()).values.undoSeconds).toBe(12);
});

test('ten changes at once all stay', async () => {
  const worker = await newWorker();
  await Promise.all([
    worker.changeSettings({ undoSeconds: 1 }),
    worker.changeSettings({ theme: 'dark' }),
    worker.changeSettings({ agentName: 'A' }),
    worker.changeSettings({ zone: 'Europe/Sofia' }),
  ]);
  expect((await worker.settingsItem.read()).values).toMatchObject({
    undoSeconds: 1,
    theme: 'dark',
    agentName: 'A',
    zone: 'Europe/Sofia',
  });
});

describe('under a policy', () => {
  test('its values win, are locked, and are refused to the agent; others stay the agent’s', async () => {
    const before = await newWorker();
    await before.changeSettings({ undoSeconds: 12 });
    const worker = await newWorker({ undoSeconds: 30, deskAddress: 'acme' });
    expect(await worker.readSettingsInForce()).toMatchObject({
      values: { undoSeconds: 30 },
      locked: ['undoSeconds'],
      lockedAddress: 'acme',
      managed: true,
    });
    const refused = { ok: false, failure: { code: 'policy', field: 'undoSeconds' } };
    expect(await worker.changeSettings({ theme: 'dark', undoSeconds: 1 })).toEqual(refused);
    expect((await worker.settingsItem.read()).values.theme).toBe('system');
    expect((await worker.changeSettings({ theme: 'dark' })).ok).toBe(true);
  });

  test('when it goes, the agent’s own value is back', async () => {
    const before = await newWorker();
    await before.changeSettings({ undoSeconds: 12 });
    await (await newWorker({ undoSeconds: 30 })).readSettingsInForce();
    expect((await (await newWorker()).readSettingsInForce()).values.undoSeconds).toBe(12);
  });

  test('what is allowed is never the agent’s to say', async () => {
    const worker = await newWorker();
    expect(await worker.changeSettings({ allowBulk: true })).toMatchObject({ failure: { code: 'policy' } });
    expect(await worker.changeSettings({ allowedActions: [] })).toMatchObject({ failure: { code: 'policy' } });
  });

  test('a worker that starts acts by the policy as last known, before the browser can say it anew', async () => {
    await newWorker({ undoSeconds: 30 });
    vi.resetModules();
    vi.spyOn(browser.storage.managed, 'get').mockImplementation(() => new Promise<never>(() => {}) as never);
    const next = await import('../../lib/worker/settings.ts');
    expect(await next.readSettingsInForce()).toMatchObject({ values: { undoSeconds: 30 }, locked: ['undoSeconds'] });
  });

  test('while the browser is asked anew, what reads has the policy as last known', async () => {
    await newWorker({ undoSeconds: 30 });
    vi.resetModules();
    vi.spyOn(browser.storage.managed, 'get').mockImplementation(() => new Promise<never>(() => {}) as never);
    const next = await import('../../lib/worker/settings.ts');
    void next.renewSettings();
    expect(await next.readSettingsInForce()).toMatchObject({ values: { undoSeconds: 30 } });
  });

  test('Firefox without a policy: the call rejects, nothing is locked', async () => {
    const worker = await newWorker();
    vi.spyOn(browser.storage.managed, 'get').mockRejectedValue(new Error('Managed storage manifest not found'));
    expect(await worker.renewSettings()).toMatchObject({ managed: false, locked: [] });
  });
});

describe('parsePolicy', () => {
  test.each([
    [
      { undoSeconds: 99, theme: 'dark' },
      { values: { theme: 'dark' }, unusable: ['undoSeconds'] },
    ],
    [{ allowedActions: ['note', 'shout'] }, { values: { allowedActions: ['note'] }, unusable: ['allowedActions'] }],
    [{ allowedActions: 'note' }, { values: { allowedActions: [] } }],
    [{ allowBulk: 'no' }, { values: { allowBulk: false } }],
    [{ deskAddress: 7 }, { deskAddress: null, unusable: ['deskAddress'], managed: true }],
    [{ deskAddress: 'http://acme.sympoq.com' }, { deskAddress: null, unusable: ['deskAddress'] }],
    [{ deskAddress: 'Acme Inc' }, { deskAddress: null, unusable: ['deskAddress'] }],
    [{ deskAddress: ' acme ' }, { deskAddress: 'acme', unusable: [] }],
    [{ deskAddress: '  ' }, { deskAddress: null, unusable: [] }],
    [
      { key: 'secret', apikey: 'secret' },
      { values: {}, unusable: ['key', 'apikey'] },
    ],
    [{}, { managed: false }],
    [null, { managed: false }],
  ])('%j', (raw, policy) => {
    expect(parsePolicy(raw)).toMatchObject(policy);
  });
});

describe('names', () => {
  const ticket = (assignee: number | null, description: string | null) =>
    ({
      assignee,
      log: [{ action: 'Notified' }, { action: 'Assigned', description }, { action: 'Assigned', description: 'Old' }],
    }) as never;

  test('what one desk lists is not taken for another’s', async () => {
    const { readNamesFromDesk, readNames } = await newWorker();
    let origin = 'https://acme.sympoq.com';
    const lists = {
      origin: async () => origin,
      readTopics: async () => ({ ok: true as const, value: [] }),
      readQueues: async () => {
        origin = 'https://other.sympoq.com';
        return { ok: true as const, value: [{ id: 3, name: 'Sales' }] };
      },
    };
    expect(await readNamesFromDesk(lists)).toMatchObject({ failure: { code: 'other-desk' } });
    expect((await readNames()).queues).toEqual({});
    expect(await readNamesFromDesk(lists)).toMatchObject({ ok: true });
    expect((await readNames()).queues).toMatchObject({ 3: { name: 'Sales' } });
  });

  test('the newest Assigned entry names the present assignee', async () => {
    const { learnAssignee } = await newWorker();
    expect(learnAssignee(ticket(10, ' Joel Mercury '))).toEqual({ number: 10, name: 'Joel Mercury' });
    expect(learnAssignee(ticket(null, 'Joel Mercury'))).toBeUndefined();
    expect(learnAssignee(ticket(10, 'Joel <joel@acme.example>'))).toBeUndefined();
    expect(learnAssignee(ticket(10, ''))).toBeUndefined();
  });

  test('what no directory may hold is left out, so that the whole of it can be saved', async () => {
    const worker = await newWorker();
    const fits = (id: number) => ({ id, name: `  Topic ${id} ` });
    const odd = [
      { id: 3, name: ' \n' },
      { id: 4, name: 'x'.repeat(201) },
      { id: 1_234_567_890, name: 'Ten digits' },
      { id: -5, name: 'Below zero' },
    ];
    await worker.addDeskNames({
      queues: [fits(1), ...odd],
      topics: Array.from({ length: 5_001 }, (_, id) => fits(id)),
    });
    await worker.learnNames(ticket(1_234_567_890, 'Joel Mercury'));
    await worker.learnNames(ticket(10.5, 'Joel Mercury'));
    const names = await worker.readNames();
    expect(names.queues).toEqual({ 1: { name: 'Topic 1', from: 'desk' } });
    expect(Object.keys(names.topics)).toHaveLength(5_000);
    expect(names.agents).toEqual({});
    expect(v.is(namesCheck, names)).toBe(true);
    await worker.addDeskNames({ topics: [{ id: 7, name: 'Renamed' }] });
    expect((await worker.readNames()).topics[7]?.name).toBe('Renamed');
  });

  test('what the agent wrote is stronger than the desk, and that than logs', async () => {
    const worker = await newWorker();
    await worker.learnNames(ticket(10, 'From log'));
    expect((await worker.readNames()).agents).toEqual({ 10: { name: 'From log', from: 'log' } });
    await worker.addDeskNames({ queues: [{ id: 1, name: 'Desk' }], agents: [{ id: 10, name: 'From desk' }] });
    await worker.learnNames(ticket(10, 'From log again'));
    const names = await worker.readNames();
    expect(names.agents[10]).toEqual({ name: 'From desk', from: 'desk' });
    await worker.replaceNames({ ...names, queues: { 1: { name: 'Mine', from: 'agent' } } });
    await worker.addDeskNames({ queues: [{ id: 1, name: 'Desk' }] });
    expect((await worker.readNames()).queues[1]).toEqual({ name: 'Mine', from: 'agent' });
  });
});
