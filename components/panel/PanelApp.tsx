/** The side panel: search, places, and what the agent looks at. */
import { useState } from 'preact/hooks';
import { useActiveTab } from '../../lib/hooks/use-active-tab.ts';
import { useFollow } from '../../lib/hooks/use-follow.ts';
import { useOpenRequests } from '../../lib/hooks/use-open-requests.ts';
import { usePage } from '../../lib/hooks/use-page.ts';
import { useStoredFamily } from '../../lib/hooks/use-stored.ts';
import { useTheme } from '../../lib/hooks/use-theme.ts';
import { useTyping } from '../../lib/hooks/use-typing.ts';
import { outbox } from '../../lib/state/outbox.ts';
import { pageIds } from '../../lib/tickets/page-state.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { ConnectionGate } from '../failure/ConnectionGate.tsx';
import { OutboxStrips } from '../outbox/OutboxStrips.tsx';
import { OutboxView } from '../outbox/OutboxView.tsx';
import { PageView } from '../page/PageView.tsx';
import { TicketView } from '../ticket/TicketView.tsx';
import { BackBar } from './BackBar.tsx';
import { Navigation, type View } from './Navigation.tsx';
import { SearchField } from './SearchField.tsx';
import { SearchResults } from './SearchResults.tsx';
import './panel.css';

/** What the agent looks at; `ticket`: one opened from elsewhere than the page. */
export type Place = { view: View } | { view: 'search'; words: string } | { view: 'ticket'; id: TicketId; from: Place };

const PAGE: Place = { view: 'page' };

export function PanelApp() {
  useTheme();
  const tab = useActiveTab();
  const page = usePage(tab?.tabId ?? null);
  const typing = useTyping<HTMLDivElement>();
  const following = useFollow(tab?.tabId ?? null, page, typing.isTyping);
  const [place, go] = useState<Place>(PAGE);
  const [text, setText] = useState('');
  const inOutbox = useStoredFamily(outbox)?.size ?? 0;

  const open = (id: TicketId) => {
    if (pageIds(page).includes(id)) {
      following.choose(id);
      go(PAGE);
    } else go((from) => ({ view: 'ticket', id, from: from.view === 'ticket' ? from.from : from }));
  };
  useOpenRequests(tab?.windowId ?? null, (wanted) =>
    'words' in wanted ? go({ view: 'search', words: wanted.words }) : open(wanted.ticketId),
  );

  const ticket = (id: TicketId) => <TicketView key={id} id={id} onOpen={open} />;
  return (
    <div class="panel">
      <header class="panel__top">
        <h1 class="sr-only">{t('extensionName')}</h1>
        <SearchField
          text={text}
          onText={setText}
          onId={open}
          onWords={(words) => go({ view: 'search', words })}
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
      <main class="panel__main">
        <ConnectionGate>
          <div class="panel__place" ref={typing.areaRef}>
            {place.view === 'page' && tab && (
              <PageView tab={tab} page={page} following={following} onOpen={open} hasBulk ticket={ticket} />
            )}
            {place.view === 'search' && <SearchResults words={place.words} onOpen={open} />}
            {place.view === 'outbox' && <OutboxView onOpen={open} />}
            {place.view === 'ticket' && (
              <>
                <BackBar onBack={() => go(place.from)} />
                {ticket(place.id)}
              </>
            )}
          </div>
        </ConnectionGate>
      </main>
      <OutboxStrips onOpen={open} />
    </div>
  );
}
