/** Saved views, kept; and the counts of the pinned ones, read now and then. */
import { ok, type Result } from '../protocol/result.ts';
import { viewCountsItem, viewsItem } from '../state/views.ts';
import type { ListFilter } from '../tickets/list-filter.ts';
import {
  countKey,
  isCountDue,
  listFilterOf,
  MOST_PINNED,
  type SavedView,
  START_VIEWS,
  withStartViews,
} from '../tickets/views.ts';
import { readerNow } from './connection-kept.ts';
import { listTickets } from './desk.ts';
import { keptItem } from './kept.ts';
import { withRoom } from './room.ts';
import { readSettingsInForce } from './settings.ts';

const kept = keptItem<readonly SavedView[]>({
  name: 'views',
  version: 1,
  mirror: viewsItem,
  migrations: {},
  fallback: START_VIEWS,
});

export const restoreViews = kept.restore;

export async function readViews(): Promise<SavedView[]> {
  return withStartViews(await kept.read());
}

/** Puts these in the place of all views. The agent's page sends all of them. */
export async function replaceViews(views: readonly SavedView[]): Promise<void> {
  await kept.write(withStartViews(views));
}

let counting: Promise<void> | undefined;
let isAskedAgain = false;

/**
 * Counts the pinned views whose count is five minutes old or of another filter, one after the other. Asked twice, each is
 * counted once: also one that was pinned while others were counted.
 */
export async function countViews(): Promise<Result<void>> {
  isAskedAgain = true;
  counting ??= countWhileAsked().finally(() => {
    counting = undefined;
  });
  return ok(await counting);
}

async function countWhileAsked(): Promise<void> {
  while (isAskedAgain) {
    isAskedAgain = false;
    await countDue();
  }
}

async function countDue(): Promise<void> {
  const { agentNumber } = (await readSettingsInForce()).values;
  const pinned = (await readViews()).filter((view) => view.pinned).slice(0, MOST_PINNED);
  for (const { id, filter } of pinned) {
    const known = (await viewCountsItem.read())[id];
    const wanted = listFilterOf(filter, agentNumber);
    if (wanted && isCountDue(known, countKey(wanted), Date.now())) await countOne(id, wanted);
  }
}

/** A count that waits for the network or a key is due whenever it is asked for; none else is tried again sooner for failing. */
async function countOne(id: string, filter: ListFilter): Promise<void> {
  const reader = await readerNow();
  const found = await listTickets(filter);
  const now = await readerNow();
  // Another desk or key by now: what the one before was told is nothing of it.
  if (now !== reader) return now === null ? undefined : countOne(id, filter);
  const isWaiting = !found.ok && (found.failure.code === 'unreachable' || found.failure.code === 'key-refused');
  const at = isWaiting ? 0 : Date.now();
  const count = { count: found.ok ? found.value.length : null, at, of: countKey(filter) };
  const counts = await viewCountsItem.read();
  await withRoom(() => viewCountsItem.write({ ...counts, [id]: count }));
}
