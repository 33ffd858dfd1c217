/** Counts of pinned views: each once, also one that is pinned while others are counted; which are due again at once. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { viewCountsItem } from '../../lib/state/views.ts';
import { ANY_TICKET } from '../../lib/tickets/list-filter.ts';
import { countViews, readViews, replaceViews } from '../../lib/worker/views.ts';

const { listTickets } = vi.hoisted(() => ({ listTickets: vi.fn() }));
vi.mock('../../lib/worker/desk.ts', () => ({ listTickets }));
vi.mock('../../lib/worker/connection-kept.ts', () => ({ readerNow: async () => 'https://acme.sympoq.com' }));

const view = (id: string) => ({ id, name: id, pinned: true, filter: { ...ANY_TICKET, search: id } });

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

test('a view that is pinned while another is counted is counted too, and none twice', async () => {
  const searches: string[] = [];
  let answer = () => {};
  const isAnswered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  listTickets.mockImplementation(async ({ search }: { search: string }) => {
    searches.push(search);
    await isAnswered;
    return { ok: true, value: [] };
  });
  const others = (await readViews()).map((each) => ({ ...each, pinned: false }));
  await replaceViews([...others, view('one')] as never);
  const counting = countViews();
  await expect.poll(() => searches).toEqual(['one']);
  await replaceViews([...others, view('one'), view('two')] as never);
  const again = countViews();
  answer();
  await Promise.all([counting, again]);
  expect(searches).toEqual(['one', 'two']);
  expect(Object.keys(await viewCountsItem.read()).sort()).toEqual(['one', 'two']);
});

test('a count that the network kept away is due at once, one that failed otherwise is not', async () => {
  await replaceViews([view('one')] as never);
  for (const [code, calls] of [
    ['unreachable', 1],
    ['timeout', 1],
    ['timeout', 0],
  ] as const) {
    listTickets.mockReset().mockImplementation(async () => ({ ok: false, failure: { code } }));
    await countViews();
    expect(listTickets).toHaveBeenCalledTimes(calls);
  }
});
