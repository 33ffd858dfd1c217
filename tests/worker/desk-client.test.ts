/** The wire, checked strictly at the sandbox desk: each action with each combination of its parameters, views and lists. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ok } from '../../lib/protocol/result.ts';
import type { Action, OutboxId } from '../../lib/tickets/actions.ts';
import { ANY_TICKET, type ListFilter } from '../../lib/tickets/list-filter.ts';
import type { OutboxEntry } from '../../lib/tickets/outbox-entry.ts';
import { seenOf } from '../../lib/tickets/seen.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { openOutbox } from '../../lib/worker/outbox.ts';
import { makeAsks } from '../../lib/worker/outbox-asks.ts';
import { type Desk as SandboxDesk, startDesk } from '../sandbox/desk.ts';
import { makePorts } from '../support/outbox-world.ts';
import { never, ORIGIN, testDesk } from './sandbox-client.ts';

const ID = canonicalId('09-13-O-TW4');
let sandbox: SandboxDesk;

beforeAll(async () => {
  sandbox = await startDesk({ zone: 'Europe/Sofia', tickets: 20 });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.calls.length = 0;
  sandbox.clearFaults();
});

/** Every choice of optional members. */
function choices<T extends object>(required: T, optional: Record<string, [given: unknown, wire: [string, unknown]][]>) {
  let all: [action: T, wire: Record<string, unknown>][] = [[required, {}]];
  for (const [name, values] of Object.entries(optional)) {
    const more = all.flatMap(([action, wire]) =>
      values.map(([given, [field, sent]]): [T, Record<string, unknown>] => [
        { ...action, [name]: given },
        { ...wire, [field]: sent },
      ]),
    );
    all = [...all, ...more];
  }
  return all;
}

const flag = (name: string): [unknown, [string, unknown]][] => [
  [true, [name, 1]],
  [false, [name, 0]],
];
const minutes: [unknown, [string, unknown]][] = [
  [7, ['minutes', 7]],
  [0, ['minutes', 0]],
];
const text = 'Zażółć “gęślą” jaźń ☕\n<b>& 100% /?#\\ done';

function actions(): [Action, Record<string, unknown> | undefined][] {
  const reply = choices({ kind: 'reply', reply: text } as Action, {
    andClose: flag('and_close'),
    markSolution: flag('mark_solution'),
    autoAssign: flag('auto_assign'),
    minutes,
  });
  const note = choices({ kind: 'note', note: text } as Action, {
    status: [1, 2, 3, 4].map((status) => [status, ['status', status]]),
    minutes,
  });
  const assign = choices({ kind: 'assign', assignee: 10 } as Action, {
    deadline: [
      ['2026-07-14T11:06:00.000Z', ['deadline', '14-JUL-26 14:06']],
      ['2027-01-14T12:06:00.000Z', ['deadline', '14-JAN-27 14:06']],
    ],
    minutes,
  });
  const move = choices({ kind: 'move', queue: 2 } as Action, { unassign: flag('unassign'), minutes });
  return [
    ...reply.map(([action, wire]): [Action, object] => [action, { reply: text, ...wire }]),
    ...note.map(([action, wire]): [Action, object] => [action, { note: text, ...wire }]),
    ...assign.map(([action, wire]): [Action, object] => [action, { assignee: 10, ...wire }]),
    ...move.map(([action, wire]): [Action, object] => [action, { queue: 2, ...wire }]),
    [{ kind: 'tag', tags: ['Service request', 'Help/Assistance'] }, { tags: 'Service request,Help/Assistance' }],
    [{ kind: 'tag', tags: [] }, { tags: '' }],
    [{ kind: 'close' }, undefined],
  ] as [Action, Record<string, unknown> | undefined][];
}

test('every action with every combination of its parameters arrives as the API page writes it', {
  timeout: 60_000,
}, async () => {
  const { desk } = testDesk(sandbox, { writeMs: 20_000 });
  for (const [action, body] of actions()) {
    sandbox.calls.length = 0;
    expect(await desk.sendAction(ID, action), JSON.stringify(action)).toEqual({ ok: true });
    expect(sandbox.calls).toHaveLength(1);
    const [call] = sandbox.calls;
    expect(call).toMatchObject({ method: 'PUT', path: `ticket/${action.kind}/${ID}`, applied: true, status: 200 });
    expect(call?.headers.apikey).toBe(sandbox.keys.agent);
    expect(call?.headers.cookie).toBeUndefined();
    expect(call?.headers.referer).toBeUndefined();
    expect(call?.body).toEqual(body);
    if (body) expect(call?.headers['content-type']).toBe('application/json');
    else expect([call?.rawBody, call?.headers['content-type']]).toEqual(['', undefined]);
  }
  console.log(`wire: ${actions().length} combinations of actions and parameters arrived as documented`);
});

describe('a ticket', { timeout: 20_000 }, () => {
  test('comes whole, with its log', async () => {
    const { desk } = testDesk(sandbox, { readMs: 20_000 });
    const found = await desk.viewTicket(ID, never);
    const told = sandbox.tickets.get(ID);
    expect(found.ok && found.value).toMatchObject({
      id: ID,
      queue: told?.queue,
      customer: told?.customer,
      tags: told?.tags,
      customFields: told?.custom_fields,
      estimated: told?.estimated,
      other: {},
    });
    expect(found.ok && found.value.log?.length).toBe(told?.event_log.length);
    expect(sandbox.calls[0]?.headers.event_log).toBe('1');
  });

  test('is read once for all who ask at the same time, and without its log when that is enough', async () => {
    const { desk } = testDesk(sandbox, { readMs: 20_000 });
    const all = await Promise.all(Array.from({ length: 10 }, () => desk.viewTicket(ID, never, false)));
    expect(all.every((found) => found.ok && found.value.log === null)).toBe(true);
    expect(sandbox.calls).toHaveLength(1);
    expect(sandbox.calls[0]?.headers.event_log).toBeUndefined();
  });

  test('asked for by odd IDs is asked for as written, or not at all', async () => {
    const { desk } = testDesk(sandbox, { readMs: 20_000 });
    for (const id of ['a/b', '%2e%2e', 'a?b#c', 'é 1', '..%2f']) {
      const found = await desk.viewTicket(canonicalId(id), never);
      expect(found.ok ? '' : found.failure.code).toBe('not-found');
      expect(sandbox.calls.at(-1)?.ticket).toBe(canonicalId(id));
    }
    const before = sandbox.calls.length;
    for (const id of ['.', '..', '', '\ud800']) {
      const found = await desk.viewTicket(canonicalId(id), never);
      expect(found.ok ? '' : found.failure.code).toBe('bad-id');
    }
    expect(sandbox.calls.length).toBe(before);
  });
});

const lists: [filter: Partial<ListFilter>, path: string][] = [
  [{}, 'any/any/any/any/any/any/any/*'],
  [
    { queue: 1, topic: 1, assignee: 10, from: '2023-09-02', to: '2024-01-14' },
    '1/any/1/any/10/02-SEP-2023/14-JAN-2024/*',
  ],
  [{ status: 0 }, 'any/0/any/any/any/any/any/*'],
  [{ group: 3, search: '50% off? #1 a/b' }, 'any/any/any/3/any/any/any/50%25%20off%3F%20%231%20a%2Fb'],
  [{ search: 'пароль 密码' }, `any/any/any/any/any/any/any/${encodeURIComponent('пароль 密码')}`],
  [{ search: '   ' }, 'any/any/any/any/any/any/any/*'],
  [{ search: '...' }, 'any/any/any/any/any/any/any/...'],
];

describe('lists', { timeout: 20_000 }, () => {
  test.each(lists)('%o', async (filter, path) => {
    const { desk } = testDesk(sandbox, { readMs: 20_000 });
    const found = await desk.listTickets({ ...ANY_TICKET, ...filter });
    expect(found.ok).toBe(true);
    expect(sandbox.calls[0]?.path).toBe(`tickets/${path}`);
  });

  test.each([['.'], ['..'], ['\udc00']])('the search %j cannot be asked', async (search) => {
    const { desk } = testDesk(sandbox);
    const found = await desk.listTickets({ ...ANY_TICKET, search });
    expect(found).toEqual({ ok: false, failure: { code: 'bad-id', field: 'search' } });
    expect(sandbox.calls).toEqual([]);
  });
});

describe('names', { timeout: 20_000 }, () => {
  test('are told to an administrator, in either form of the call', async () => {
    for (const queuesForm of ['path', 'query'] as const) {
      const other = await startDesk({ tickets: 5, queuesForm });
      const origin = 'https://acme.sympoq.com';
      const readKey = async () => ({ ok: true as const, value: { origin, key: other.keys.admin } });
      const { desk } = testDesk(other, { readMs: 20_000, readKey });
      const [queues, topics] = [await desk.readQueues(), await desk.readTopics()];
      expect(queues.ok && queues.value[0]).toEqual({ id: 1, name: 'Technical support' });
      expect(topics.ok && topics.value.length).toBe(10);
      await other.close();
    }
  });

  test('are refused to others, which says nothing about their key', async () => {
    const { desk, tools } = testDesk(sandbox, { readMs: 20_000 });
    const queues = await desk.readQueues();
    expect(queues).toEqual({ ok: false, failure: { code: 'not-allowed', status: 403 } });
    expect(tools.refusals).toEqual([]);
  });
});

test('never more than four calls at once, and never two for one ticket', async () => {
  const { desk } = testDesk(sandbox, { readMs: 20_000, writeMs: 20_000 });
  sandbox.latencyMs = 30;
  const ids = [...sandbox.tickets.keys()].slice(0, 12).map(canonicalId);
  let most = 0;
  const watch = setInterval(() => {
    const open = sandbox.calls.filter(({ status }) => status === null).length;
    most = Math.max(most, open);
  }, 2);
  const reads = ids.map((id) => desk.viewTicket(id, never));
  const writes = ids.slice(0, 4).map((id) => desk.sendAction(id, { kind: 'note', note: 'x' }));
  const ends = [...(await Promise.all(reads)), ...(await Promise.all(writes))];
  clearInterval(watch);
  sandbox.latencyMs = 0;
  expect(ends.every(({ ok }) => ok)).toBe(true);
  expect(most).toBeLessThanOrEqual(4);
  expect(sandbox.calls).toHaveLength(16);
});

test('time in our own queue is not the desk’s, and what was opened waits behind no row', async () => {
  const { desk } = testDesk(sandbox, { readMs: 1_500 });
  sandbox.latencyMs = 500;
  const ids = [...sandbox.tickets.keys()].slice(0, 25).map(canonicalId);
  const opened = ids.pop() as (typeof ids)[number];
  const rows = ids.map((id) => desk.viewTicket(id, never, false));
  // Once the first ones have their places.
  await expect.poll(() => sandbox.calls.length).toBeGreaterThan(0);
  const read = await desk.viewTicket(opened, never);
  sandbox.latencyMs = 0;
  const ends = [read, ...(await Promise.all(rows))];
  expect(ends.filter(({ ok }) => !ok)).toEqual([]);
  expect(sandbox.calls.findIndex(({ path }) => path.endsWith(opened))).toBeLessThan(12);
});

test('what was opened waits for the row of its own ticket, and for no other', async () => {
  const { desk } = testDesk(sandbox);
  sandbox.latencyMs = 100;
  const ids = [...sandbox.tickets.keys()].slice(0, 20).map(canonicalId);
  const last = ids.at(-1) as (typeof ids)[number];
  const rows = ids.map((id) => desk.viewTicket(id, never, false));
  const withLog = [...sandbox.tickets.keys()]
    .slice(20, 24)
    .map((id) => desk.viewTicket(canonicalId(id), never, true, true));
  await expect.poll(() => sandbox.calls.length).toBeGreaterThan(0);
  const read = await desk.viewTicket(last, never);
  sandbox.latencyMs = 0;
  const ends = [read, ...(await Promise.all([...rows, ...withLog]))];
  expect(ends.filter(({ ok }) => !ok)).toEqual([]);
  expect(sandbox.calls.findLastIndex(({ path }) => path.endsWith(last))).toBeLessThan(14);
});

test('rows wait out a short rest, though each is asked for once', async () => {
  const { desk } = testDesk(sandbox, {
    retry: { tries: 3, firstPauseMs: 10, maxPauseMs: 10, maxRestMs: 2_000, now: Date.now, random: () => 1 },
  });
  const ids = [...sandbox.tickets.keys()].slice(0, 8).map(canonicalId);
  sandbox.fail({ times: 1, fault: { kind: 'status', status: 429, retryAfter: '1' } });
  const ends = await Promise.all(ids.map((id) => desk.viewTicket(id, never, false)));
  expect(ends.filter(({ ok }) => !ok)).toEqual([]);
});

test('of a row that cannot be read one request is made, of an opened ticket as many as there are tries', async () => {
  const { desk } = testDesk(sandbox);
  const [row = ID, opened = ID] = [...sandbox.tickets.keys()].map(canonicalId);
  sandbox.fail({ fault: { kind: 'status', status: 500 } });
  await desk.viewTicket(row, never, false);
  expect(sandbox.calls).toHaveLength(1);
  await desk.viewTicket(opened, never);
  sandbox.clearFaults();
  expect(sandbox.calls).toHaveLength(3);
});

test('a write that was meant for another desk is not sent', async () => {
  const { desk } = testDesk(sandbox);
  const end = await desk.sendAction(ID, { kind: 'close' }, { origin: 'https://other.sympoq.com' });
  expect(end).toEqual({ ok: false, failure: { code: 'other-desk' }, outcome: 'not-sent' });
  expect(sandbox.calls).toEqual([]);
});

test('a machine that slept between the decision and the request sends nothing late: it is a draft again', async () => {
  let now = 1_000_000;
  const { desk } = testDesk(sandbox, {
    now: () => now,
    readKey: async () => {
      now += 120_001;
      return ok({ origin: ORIGIN, key: sandbox.keys.agent });
    },
  });
  const given: OutboxEntry[] = [];
  const { ports, entries, outcomes } = makePorts({
    now: () => now,
    send: (id, action, origin, leaveBy) => desk.sendAction(id, action, { origin, leaveBy }),
    giveDraft: async (entry) => void given.push(entry),
  });
  const id = 'entry-0001' as OutboxId;
  const action: Action = { kind: 'note', note: 'Written before the sleep.' };
  await makeAsks(openOutbox(ports)).submit({ id, ticketId: ID, origin: ORIGIN, action, seen: seenOf(null) });
  await expect.poll(() => entries.kept.size).toBe(0);
  expect(outcomes.kept.get(id)?.outcome).toBe('draft');
  expect(given).toMatchObject([{ action }]);
  expect(sandbox.calls).toEqual([]);
});
