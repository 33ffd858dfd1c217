/** Which section of a page is read, wherever the page is scrolled to. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSectionInView } from '../../lib/hooks/use-section-in-view.ts';

/** Five sections in a page of 2,400 px; the last three stand in its last 900. */
const TOPS = [100, 900, 1600, 1900, 2150];

test.each([
  ['at the page’s top, the first', 0, 0],
  ['the one before a heading that is only coming up', 700, 0],
  ['the one whose heading is just below the top', 840, 1],
  ['the one whose heading is at the top', 900, 1],
  ['that one until its heading has gone', 1000, 1],
  ['the last at the page’s end, though its heading is far below', 1500, 4],
])('%s', (_what, scroll, index) => {
  expect(findSectionInView(TOPS, scroll, 1500)).toBe(index);
});

test('those at the end, which no scrolling brings to the top, are read one after the other', () => {
  const seen = Array.from({ length: 681 }, (_, at) => findSectionInView(TOPS, 820 + at, 1500));
  expect([...new Set(seen)]).toEqual([1, 2, 3, 4]);
});

test('where the last that comes to the top does so just before the page’s end, it is read until the end', () => {
  const at = (scroll: number) => findSectionInView([100, 900, 1100, 1250], scroll, 870);
  expect([at(830), at(860), at(870)]).toEqual([1, 1, 3]);
});

test('half a pixel less than the page’s end is its end, and a page that cannot be scrolled ends where it begins', () => {
  expect(findSectionInView(TOPS, 1499.5, 1500)).toBe(4);
  expect(findSectionInView([40, 160], 0, 0)).toBe(1);
});

test('in any page it goes from the first to the last, and never back while it is scrolled down', () => {
  const sections = fc.array(fc.integer({ min: 100, max: 2000 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(sections, fc.integer({ min: 300, max: 1500 }), (heights, window) => {
      const tops = heights.map((_, at) => 60 + heights.slice(0, at).reduce((sum, height) => sum + height, 0));
      const most = Math.max(0, 60 + heights.reduce((sum, height) => sum + height, 0) - window);
      fc.pre(most > 100);
      const read = Array.from({ length: 101 }, (_, at) => findSectionInView(tops, (most * at) / 100, most));
      expect(read).toEqual(read.toSorted((a, b) => a - b));
      expect([read[0], read.at(-1)]).toEqual([0, heights.length - 1]);
    }),
  );
});
