/** What the frames of each tab saw: stored per frame with its document, dropped when the frame is gone. */
import { browser } from 'wxt/browser';
import { type FrameRecord, frames, framesOfTab } from '../state/tabs.ts';
import { type FrameIds, idsOf, MOST_IDS } from '../tickets/page-state.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { showCount } from './badge.ts';
import { createTurns, waited } from './limits.ts';
import { withRoom } from './room.ts';
import type { PageAsker } from './sender.ts';
import { hearsOrder } from './tab-order.ts';

const turns = createTurns();

/** Under which name the record of a frame is kept. */
export function nameOf({ tabId, frameId }: Pick<PageAsker, 'tabId' | 'frameId'>): string {
  return `${tabId}:${frameId}`;
}

/** The records of a tab by frame id. */
export async function framesOf(tabId: number): Promise<Map<number, FrameRecord>> {
  return framesOfTab(tabId, await frames.readAll());
}

/** A page of a thousand frames, all full of IDs, would fill the storage that drafts and outbox need. */
const MOST_IN_FRAMES_WITHIN = 4 * MOST_IDS;

/**
 * What may be stored of a report, by its frame and the records of the others. The 200 of a tab are counted when its
 * records are read, so that one frame takes no room that another needs later; and the page's own list always fits.
 */
export function fitting(
  frameId: number,
  ids: readonly TicketId[],
  others: ReadonlyMap<number, FrameRecord>,
): TicketId[] {
  const distinct = [...new Set(ids)];
  if (frameId === 0) return distinct;
  const within = [...others].filter(([other]) => other !== 0);
  const stored = within.reduce((sum, [, record]) => sum + record.ids.length, 0);
  return distinct.slice(0, Math.max(0, MOST_IN_FRAMES_WITHIN - stored));
}

/** Stores a frame's report in place of the one before. */
export function recordFrame(asker: PageAsker, report: FrameIds): Promise<void> {
  return turns.write(String(asker.tabId), async () => {
    const records = await framesOf(asker.tabId);
    records.delete(asker.frameId);
    const ids = fitting(asker.frameId, report.ids, records);
    const scan = ids.length < new Set(report.ids).size ? 'stopped' : report.scan;
    const record: FrameRecord = { documentId: asker.documentId, ids, scan, at: Date.now() };
    await withRoom(() => frames.item(nameOf(asker)).write(record));
    await showCount(asker.tabId, idsOf(records.set(asker.frameId, record)).length);
  });
}

/** By tab: whether our script stands in its page, as known or asked since the page was last in doubt. */
const standing = new Map<number, Promise<boolean>>();

/** A script asks what to do. Where its document has just come, what another one in this frame saw is gone. */
export function startFrame(asker: PageAsker, hasCome: boolean): Promise<void> {
  return turns.write(String(asker.tabId), async () => {
    const before = await frames.item(nameOf(asker)).read();
    const isSame = before !== null && before.documentId !== null && before.documentId === asker.documentId;
    // Not every browser gives documents an id.
    if (isSame || !hasCome) return;
    if (asker.frameId === 0) standing.set(asker.tabId, Promise.resolve(true));
    await dropFrames(asker.tabId, [asker.frameId]);
  });
}

/**
 * Asks the page of a tab, once until it is in doubt again, whether our script stands in it. For pages that have loaded:
 * before that the one that goes would answer.
 */
export function pageStands(tabId: number): Promise<boolean> {
  const known = standing.get(tabId);
  if (known) return known;
  const asked = askPage(tabId);
  standing.set(tabId, asked);
  void asked.then((stands) => !stands && standing.get(tabId) === asked && standing.delete(tabId));
  return asked;
}

function askPage(tabId: number): Promise<boolean> {
  return hearsOrder({ tabId, frameId: 0 }, 'tab.isThere');
}

/** The page of a tab may be another one by now, or none. */
export function doubtPage(tabId: number): void {
  standing.delete(tabId);
}

/** Drops what frames saw that are no longer there: after a navigation, or when a page takes a frame out. */
export async function pruneFrames(tabId: number): Promise<void> {
  const before = await framesOf(tabId);
  const live = await findLive(tabId, [...before.keys()]);
  if (!live) return;
  const isGone = ([frameId, { documentId }]: [number, FrameRecord]) =>
    !live.has(frameId) || (documentId !== null && (live.get(frameId) ?? documentId) !== documentId);
  const gone = new Map([...before].filter(isGone));
  await turns.write(String(tabId), async () => {
    const now = await framesOf(tabId);
    // One that has reported since stands there after all.
    const isStill = (frameId: number) => now.get(frameId)?.at === gone.get(frameId)?.at;
    await dropFrames(tabId, [...gone.keys()].filter(isStill));
  });
}

/** The frame rests: nothing is known of it, as if nobody had looked. */
export function forgetFrame({ tabId, frameId }: PageAsker): Promise<void> {
  return turns.write(String(tabId), () => dropFrames(tabId, [frameId]));
}

/** The tab is gone, or holds nothing any more. */
export function forgetFrames(tabId: number): Promise<void> {
  doubtPage(tabId);
  return turns.write(String(tabId), async () => dropFrames(tabId, [...(await framesOf(tabId)).keys()]));
}

async function dropFrames(tabId: number, frameIds: number[]): Promise<void> {
  if (frameIds.length === 0) return;
  for (const frameId of frameIds) await frames.item(nameOf({ tabId, frameId })).remove();
  await showCount(tabId, idsOf(await framesOf(tabId)).length);
}

/** A frame that does not answer in this time is not waited for: it may be frozen, or its page busy. */
export const ANSWER_MS = 2_000;

/** Frame id → document id (undefined where nobody says it) of the frames that stand. Null when the browser cannot say now. */
type LiveFrames = Map<number, string | undefined> | null;
type ScriptTarget = Parameters<typeof browser.scripting.executeScript>[0]['target'];

/**
 * Mostly only the page itself has a record: then it alone is asked, for to run a script in all frames was a third of what
 * a page of 20 frames paid for us. Another document in it has dropped the record by asking for its set-up. Frames within
 * are not asked so: a page that rests in the back-forward cache has them still.
 */
function findLive(tabId: number, known: number[]): Promise<LiveFrames> {
  if (known.some((frameId) => frameId !== 0)) return findLiveFrames(tabId, known);
  return known.length === 0 ? Promise.resolve(null) : Promise.race([findPage(tabId), noAnswer()]);
}

async function findPage(tabId: number): Promise<LiveFrames> {
  return (await (standing.get(tabId) ?? askPage(tabId))) ? new Map([[0, undefined]]) : new Map();
}

function noAnswer(): Promise<null> {
  return waited(ANSWER_MS, new AbortController().signal).then(() => null);
}

/** Every frame that we may look into; none where we may not. */
async function findLiveFrames(tabId: number, known: number[]): Promise<LiveFrames> {
  const live = await runInFrames({ tabId, allFrames: true });
  if (live !== 'shut') return live;
  // Chromium then refuses those that we may look into, too, where they are not asked for by themselves.
  const each = await Promise.all(known.map((frameId) => runInFrames({ tabId, frameIds: [frameId] })));
  if (each.includes(null)) return null;
  return new Map(each.flatMap((one) => (one === 'shut' ? [] : [...(one ?? [])])));
}

/** The frames that the script ran in. `shut`: they are gone, or the browser does not let us into them. */
async function runInFrames(target: ScriptTarget): Promise<LiveFrames | 'shut'> {
  const asking = browser.scripting.executeScript({ target, func: () => 0, injectImmediately: true });
  try {
    const results = await Promise.race([asking, noAnswer()]);
    const documentOf = (result: object) => (result as { documentId?: string }).documentId;
    return results && new Map(results.map((result) => [result.frameId, documentOf(result)]));
  } catch (error) {
    const isShut =
      /cannot access|cannot be scripted|showing error page|missing host permission|no tab with id|no frame with id|invalid (tab|frame)/i;
    return isShut.test(String(error)) ? 'shut' : null;
  }
}
