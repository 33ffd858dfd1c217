/** How much of a page's reports is kept: a page cannot fill the storage that drafts and outbox need, nor a frame the list. */
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { idsOf, pageState, type TabLook } from '../../lib/tickets/page-state.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { fitting, framesOf, recordFrame, startFrame } from '../../lib/worker/frames.ts';

const ids = (count: number, from = 0) => Array.from({ length: count }, (_, at) => canonicalId(`ID-${from + at}`));
const frame = (of: ReturnType<typeof ids>) => ({ documentId: null, ids: of, scan: 'done' as const, at: 0 });
const full = (...frameIds: number[]) => new Map(frameIds.map((frameId) => [frameId, frame(ids(200, frameId * 1_000))]));

const ON: TabLook = { origin: 'https://mail.example.com', state: 'on' };
const TAB = 7;
/** Of a browser that gives documents no id. */
const asker = (frameId: number) => ({
  tabId: TAB,
  frameId,
  windowId: 1,
  documentId: null,
  url: 'https://mail.example.com',
});
const report = (frameId: number, seen: ReturnType<typeof ids>) =>
  recordFrame(asker(frameId), { ids: seen, scan: 'done' });
const stateNow = async () => pageState(ON, await framesOf(TAB));

beforeEach(() => fakeBrowser.reset());

test('a thousand full frames keep no more than four of them, and the page’s own list', () => {
  expect(fitting(9, ids(200), full(0, 1, 2, 3))).toEqual(ids(200));
  expect(fitting(9, ids(200), full(1, 2, 3, 4))).toEqual([]);
  expect(fitting(0, ids(200), full(1, 2, 3, 4))).toEqual(ids(200));
});

test('a mail full of IDs does not starve the page’s own list', async () => {
  await report(0, ids(25));
  await report(4, ids(200, 500));
  await report(0, ids(25, 100));
  expect(await stateNow()).toEqual({ kind: 'some', ids: [...ids(25, 100), ...ids(175, 500)], stopped: true });
  expect(idsOf(await framesOf(TAB))).toHaveLength(200);
});

test('what is beyond 200 is listed once there is room, without a new report', async () => {
  await report(0, ids(200));
  await report(4, ids(30, 500));
  expect(await stateNow()).toEqual({ kind: 'some', ids: ids(200), stopped: true });
  await report(0, ids(10));
  expect(await stateNow()).toEqual({ kind: 'some', ids: [...ids(10), ...ids(30, 500)], stopped: false });
});

test('where documents have no id, a page that has lost a frame keeps its list, and another page drops it', async () => {
  await report(0, ids(2));
  await startFrame(asker(0), false);
  expect((await framesOf(TAB)).get(0)?.ids).toEqual(ids(2));
  await startFrame(asker(0), true);
  expect((await framesOf(TAB)).size).toBe(0);
});
