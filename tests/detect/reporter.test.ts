/** When a frame's report is sent: a new ID at once, a loss not before it is known to be one. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createReporter } from '../../lib/detect/reporter.ts';

let now: string[];
let isLooking: boolean;
let sent: string[];
let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  isLooking = false;
  sent = [];
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

/** Has reported `A B`, long enough ago. */
async function begin() {
  now = ['A', 'B'];
  const reporter = createReporter({
    read: () => [...now],
    send: (report) => sent.push(report.join(' ')),
    mayPass: (report, before) => isLooking && report.every((id) => before.includes(id)),
    signal: stop.signal,
  });
  reporter.notice();
  await vi.advanceTimersByTimeAsync(1000);
  return (...ids: string[]) => {
    now = ids;
    reporter.notice();
  };
}

test('a loss of a moment is not told', async () => {
  const show = await begin();
  isLooking = true;
  show();
  await vi.advanceTimersByTimeAsync(100);
  isLooking = false;
  show('A', 'B');
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual(['A B']);
});

test('a loss is told at once where no look is due, with the look that is, and after 250 ms whatever is due', async () => {
  const show = await begin();
  show('B');
  expect(sent).toEqual(['A B', 'B']);
  await vi.advanceTimersByTimeAsync(1000);
  show('B', 'C', 'D');
  await vi.advanceTimersByTimeAsync(1000);
  isLooking = true;
  show('B', 'C');
  await vi.advanceTimersByTimeAsync(80);
  isLooking = false;
  show('B', 'C');
  expect(sent.slice(2)).toEqual(['B C D', 'B C']);
  await vi.advanceTimersByTimeAsync(1000);
  isLooking = true;
  show('B');
  await vi.advanceTimersByTimeAsync(249);
  expect(sent.slice(4)).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent.slice(4)).toEqual(['B']);
});

test('a new one is told at once while a loss waits, and each loss has its own time', async () => {
  const show = await begin();
  isLooking = true;
  show('A');
  await vi.advanceTimersByTimeAsync(50);
  show('C');
  expect(sent).toEqual(['A B', 'C']);
  await vi.advanceTimersByTimeAsync(1000);
  show();
  await vi.advanceTimersByTimeAsync(100);
  show('C');
  await vi.advanceTimersByTimeAsync(100);
  show();
  await vi.advanceTimersByTimeAsync(200);
  expect(sent).toEqual(['A B', 'C']);
  await vi.advanceTimersByTimeAsync(50);
  expect(sent).toEqual(['A B', 'C', '']);
});
