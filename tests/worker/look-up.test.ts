/** The command `next ticket on this page`: which ticket it goes on from. */
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { frames, openRequests, shownTickets } from '../../lib/state/tabs.ts';
import type { LookedUp } from '../../lib/tickets/looked-up.ts';
import { canonicalId } from '../../lib/tickets/ticket-id.ts';
import { showNext } from '../../lib/worker/look-up.ts';

const ids = ['09-13-O-TW4', '11-14-3-AS7', '11-20-K-R5D', '10-30-M-3ZC'].map(canonicalId);
const [A, B, C, D] = ids as [(typeof ids)[0], (typeof ids)[0], (typeof ids)[0], (typeof ids)[0]];
const tabId = 3;
const windowId = 7;

/** What the panel is asked to show next. */
async function next(): Promise<LookedUp | undefined> {
  await showNext(tabId, windowId);
  return (await openRequests.item(String(windowId)).read())?.wanted;
}

const asked = (wanted: LookedUp, at: number) => openRequests.item(String(windowId)).write({ wanted, at });
const shown = (id: typeof A, at: number) => shownTickets.item(String(windowId)).write({ id, at });

beforeEach(async () => {
  fakeBrowser.reset();
  await frames.item(`${tabId}:0`).write({ documentId: null, ids, scan: 'done', at: 0 });
});

test('with no panel it goes from the first to the next, and round', async () => {
  for (const id of [A, B, C, D, A]) expect(await next()).toEqual({ ticketId: id });
});

test('it goes on from the ticket that the panel shows, whatever was asked for before', async () => {
  await asked({ ticketId: A }, 1_000);
  await shown(C, 2_000);
  expect(await next()).toEqual({ ticketId: D });
});

test('what was asked for since is where it goes on from, unless those were words', async () => {
  await shown(C, 1_000);
  await asked({ ticketId: A }, 2_000);
  expect(await next()).toEqual({ ticketId: B });
  await asked({ words: 'refund' }, 3_000);
  expect(await next()).toEqual({ ticketId: D });
});

test('from a ticket of elsewhere it goes to the first', async () => {
  await shown(canonicalId('01-02-C-CC3'), 1_000);
  expect(await next()).toEqual({ ticketId: A });
});
