/** What is left of a change that is taken back after others were made. */
import { expect, test } from 'vitest';
import { takenBack } from '../../lib/tickets/take-back.ts';

test.each<[what: string, now: unknown, before: unknown, after: unknown, left: unknown]>([
  ['nothing else was changed', ['b'], ['a', 'b'], ['b'], ['a', 'b']],
  ['one more came to the list', ['b', 'c'], ['a', 'b'], ['b'], ['b', 'c', 'a']],
  ['one was added and another came', ['a', 'x', 'c'], ['a'], ['a', 'x'], ['a', 'c']],
  ['what was added is gone already', ['a'], ['a'], ['a', 'x'], ['a']],
  ['what was taken off is there again', ['b', 'a'], ['a', 'b'], ['b'], ['b', 'a']],
  ['one was edited and another came', ['A', 'b', 'c'], ['a', 'b'], ['A', 'b'], ['b', 'c', 'a']],
  ['in another order of parts', [{ b: 2, a: 1 }], [], [{ a: 1, b: 2 }], []],
  ['a single value was changed anew', 'dark', 'light', 'system', 'dark'],
  ['a part of a record', { x: 1, y: 5 }, { x: 0, y: 2 }, { x: 1, y: 2 }, { x: 0, y: 5 }],
  ['a record’s new part', { x: { n: 1 }, y: 2 }, {}, { x: { n: 1 } }, { y: 2 }],
  ['a record’s part that went', { y: 2 }, { x: 1 }, {}, { x: 1, y: 2 }],
  [
    'a part of a part',
    { k: { 1: 'new', 2: 'own' } },
    { k: { 1: 'old' } },
    { k: { 1: 'new' } },
    { k: { 1: 'old', 2: 'own' } },
  ],
])('%s', (_what, now, before, after, left) => {
  expect(takenBack(now, before, after)).toEqual(left);
});
