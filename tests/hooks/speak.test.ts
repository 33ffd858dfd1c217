/** What screen readers are told by the region of a page: each thing once, and again when it comes again. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { speak } from '../../lib/hooks/speak.ts';

let texts: string[];

beforeEach(() => {
  vi.useFakeTimers();
  texts = [];
  const region = {
    set textContent(text: string) {
      texts.push(text);
    },
  };
  vi.stubGlobal('document', { getElementById: (id: string) => (id === 'spoken' ? region : null) });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('words come into a region that is empty by then, and go again', () => {
  speak('Write a note first.');
  expect(texts).toEqual(['']);
  vi.advanceTimersByTime(1000);
  expect(texts).toEqual(['', 'Write a note first.']);
  vi.advanceTimersByTime(60_000);
  expect(texts).toEqual(['', 'Write a note first.', '']);
});

test('the same words again are said again', () => {
  for (let times = 0; times < 2; times++) {
    speak('Write a note first.');
    vi.advanceTimersByTime(1000);
  }
  expect(texts).toEqual(['', 'Write a note first.', '', 'Write a note first.']);
});

test('of what comes at once the newest is said', () => {
  speak('Adds Outage.');
  speak('Adds Outage, Second.');
  vi.advanceTimersByTime(1000);
  expect(texts.filter(Boolean)).toEqual(['Adds Outage, Second.']);
});
