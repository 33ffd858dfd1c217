/** On this page: the ticket or tickets of the active tab, or words on why there are none. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { ActiveTab } from '../../lib/hooks/use-active-tab.ts';
import type { Following } from '../../lib/hooks/use-follow.ts';
import { findList, type ListPage, pageIds, type TabPage } from '../../lib/tickets/page-state.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import type { OnBulk } from '../list/BulkList.tsx';
import { focusRow } from './focus.ts';
import { PageBar } from './PageBar.tsx';
import { PageOffer } from './PageOffer.tsx';
import { PageTickets } from './PageTickets.tsx';
import { PageWords } from './PageWords.tsx';
import { RecentTickets } from './RecentTickets.tsx';

export interface PageViewProps {
  tab: ActiveTab;
  page: TabPage;
  following: Following;
  /** False where another place is shown: then only the list stands, hidden as it was left. */
  isShown?: boolean;
  /** Opens a ticket of the list, or another one. */
  onOpen: (id: TicketId) => void;
  /** Told which ticket was stepped to. */
  onStep: (id: TicketId) => void;
  /** Several tickets of the page can be acted on at once. */
  onBulk?: OnBulk;
  /** Draws a ticket. */
  ticket: (id: TicketId) => ComponentChildren;
}

export function PageView({ tab, page, following, isShown = true, onOpen, onStep, onBulk, ticket }: PageViewProps) {
  const { place, offered, choose, takeOffer } = following;
  const state = place.kind === 'state' ? place.page : null;
  const isList = isShown && state?.kind === 'some';
  const list = useKeptList(place.page, isList);
  const ids = pageIds(page);
  // Where it is kept, the focus may be in its bar.
  const hasBar = place.kind === 'ticket' && (place.page === page ? ids.length > 1 : findList(place.page) !== null);
  const area = useRef<HTMLDivElement>(null);
  const step = (from: TicketId, to: TicketId | null) => {
    choose(to);
    if (to === null) setTimeout(() => focusRow(area.current, from));
    else onStep(to);
  };
  return (
    <>
      {isShown && offered && <PageOffer offered={offered} onShow={takeOffer} />}
      {isShown && place.kind === 'ticket' && (
        <>
          {hasBar && page.tabId !== null && (
            <PageBar tabId={page.tabId} ids={ids} id={place.id} onChoose={(to) => step(place.id, to)} />
          )}
          {ticket(place.id)}
        </>
      )}
      {isShown && state && state.kind !== 'some' && (
        <>
          <PageWords page={state} origin={tab.tabId === state.tabId ? tab.origin : null} />
          {state.kind !== 'looking' && state.kind !== 'unknown' && <RecentTickets onOpen={onOpen} />}
        </>
      )}
      {list && (
        <div class="page-list" ref={area} hidden={!isList}>
          {list.stopped && <p class="page-note">{t('pageStopped')}</p>}
          <PageTickets
            list={list.list}
            reads={`${list.list} ${list.documentId}`}
            ids={list.ids}
            isShown={isList}
            onOpen={onOpen}
            onBulk={onBulk}
          />
        </div>
      )}
    </>
  );
}

/** Once the list was shown it stays as it was left behind whatever is shown, for as long as its tab stays on one site. */
function useKeptList(page: TabPage, isShown: boolean): ListPage | null {
  const kept = useRef<ListPage | null>(null);
  if (kept.current?.list !== page.list) kept.current = null;
  if (isShown || kept.current) kept.current = findList(page) ?? kept.current;
  return kept.current;
}
