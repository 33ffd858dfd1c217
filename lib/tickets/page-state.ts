/** What stands on the active tab's page, decided from its tab record and the reports of its frames. */
import type { TicketId } from './ticket-id.ts';

/** What one frame saw, whole each time; the newest report of a frame replaces the one before. */
export interface FrameIds {
  /** Distinct IDs in page order, at most `MOST_IDS`. */
  ids: TicketId[];
  /** `looking` while the first scan runs, `stopped` when a limit of detection ended it, else `done`. */
  scan: 'looking' | 'done' | 'stopped';
}

/** Whether we may look at the tab. */
export interface TabLook {
  /** Origin of the page where we may know it. */
  origin: string | null;
  /** `on`: we look here. `not-allowed`: no permission. `off`: switched off. `asked`: only when asked. `browser-page`: no extension may. */
  state: 'on' | 'off' | 'not-allowed' | 'asked' | 'browser-page';
}

export type PageState =
  /** Nothing is known of this tab yet. */
  | { kind: 'unknown' }
  | { kind: 'not-allowed'; origin: string | null }
  | { kind: 'off'; origin: string | null }
  | { kind: 'asked' }
  | { kind: 'browser-page' }
  | { kind: 'looking' }
  /** No ID; `stopped`: a limit ended the search, so there may be some. */
  | { kind: 'none'; stopped: boolean }
  | { kind: 'some'; ids: TicketId[]; stopped: boolean };

/**
 * With the tab it is of, null where there is none, and the name of its list, which is the same for as long as that tab stays
 * on one site. `documentId`: of the page itself where the browser says it, another one after each navigation.
 */
export type TabPage = PageState & { tabId: number | null; list: string; documentId?: string | null | undefined };
/** A page of several tickets: they are shown as a list. */
export type ListPage = Extract<TabPage, { kind: 'some' }>;

/** Distinct IDs that a frame reports, and that are listed of a tab with all its frames. */
export const MOST_IDS = 200;

/**
 * Decides the state; `frames` by frame id, 0 being the page itself. Frames that reported win over `asked`: someone asked.
 * Those that reported IDs win over `not-allowed`: they are of chosen sites, in a page that is not; and over
 * `browser-page`: a window that a chosen site opened without an address.
 */
export function pageState(tab: TabLook | null, frames: ReadonlyMap<number, FrameIds>): PageState {
  switch (tab?.state) {
    case 'not-allowed':
    case 'browser-page': {
      const seen = seenState(frames);
      if (seen.kind === 'some') return seen;
      return tab.state === 'browser-page' ? { kind: tab.state } : { kind: tab.state, origin: tab.origin };
    }
    case 'off':
      return { kind: tab.state, origin: tab.origin };
    case 'asked':
      return frames.size > 0 ? seenState(frames) : { kind: 'asked' };
    case 'on':
      return seenState(frames);
    default:
      return frames.size > 0 ? seenState(frames) : { kind: 'unknown' };
  }
}

function seenState(frames: ReadonlyMap<number, FrameIds>): PageState {
  const ids = idsOf(frames);
  const reports = [...frames.values()];
  const hasMore = new Set(reports.flatMap((report) => report.ids)).size > ids.length;
  const stopped = hasMore || reports.some((report) => report.scan === 'stopped');
  if (ids.length > 0) return { kind: 'some', ids, stopped };
  const isLooking = reports.length === 0 || reports.some((report) => report.scan === 'looking');
  return isLooking && !stopped ? { kind: 'looking' } : { kind: 'none', stopped };
}

/** Distinct IDs of a tab, at most `MOST_IDS`: the page's own first, then its frames'. */
export function idsOf(frames: ReadonlyMap<number, FrameIds>): TicketId[] {
  const inOrder = [...frames].sort(([a], [b]) => a - b);
  return [...new Set(inOrder.flatMap(([, { ids }]) => ids))].slice(0, MOST_IDS);
}

/** Null where there are not several tickets to list. */
export function findList(page: TabPage): ListPage | null {
  return page.kind === 'some' && page.ids.length > 1 ? page : null;
}

/** The IDs of the page, in page order; none where we cannot look. */
export function pageIds(page: PageState): TicketId[] {
  return page.kind === 'some' ? page.ids : [];
}
