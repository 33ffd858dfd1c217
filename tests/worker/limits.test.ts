/** Four at once, one per ticket, shared reads, growing pauses, and how long a desk can make us rest. */
import { describe, expect, test } from 'vitest';
import { fail, ok, type Result } from '../../lib/protocol/result.ts';
import type { FailureCode } from '../../lib/tickets/failure.ts';
import { createGate, createTurns, pauseBefore, tryRead } from '../../lib/worker/limits.ts';
import { restUntil } from '../../lib/worker/retry-after.ts';

const never = new AbortController().signal;
const tick = () => new Promise((resolve) => setTimeout(resolve, 1));

describe('the gate', () => {
  test('lets four in at once, all in the end, the first-class one next', async () => {
    const gate = createGate(4);
    const order: string[] = [];
    let busy = 0;
    let most = 0;
    const task = (name: string) => async () => {
      busy++;
      most = Math.max(most, busy);
      await tick();
      busy--;
      order.push(name);
    };
    const all = Array.from({ length: 12 }, (_none, index) => gate(task(String(index)), never));
    await Promise.all([...all, gate(task('write'), never, () => true)]);
    expect(most).toBe(4);
    expect(order).toHaveLength(13);
    expect(order.indexOf('write')).toBeLessThan(8);
  });

  test('the first-class ones keep their order, and one may come to be first-class while it waits', async () => {
    const gate = createGate(1);
    const order: string[] = [];
    const task = (name: string) => async () => {
      await tick();
      order.push(name);
    };
    let isHurried = false;
    const all = [
      gate(task('busy')),
      gate(task('row')),
      gate(task('hurried'), never, () => isHurried),
      gate(task('one'), never, () => true),
      gate(task('two'), never, () => true),
    ];
    isHurried = true;
    await Promise.all(all);
    expect(order).toEqual(['busy', 'hurried', 'one', 'two', 'row']);
  });

  test('a place is free again after a failure, and waiting can be given up', async () => {
    const gate = createGate(1);
    const giveUp = new AbortController();
    const first = gate(async () => {
      await tick();
      throw new Error('failed');
    }, never);
    const second = gate(async () => 'never', giveUp.signal);
    const ends = Promise.allSettled([first, second]);
    giveUp.abort('given up');
    expect((await ends).map((end) => end.status === 'rejected' && String(end.reason))).toEqual([
      'Error: failed',
      'given up',
    ]);
    expect(await gate(async () => 'free', never)).toBe('free');
  });
});

describe('turns', () => {
  test('tell whether what cannot wait is under way in a turn, or behind a row, or shares its read', async () => {
    const turns = createTurns();
    const rows = [turns.read('1', 'row', tick, true), turns.read('1', 'row', tick, true)];
    expect(turns.isHurried('1')).toBe(false);
    const log = turns.read('1', 'log', tick, true);
    expect(turns.isHurried('1')).toBe(false);
    void turns.read('1', 'log', tick);
    expect(turns.isHurried('1')).toBe(true);
    await Promise.all(rows);
    expect(turns.isHurried('1')).toBe(true);
    await log;
    await tick();
    expect(turns.isHurried('1')).toBe(false);
    const write = turns.write('1', tick);
    expect(turns.isHurried('1')).toBe(true);
    await write;
    expect(turns.isHurried('1')).toBe(false);
  });

  test('reads of one ticket are one read; other tickets do not wait', async () => {
    const turns = createTurns();
    let reads = 0;
    const read = async () => {
      await tick();
      return ++reads;
    };
    const [a, b, c] = await Promise.all([
      turns.read('1', 'log', read),
      turns.read('1', 'log', read),
      turns.read('2', 'log', read),
    ]);
    expect([a, b, c].sort()).toEqual([1, 1, 2]);
    expect(await turns.read('1', 'log', read)).toBe(3);
  });

  test('one request per ticket at a time, and a read after a write is a new one', async () => {
    const turns = createTurns();
    const order: string[] = [];
    let busy = 0;
    const step = (name: string) => async () => {
      expect(++busy).toBe(1);
      await tick();
      busy--;
      order.push(name);
      return name;
    };
    const ends = await Promise.all([
      turns.read('1', 'log', step('before')),
      turns.write('1', step('write')),
      turns.read('1', 'log', step('after')),
      turns.read('1', 'log', step('shared')),
    ]);
    expect(order).toEqual(['before', 'write', 'after']);
    expect(ends).toEqual(['before', 'write', 'after', 'after']);
  });
});

describe('trying again', () => {
  const tools = { tries: 3, firstPauseMs: 400, maxPauseMs: 500, maxRestMs: 2_000, now: () => 1_000, random: () => 0.5 };
  const pauses: [code: FailureCode, tries: number, until: number | undefined, pause: number | null][] = [
    ['unreachable', 1, undefined, 200],
    ['unreachable', 2, undefined, 250],
    ['unreachable', 3, undefined, null],
    ['desk-error', 1, undefined, 200],
    ['timeout', 1, undefined, null],
    ['key-refused', 1, undefined, null],
    ['bad-answer', 1, undefined, null],
    ['resting', 1, 2_500, 1_500],
    // Over at once, as of `Retry-After: 0`: no sooner than after any other failure.
    ['resting', 1, 500, 200],
    ['resting', 1, 1_000, 200],
    ['resting', 1, 4_000, null],
  ];
  test.each(pauses)('after %s, try %d (until %s): %s', (code, tries, until, pause) => {
    expect(pauseBefore(fail(code, until === undefined ? {} : { until }), tries, tools)).toBe(pause);
  });

  test('a success ends it, and so does the signal', async () => {
    const quick = { ...tools, firstPauseMs: 1, maxPauseMs: 1 };
    const answers: Result<string>[] = [fail('unreachable'), fail('desk-error'), ok('there')];
    expect(await tryRead(async () => answers.shift() ?? fail('internal'), never, quick)).toEqual(ok('there'));
    const long = { ...tools, firstPauseMs: 60_000, maxPauseMs: 60_000 };
    expect(await tryRead(async () => fail('unreachable'), AbortSignal.timeout(5), long)).toEqual(fail('unreachable'));
  });
});

test.each([
  ['30', 30_000],
  ['0', 0],
  ['3600', 60_000],
  ['99999999999999999999', 60_000],
  ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
  ['Fri, 01 Jan 2100 00:00:00 GMT', 60_000],
  ['soon', 5_000],
  ['-5', 5_000],
  ['1.5', 5_000],
  ['', 5_000],
  [null, 5_000],
])('Retry-After %s rests %d ms', (header, rest) => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  expect(restUntil(header, now) - now).toBe(rest);
});
