/** How much of a page's reports is kept: a page cannot fill the storage that drafts and outbox need. */
import { expect, test } from 'vitest';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { fitting } from '../../lib/worker/frames.ts';

const ids = (count: number, from = 0) => Array.from({ length: count }, (_, at) => canonicalId(`ID-${from + at}`));
const frame = (of: ReturnType<typeof ids>) => ({ documentId: null, ids: of, scan: 'done' as const, at: 0 });

test('200 distinct IDs of a tab, whichever frame they stand in', () => {
  expect(fitting(ids(150), [frame(ids(150, 500))])).toEqual(ids(50));
  expect(fitting(ids(200, 500), [frame(ids(200, 500))])).toEqual(ids(200, 500));
});

test('a thousand frames with the same IDs keep no more than five of them', () => {
  const records = Array.from({ length: 5 }, () => frame(ids(200)));
  expect(fitting(ids(200), records.slice(1))).toEqual(ids(200));
  expect(fitting(ids(200), records)).toEqual([]);
});
