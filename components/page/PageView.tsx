/** On this page: the ticket or tickets of the active tab, or words on why there are none. */
import type { ComponentChildren } from 'preact';
import type { ActiveTab } from '../../lib/hooks/use-active-tab.ts';
import type { Following } from '../../lib/hooks/use-follow.ts';
import { type PageState, pageIds } from '../../lib/tickets/page-state.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { PageBar } from './PageBar.tsx';
import { PageOffer } from './PageOffer.tsx';
import { PageTickets } from './PageTickets.tsx';
import { PageWords } from './PageWords.tsx';
import { RecentTickets } from './RecentTickets.tsx';

export interface PageViewProps {
  tab: ActiveTab;
  page: PageState;
  following: Following;
  /** Opens a ticket that is not on this page. */
  onOpen: (id: TicketId) => void;
  /** Several tickets of the page can be acted on at once. */
  hasBulk?: boolean;
  /** Draws a ticket. */
  ticket: (id: TicketId) => ComponentChildren;
}

export function PageView({ tab, page, following, onOpen, hasBulk, ticket }: PageViewProps) {
  const { place, offered, choose, takeOffer } = following;
  const offer = offered && <PageOffer offered={offered} onShow={takeOffer} />;
  if (place.kind === 'ticket') {
    const ids = pageIds(page);
    return (
      <>
        {offer}
        {ids.length > 1 && ids.includes(place.id) && (
          <PageBar tabId={tab.tabId} ids={ids} id={place.id} onChoose={choose} />
        )}
        {ticket(place.id)}
      </>
    );
  }
  if (place.page.kind !== 'some') {
    return (
      <>
        <PageWords page={place.page} tabId={tab.tabId} origin={tab.origin} />
        {place.page.kind !== 'looking' && place.page.kind !== 'unknown' && <RecentTickets onOpen={onOpen} />}
      </>
    );
  }
  return (
    <>
      {place.page.stopped && <p class="page-note">{t('pageStopped')}</p>}
      <PageTickets list={`${tab.tabId} ${tab.origin}`} ids={place.page.ids} onOpen={choose} hasBulk={hasBulk} />
    </>
  );
}
