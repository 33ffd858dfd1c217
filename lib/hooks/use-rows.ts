/** Reads the rows of a list as they come into view, in batches, within what one page may cause. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { askWorker } from '../protocol/ask.ts';
import { isFresh } from '../state/tickets.ts';
import type { Failure } from '../tickets/failure.ts';
import { needsMore, ROWS_AT_ONCE, rowsToRead, unreadAfter } from '../tickets/rows-to-read.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { isWaiting, useBackOnline } from './use-back-online.ts';
import { useKeySince } from './use-desk.ts';
import { useAway } from './use-online.ts';
import type { Records } from './use-records.ts';

/** Rows that come into view together are asked for together. */
const GATHER_MS = 120;

export interface Rows {
  /** The ref of each row's element. */
  watchRow(element: Element | null): void;
  /** Offer `Load more`. */
  hasMore: boolean;
  loadMore(): void;
  isReading: boolean;
  /** Of the latest reading as a whole, or that none can be made now. */
  failure: Failure | null;
  /** Why a row could not be read, where `failure` does not say it of all. */
  unreadOf(id: TicketId): Failure | undefined;
  retry(): void;
}

/**
 * `list` names the list: another one starts with a new budget, and so does one that is shown again, whose rows may be old
 * by then. Row elements carry `data-id`.
 */
export function useRows(list: string, ids: TicketId[], records: Records | null, isShown: boolean): Rows {
  const [budget, setBudget] = useState(ROWS_AT_ONCE);
  const [readings, setReadings] = useState(0);
  const [isLoadingMore, setLoadingMore] = useState(false);
  const [failed, setFailure] = useState<Failure | null>(null);
  const away = useAway();
  const since = useKeySince();
  const failure = failed ?? away;
  const [unread, setUnread] = useState<ReadonlyMap<TicketId, Failure>>(new Map());
  const asked = useRef(new Set<TicketId>());
  const seen = useRef(new Set<TicketId>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** Rows whose record was here: to make room it may go again. */
  const had = useRef(new Set<TicketId>());
  /** Rows to be asked for once more, in view or not. */
  const again = useRef(new Set<TicketId>());
  for (const id of records?.keys() ?? []) had.current.add(id);
  const isKnown = (id: TicketId) => records?.has(id) ?? false;
  const unreadOf = (id: TicketId) => {
    const reason = unread.get(id);
    return reason?.code === failure?.code ? undefined : reason;
  };
  /** It stands there without a record, and would be read if it were asked for again. */
  const isGone = (id: TicketId) => {
    if (isKnown(id)) return false;
    return unread.has(id) ? (unreadOf(id)?.code ?? 'not-found') !== 'not-found' : had.current.has(id);
  };
  const latest = useRef({ ids, records, budget });
  latest.current = { ids, records, budget };

  const read = useCallback(async () => {
    const { ids: all, records: known, budget: most } = latest.current;
    const isFreshRow = (id: TicketId) => {
      const record = known?.get(id);
      return record !== undefined && isFresh(record, Date.now());
    };
    const inView = all.filter((id) => seen.current.has(id) || again.current.has(id));
    const wanted = rowsToRead({ seen: inView, asked: asked.current, budget: most, isFresh: isFreshRow });
    if (wanted.length === 0 || known === null) return setLoadingMore(false);
    for (const id of wanted) asked.current.add(id);
    setReadings((count) => count + 1);
    const answer = await askWorker('ticket.readRows', { ids: wanted });
    setReadings((count) => count - 1);
    setLoadingMore(false);
    // What is asked for once more and fails is no failure of the list.
    const isOfList = wanted.some((id) => !again.current.has(id));
    for (const id of wanted) again.current.delete(id);
    if (answer.ok || isOfList) setFailure(answer.ok ? null : answer.failure);
    const left = answer.ok ? answer.value.unread : wanted.map((id) => ({ id, failure: answer.failure }));
    setUnread((before) => unreadAfter(before, wanted, left));
  }, []);
  const readSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void read(), GATHER_MS);
  }, [read]);

  // List, key and budget are reasons to look again, not inputs.
  useEffect(() => {
    if (!isShown) return;
    asked.current = new Set();
    had.current = new Set();
    setBudget(ROWS_AT_ONCE);
    setFailure(null);
  }, [list, isShown, since]);
  useEffect(readSoon, [list, isShown, since, budget, records === null, ids.length]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const watchRow = useRowWatcher(seen.current, readSoon);
  // It stays while what it asked for is read.
  const hasMore = isLoadingMore || needsMore(ids, asked.current, budget, isKnown, isGone);
  const loadMore = () => {
    for (const id of ids.filter(isGone)) {
      asked.current.delete(id);
      had.current.delete(id);
      again.current.add(id);
    }
    setBudget(asked.current.size + ROWS_AT_ONCE);
    setLoadingMore(true);
    readSoon();
  };
  const retry = () => {
    asked.current = new Set();
    setFailure(null);
    readSoon();
  };
  useBackOnline([failure, ...unread.values()].find(isWaiting), retry);
  return { watchRow, hasMore, loadMore, isReading: readings > 0 || isLoadingMore, failure, unreadOf, retry };
}

/** A ref callback that notes which rows are in view. */
function useRowWatcher(seen: Set<TicketId>, onSeen: () => void): (element: Element | null) => void {
  const observer = useMemo(
    () =>
      new IntersectionObserver((changes) => {
        for (const { target, isIntersecting } of changes) {
          const id = (target as HTMLElement).dataset.id as TicketId | undefined;
          if (id === undefined) continue;
          if (isIntersecting) seen.add(id);
          else seen.delete(id);
        }
        onSeen();
      }),
    [seen, onSeen],
  );
  useEffect(() => () => observer.disconnect(), [observer]);
  return useCallback((element) => element && observer.observe(element), [observer]);
}
