/** The side panel: search, places, and what the agent looks at. */
import { useRef, useState } from 'preact/hooks';
import { sayTicket } from '../../lib/hooks/say-ticket.ts';
import { useActiveTab } from '../../lib/hooks/use-active-tab.ts';
import { type ListName, useBulkLists } from '../../lib/hooks/use-bulk-lists.ts';
import { useFollow } from '../../lib/hooks/use-follow.ts';
import { useOpenRequests } from '../../lib/hooks/use-open-requests.ts';
import { usePage } from '../../lib/hooks/use-page.ts';
import { usePageSelection } from '../../lib/hooks/use-page-selection.ts';
import { useScrollPlace } from '../../lib/hooks/use-scroll-place.ts';
import { useStoredFamily } from '../../lib/hooks/use-stored.ts';
import { useTellShown } from '../../lib/hooks/use-tell-shown.ts';
import { useTheme } from '../../lib/hooks/use-theme.ts';
import { useTyping } from '../../lib/hooks/use-typing.ts';
import { useViewCounts } from '../../lib/hooks/use-views.ts';
import { outbox } from '../../lib/state/outbox.ts';
import type { PagePlace } from '../../lib/tickets/follow-page.ts';
import { findList, pageIds } from '../../lib/tickets/page-state.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { ConnectionGate } from '../failure/ConnectionGate.tsx';
import { OutboxStrips } from '../outbox/OutboxStrips.tsx';
import { OutboxView } from '../outbox/OutboxView.tsx';
import { focusRow, focusTicket, leaveFocus } from '../page/focus.ts';
import { PageView } from '../page/PageView.tsx';
import { TicketView } from '../ticket/TicketView.tsx';
import { TicketsView } from '../tickets/TicketsView.tsx';
import { BackBar } from './BackBar.tsx';
import { Kept } from './Kept.tsx';
import { Navigation, type View } from './Navigation.tsx';
import { SearchField } from './SearchField.tsx';
import { SearchResults } from './SearchResults.tsx';
import { SelectionStrip } from './SelectionStrip.tsx';
import './panel.css';

/** What the agent looks at; `ticket`: one opened from elsewhere than the page. */
export type Place = { view: View } | { view: 'search'; words: string } | { view: 'ticket'; id: TicketId; from: Place };

const PAGE: Place = { view: 'page' };

export function PanelApp() {
  useTheme();
  const tab = useActiveTab();
  const page = usePage(tab?.tabId ?? null);
  const typing = useTyping<HTMLDivElement>();
  const following = useFollow(page, typing);
  const [place, go] = useState<Place>(PAGE);
  const [text, setText] = useState('');
  const main = useRef<HTMLElement>(null);
  useViewCounts();
  const inOutbox = useStoredFamily(outbox)?.size ?? 0;

  /** The field says what was looked for, whoever looked. */
  const search = (words: string) => {
    setText(words);
    go({ view: 'search', words });
  };
  // A list stays as it was behind the ticket that was opened from it.
  const behind = place.view === 'ticket' ? place.from : place;
  const showOnPage = (id: TicketId) => {
    following.choose(id);
    go(PAGE);
  };
  /** With a way back to where the agent is. */
  const showFromHere = (id: TicketId) => go({ view: 'ticket', id, from: behind });
  // What is kept under a person who types is not the page: it is left by a way back.
  const isOnPage = (id: TicketId) => following.place.page === page && pageIds(page).includes(id);
  /** From a row, a text or the field of the panel. */
  const open = (id: TicketId) => {
    if (behind.view === 'page' && isOnPage(id)) showOnPage(id);
    else showFromHere(id);
    setTimeout(() => focusTicket(main.current) || sayTicket(id, page));
  };
  const shownOfPage = place.view === 'page' && following.place.kind === 'ticket' ? following.place.id : null;
  const shown = place.view === 'ticket' ? place.id : shownOfPage;
  useOpenRequests(tab?.windowId ?? null, (wanted) => {
    if ('words' in wanted) return search(wanted.words);
    // The field offers each.
    if ('several' in wanted) return setText(wanted.several.join(' '));
    if (wanted.ticketId !== shown) sayTicket(wanted.ticketId, page);
    if (behind.view === 'search') setText('');
    if (isOnPage(wanted.ticketId)) showOnPage(wanted.ticketId);
    else showFromHere(wanted.ticketId);
  });

  /** To the row that was opened, where there is one. */
  const back = ({ id, from }: Place & { view: 'ticket' }) => {
    if (from.view === 'search') setText(from.words);
    go(from);
    setTimeout(() => focusRow(main.current, id));
  };
  const lists = useBulkLists(listOnShow(place, following.place), {
    ...(findList(page) && {
      page: () => {
        following.choose(null);
        go(PAGE);
      },
    }),
    tickets: () => go({ view: 'tickets' }),
    search: () => go(behind),
  });
  useTellShown(tab?.windowId ?? null, shown);
  const placeName = place.view === 'page' ? `page ${following.place.page.list}` : JSON.stringify(place);
  useScrollPlace(main, shown ? `ticket ${shown}` : placeName);
  const selected = usePageSelection(tab?.windowId ?? null);

  const ticket = (id: TicketId) => (
    <TicketView key={id} id={id} onOpen={open} quoted={selected.quotedIn(id)} onQuoted={selected.onQuoted} />
  );
  return (
    <div class="panel">
      <header class="panel__top">
        <h1 class="sr-only">{t('extensionName')}</h1>
        <SearchField
          text={text}
          onText={setText}
          onId={open}
          onWords={search}
          onClear={() => go((now) => (now.view === 'search' ? PAGE : now))}
        />
        <Navigation
          current={place.view === 'search' || place.view === 'ticket' ? null : place.view}
          onGo={(view) => {
            if (view === 'page' && place.view === 'page') following.choose(null);
            go({ view });
          }}
          ticketsOnPage={pageIds(page).length}
          inOutbox={inOutbox}
        />
      </header>
      <main class="panel__main" ref={main}>
        <ConnectionGate actionsRef={leaveFocus}>
          <Kept isShown={place.view === 'tickets'}>
            <TicketsView onOpen={open} onBulk={lists.onBulkIn('tickets')} isShown={place.view === 'tickets'} />
          </Kept>
          {behind.view === 'search' && (
            <div class="panel__place" hidden={place !== behind}>
              <SearchResults
                words={behind.words}
                onOpen={open}
                onBulk={lists.onBulkIn('search')}
                isShown={place === behind}
              />
            </div>
          )}
          <div class="panel__place" ref={typing.areaRef} hidden={place.view !== 'page' && place.view !== 'ticket'}>
            {tab && (
              <PageView
                tab={tab}
                page={page}
                following={following}
                isShown={place.view === 'page'}
                onOpen={open}
                onStep={(id) => sayTicket(id, page)}
                onBulk={lists.onBulkIn('page')}
                ticket={ticket}
              />
            )}
            {place.view === 'ticket' && (
              <>
                <BackBar onBack={() => back(place)} />
                {ticket(place.id)}
              </>
            )}
          </div>
        </ConnectionGate>
        {/* What waits to be sent is seen, and can be thrown away, without a key too. */}
        {place.view === 'outbox' && (
          <div class="panel__place">
            <OutboxView onOpen={open} />
          </div>
        )}
      </main>
      <OutboxStrips
        onOpen={open}
        shown={place.view === 'outbox' ? 'outbox' : shown}
        onOutbox={() => go({ view: 'outbox' })}
        lists={lists}
      >
        {selected.selection && (
          <SelectionStrip
            selection={selected.selection}
            onAdd={shown ? () => selected.addTo(shown) : undefined}
            onDrop={selected.drop}
          />
        )}
      </OutboxStrips>
    </div>
  );
}

/** The list whose rows are on show. */
function listOnShow({ view }: Place, onPage: PagePlace): ListName | null {
  if (view === 'tickets' || view === 'search') return view;
  return view === 'page' && onPage.kind === 'state' && findList(onPage.page) ? 'page' : null;
}
