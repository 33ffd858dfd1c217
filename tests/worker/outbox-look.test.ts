/** The looks of the outbox: whoever asks for one gets one that begins after the asking, and a fault loses nothing. */
import { expect, test } from 'vitest';
import type { OutboxId } from '../../lib/tickets/actions.ts';
import { STATUS } from '../../lib/tickets/codes.ts';
import type { Failure } from '../../lib/tickets/failure.ts';
import type { OutboxEntry } from '../../lib/tickets/outbox-entry.ts';
import { seenOf } from '../../lib/tickets/seen.ts';
import type { LogEntry } from '../../lib/tickets/ticket.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { openOutbox } from '../../lib/worker/outbox.ts';
import { makeAsks } from '../../lib/worker/outbox-asks.ts';
import type { Reading } from '../../lib/worker/outbox-decide.ts';
import { beforeOf, judge } from '../../lib/worker/outbox-evidence.ts';
import { settledOf } from '../../lib/worker/outbox-settled.ts';
import { makeOutboxEntry } from '../support/make-outbox-entry.ts';
import { makeEntry, makeTicket } from '../support/make-ticket.ts';
import { DESK, makePorts } from '../support/outbox-world.ts';

test('a look asked for in any moment of another begins after the asking', async () => {
  const { ports, entries } = makePorts();
  let begun = 0;
  const outbox = openOutbox({
    ...ports,
    entries: {
      ...entries,
      readAll: async () => {
        begun++;
        return new Map();
      },
    },
  });
  const lost: number[] = [];
  for (let ticks = 0; ticks < 40; ticks++) {
    const first = outbox.look();
    for (let tick = 0; tick < ticks; tick++) await null;
    const before = begun;
    await Promise.all([outbox.look(), first]);
    if (begun === before) lost.push(ticks);
  }
  expect(lost).toEqual([]);
});

test('a draft that cannot be dropped is no reason to say that a write was not taken on', async () => {
  const { ports, entries } = makePorts({
    dropDraft: () => Promise.reject(new Error('Session storage quota bytes exceeded.')),
    rules: async () => ({ undoMs: 5_000, allowed: ['close'], allowBulk: true }),
  });
  const asks = makeAsks(openOutbox(ports));
  const ticketId = makeTicket({}).id;
  const id = 'entry-0001' as OutboxId;
  const action = { kind: 'close' } as const;
  expect(await asks.submit({ id, ticketId, origin: DESK, action, seen: seenOf(null) })).toMatchObject({ ok: true });
  expect(entries.kept.get(id)?.state).toBe('held');
});

test('what is erased during the second look stays erased', async () => {
  let now = 1_000_000;
  let log: LogEntry[] = [];
  let isErasing = false;
  const { ports, entries, settled, outcomes } = makePorts({
    now: () => now,
    send: async () => {
      log = [makeEntry({ appliedBy: 'Joel Mercury', description: 'Hello', action: 'Replied' })];
      return { ok: true };
    },
    read: async () => {
      if (isErasing) for (const shelf of [entries, settled, outcomes]) shelf.kept.clear();
      return { ok: true, ticket: makeTicket({ log }), readAt: now };
    },
  });
  const outbox = openOutbox(ports);
  const id = 'entry-0001' as OutboxId;
  const action = { kind: 'reply', reply: 'Hello' } as const;
  await makeAsks(outbox).submit({ id, ticketId: makeTicket({}).id, origin: DESK, action, seen: seenOf(null) });
  await outbox.look();
  await expect.poll(() => settled.kept.get(id)?.look?.entry.id).toBe(id);
  isErasing = true;
  now += 60_000;
  await outbox.look();
  await expect.poll(() => settled.kept.size).toBe(0);
  await outbox.look();
  expect([entries, settled, outcomes].map(({ kept }) => kept.size)).toEqual([0, 0, 0]);
});

test.each(['the request', 'the look after it'])('what is erased during %s stays erased', async (during) => {
  const erase = () => {
    for (const shelf of [entries, settled, outcomes]) shelf.kept.clear();
  };
  let reads = 0;
  let isSent = false;
  const { ports, entries, settled, outcomes } = makePorts({
    send: async () => {
      isSent = true;
      if (during === 'the request') erase();
      return { ok: true };
    },
    read: async () => {
      reads++;
      if (isSent && during === 'the look after it') erase();
      return { ok: true, ticket: makeTicket({ log: [] }), readAt: 1_000_000 };
    },
  });
  const outbox = openOutbox(ports);
  const id = 'entry-0001' as OutboxId;
  const action = { kind: 'close' } as const;
  await makeAsks(outbox).submit({ id, ticketId: makeTicket({}).id, origin: DESK, action, seen: seenOf(null) });
  await outbox.look();
  await expect.poll(() => reads).toBe(2);
  await outbox.look();
  expect(isSent).toBe(true);
  expect([entries, settled, outcomes].map(({ kept }) => kept.size)).toEqual([0, 0, 0]);
});

test('what a rest kept from leaving leaves by itself when it is over', async () => {
  let now = 1_000_000;
  let calls = 0;
  const { ports, entries, outcomes } = makePorts({
    now: () => now,
    read: async () => ({ ok: true, ticket: makeTicket({ log: [], status: calls > 1 ? 4 : 2 }), readAt: now }),
    send: async () => {
      calls++;
      if (calls > 1) return { ok: true };
      return { ok: false, failure: { code: 'resting', until: now + 10_000 }, outcome: 'not-sent' };
    },
  });
  const outbox = openOutbox(ports);
  const id = 'entry-0001' as OutboxId;
  const action = { kind: 'close' } as const;
  await makeAsks(outbox).submit({ id, ticketId: makeTicket({}).id, origin: DESK, action, seen: seenOf(null) });
  await expect.poll(() => entries.kept.get(id)?.state).toBe('queued');
  expect(entries.kept.get(id)?.nextLookAt).toBe(now + 10_000);
  now += 10_000;
  await outbox.look();
  await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('sent');
  expect(calls).toBe(2);
});

test('looks that the agent asks for, and those of a network that comes and goes, use up none that come by themselves', async () => {
  let now = 1_000_000;
  let status: number = STATUS.working;
  const { ports, entries, outcomes } = makePorts({
    now: () => now,
    read: async () => ({ ok: true, ticket: makeTicket({ log: [], status }), readAt: now }),
    send: async () => ({ ok: false, failure: { code: 'timeout' }, outcome: 'open' }),
  });
  const outbox = openOutbox(ports);
  const asks = makeAsks(outbox);
  const id = 'entry-0001' as OutboxId;
  const action = { kind: 'close' } as const;
  await asks.submit({ id, ticketId: makeTicket({}).id, origin: DESK, action, seen: seenOf(null) });
  const hasLooked = (looks: number) => expect.poll(() => entries.kept.get(id)?.looks).toBe(looks);
  const untilNext = () => ((entries.kept.get(id)?.nextLookAt ?? 0) - 1_000_000) / 1000;
  await expect.poll(() => entries.kept.get(id)?.state).toBe('unsure');
  for (const looks of [1, 2, 3]) {
    now += 1_000;
    await (looks === 2 ? outbox.look(true) : asks.lookAt(id));
    await hasLooked(looks);
    expect(untilNext()).toBe(5);
  }
  for (const [at, looks, next] of [
    [5_000, 4, 15],
    [15_000, 5, 60],
  ] as const) {
    now = 1_000_000 + at;
    await outbox.look();
    await hasLooked(looks);
    expect(untilNext()).toBe(next);
  }
  status = STATUS.closed;
  now = 1_060_000;
  await outbox.look();
  await expect.poll(() => outcomes.kept.get(id)?.outcome).toBe('sent');
});

test('an open outcome of an hour ahead, where the clock was put back, is looked at at its times all the same', async () => {
  let reads = 0;
  const { ports, entries } = makePorts({
    read: async () => {
      reads++;
      return { ok: true, ticket: makeTicket({ log: [] }), readAt: 1_000_000 };
    },
  });
  const times = { openSince: 4_600_000, nextLookAt: 4_605_000, openSends: 1, sentAt: 4_590_000 };
  const before = beforeOf(makeTicket({ log: [] }), 4_589_000);
  const entry = makeOutboxEntry({ state: 'unsure', origin: DESK, before, ...times });
  await entries.write(entry.id, entry);
  const outbox = openOutbox(ports);
  await outbox.look();
  await expect.poll(() => entries.kept.get(entry.id)?.nextLookAt).toBe(1_005_000);
  await outbox.look();
  expect(reads).toBe(1);
});

test('what was thrown away by a worker that died over it never leaves, whatever looks first', async () => {
  const sent: string[] = [];
  const { ports, entries, settled } = makePorts({
    send: async (ticketId) => {
      sent.push(ticketId);
      return { ok: true };
    },
  });
  const [held, other] = ['entry-0001', 'entry-0002'].map((id, at) =>
    makeOutboxEntry({
      id: id as OutboxId,
      ticketId: canonicalId(`11-22-A-${100 + at}`),
      origin: DESK,
      heldUntil: 1_000_000,
    }),
  ) as [OutboxEntry, OutboxEntry];
  await entries.write(held.id, { ...held, heldUntil: 1_020_000 });
  const dying = makeAsks(openOutbox({ ...ports, entries: { ...entries, remove: () => new Promise(() => {}) } }));
  void dying.discard(held.id);
  await expect.poll(() => settled.kept.get(held.id)?.isDiscarded).toBe(true);
  await entries.write(held.id, held);
  await entries.write(other.id, other);
  await openOutbox(ports).look();
  await expect.poll(() => sent).toEqual([other.ticketId]);
  expect(entries.kept.has(held.id)).toBe(false);
});

test('a closing takes the place of the tries before it, also where the page that asked is gone; no others', async () => {
  const { ports, entries, settled } = makePorts({
    rules: async () => ({ ...(await makePorts().ports.rules()), undoMs: 5_000 }),
  });
  const ticketId = makeTicket({}).id;
  const failed = (id: string, change: Partial<OutboxEntry> = {}) =>
    makeOutboxEntry({ id: id as OutboxId, ticketId, origin: DESK, state: 'failed', ...change });
  const others = [
    failed('of-a-bulk', { bulk: { id: 'bulk-id-1', size: 2 } }),
    failed('may-arrive', { openSends: 1 }),
    failed('of-another', { ticketId: canonicalId('11-14-3-AS7') }),
    failed('elsewhere', { origin: 'https://other.sympoq.com' }),
    failed('a-note', { action: { kind: 'note', note: 'Hello' } }),
  ];
  const before = [failed('one-before'), failed('stopped', { state: 'moved' })];
  for (const entry of [...before, ...others]) await entries.write(entry.id, entry);
  const ofMany = failed('of-many', {
    state: 'held',
    heldUntil: ports.now() + 5_000,
    bulk: { id: 'bulk-id-2', size: 2 },
  });
  await entries.write(ofMany.id, ofMany);
  await openOutbox(ports).look();
  expect([...entries.kept.keys()]).toEqual([...before, ...others, ofMany].map((entry) => entry.id));
  await entries.remove(ofMany.id);
  const id = 'entry-0009' as OutboxId;
  const asks = makeAsks(openOutbox(ports));
  await asks.submit({ id, ticketId, origin: DESK, action: { kind: 'close' }, seen: seenOf(null) });
  await expect.poll(() => [...entries.kept.keys()]).toEqual([...others.map((entry) => entry.id), id]);
  expect(settled.kept.get('one-before')?.isDiscarded).toBe(true);
});

test('what the agent says has arrived has its ticket read again, at its own desk', async () => {
  const read: string[] = [];
  const { ports, entries, outcomes } = makePorts({
    read: async (ticketId) => {
      read.push(ticketId);
      return { ok: false, failure: { code: 'unreachable' } };
    },
  });
  const asks = makeAsks(openOutbox(ports));
  const here = makeOutboxEntry({ state: 'unsure', origin: DESK });
  const elsewhere = makeOutboxEntry({
    id: 'entry-0002' as OutboxId,
    state: 'unsure',
    origin: 'https://other.sympoq.com',
  });
  for (const entry of [elsewhere, here]) {
    await entries.write(entry.id, entry);
    expect(await asks.arrived(entry.id)).toMatchObject({ ok: true });
    expect(outcomes.kept.get(entry.id)?.outcome).toBe('arrived');
  }
  await expect.poll(() => read).toEqual([here.ticketId]);
});

test('a look at what is there twice says what it found, or why it could not', async () => {
  const entryWith = (description: string) => makeEntry({ appliedBy: 'Joel Mercury', description, action: 'Replied' });
  const text = 'The fuse is on its way.';
  const sent = entryWith(text);
  const quoting = `${text}\n\nI said that before.`;
  let reading: Reading = { ok: true, ticket: makeTicket({ log: [] }), readAt: 0 };
  let isErasing = false;
  const { ports, entries, settled } = makePorts({
    read: async () => {
      if (isErasing) entries.kept.clear();
      return reading;
    },
  });
  const asks = makeAsks(openOutbox(ports));
  const before = beforeOf(makeTicket({ log: [] }), 0);
  const entry = makeOutboxEntry({ state: 'twice', action: { kind: 'reply', reply: text }, before, origin: DESK });
  const look = async (copies: LogEntry[] | Failure) => {
    reading = Array.isArray(copies)
      ? { ok: true, ticket: makeTicket({ log: copies }), readAt: 0 }
      : { ok: false, failure: copies };
    const answer = await asks.lookAt(entry.id);
    return { ok: answer.ok, failure: answer.ok ? null : answer.failure, entry: entries.kept.get(entry.id) };
  };
  await entries.write(entry.id, entry);
  const at = ports.now();
  const seen = (isTwice: boolean) => ({ ...entry, lookedAgain: { at, isTwice } });
  expect(await look([sent, sent])).toEqual({ ok: true, failure: null, entry: seen(true) });
  expect(await look([sent])).toEqual({ ok: true, failure: null, entry: seen(false) });
  const signed = entryWith(`${text}\n\nJoel, your desk`);
  expect((await look([signed, entryWith(quoting)])).entry).toEqual(seen(true));
  const other = makeOutboxEntry({
    id: 'entry-0002' as OutboxId,
    action: { kind: 'reply', reply: quoting },
    origin: DESK,
  });
  await settled.write(other.id, settledOf(other, at, null));
  expect((await look([signed, entryWith(quoting)])).entry, 'that is another of ours').toEqual(seen(false));
  expect(await look({ code: 'timeout' })).toEqual({ ok: false, failure: { code: 'timeout' }, entry: seen(false) });
  isErasing = true;
  expect((await look([sent, sent])).entry).toBeUndefined();
});

test('a second look does not take another text of ours for a copy', async () => {
  const text = 'The fuse is on its way.';
  const entryWith = (description: string) => makeEntry({ appliedBy: 'Joel Mercury', description, action: 'Replied' });
  const signed = entryWith(`${text}\n\nJoel, your desk`);
  const quoting = `${text}\n\nI said that before.`;
  let now = 1_000_000;
  const { ports, entries, settled } = makePorts({
    now: () => now,
    read: async () => ({ ok: true, ticket: makeTicket({ log: [signed, entryWith(quoting)] }), readAt: now }),
  });
  const before = beforeOf(makeTicket({ log: [] }), 0);
  const entry = makeOutboxEntry({ action: { kind: 'reply', reply: text }, before, origin: DESK, confirmed: true });
  const evidence = judge(entry.action, before, makeTicket({ log: [signed] }), { names: [], isSure: false }, true);
  await settled.write(entry.id, settledOf(entry, now, evidence));
  const action = { kind: 'reply', reply: quoting } as const;
  const other = makeOutboxEntry({ id: 'entry-0002' as OutboxId, action, origin: DESK });
  await settled.write(other.id, settledOf(other, now, null));
  now += 60_000;
  await openOutbox(ports).look();
  await expect.poll(() => settled.kept.get(entry.id)?.look).toBeNull();
  expect(entries.kept.size).toBe(0);
});

test('a write that is only checked leaves the second look at the one before it to come', async () => {
  const text = 'The fuse is on its way.';
  const copy = makeEntry({ appliedBy: 'Joel Mercury', description: text, action: 'Replied' });
  let now = 1_000_000;
  let log = [copy];
  const { ports, entries, settled } = makePorts({
    now: () => now,
    read: async () => ({ ok: true, ticket: makeTicket({ log, status: 4 }), readAt: now }),
  });
  const before = beforeOf(makeTicket({ log: [] }), 0);
  const entry = makeOutboxEntry({ action: { kind: 'reply', reply: text }, before, origin: DESK, confirmed: true });
  const evidence = judge(entry.action, before, makeTicket({ log }), { names: [], isSure: false }, true);
  await settled.write(entry.id, settledOf(entry, now, evidence));
  // Closed already: nothing leaves.
  const closing = makeOutboxEntry({ id: 'entry-0002' as OutboxId, origin: DESK, heldUntil: now });
  await entries.write(closing.id, closing);
  const outbox = openOutbox(ports);
  await outbox.look();
  await expect.poll(() => entries.kept.size).toBe(0);
  log = [copy, copy];
  now += 60_000;
  await outbox.look();
  await expect.poll(() => entries.kept.get(entry.id)?.state).toBe('twice');
});

test('what was written for another desk is not looked for at this one', async () => {
  let reads = 0;
  const { ports, entries } = makePorts({
    read: async () => {
      reads++;
      return { ok: true, ticket: makeTicket({ log: [] }), readAt: 0 };
    },
  });
  const entry = makeOutboxEntry({ state: 'twice', origin: 'https://other.sympoq.com' });
  await entries.write(entry.id, entry);
  expect(await makeAsks(openOutbox(ports)).lookAt(entry.id)).toMatchObject({
    ok: false,
    failure: { code: 'other-desk' },
  });
  expect([reads, entries.kept.get(entry.id)]).toEqual([0, entry]);
});
