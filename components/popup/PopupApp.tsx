/** The toolbar popup: a quick look at the tickets of the page, tags and closing in place. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { sayTicket } from '../../lib/hooks/say-ticket.ts';
import { useActiveTab } from '../../lib/hooks/use-active-tab.ts';
import { useFollow } from '../../lib/hooks/use-follow.ts';
import { useLookOnOpen } from '../../lib/hooks/use-look-on-open.ts';
import { usePage } from '../../lib/hooks/use-page.ts';
import { useKeepPopup, useLeftPopup } from '../../lib/hooks/use-popup-place.ts';
import { useRoom } from '../../lib/hooks/use-room.ts';
import { useStoredMember } from '../../lib/hooks/use-stored.ts';
import { useTheme } from '../../lib/hooks/use-theme.ts';
import { useTyping } from '../../lib/hooks/use-typing.ts';
import type { PopupPlace } from '../../lib/state/popup.ts';
import { tabs } from '../../lib/state/tabs.ts';
import { pageIds } from '../../lib/tickets/page-state.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { ConnectionGate } from '../failure/ConnectionGate.tsx';
import { OutboxStrips } from '../outbox/OutboxStrips.tsx';
import { focusRow, focusTicket, leaveFocus } from '../page/focus.ts';
import { PageView } from '../page/PageView.tsx';
import { BackBar } from '../panel/BackBar.tsx';
import { SearchField } from '../panel/SearchField.tsx';
import { SearchResults } from '../panel/SearchResults.tsx';
import { PopupFoot } from './PopupFoot.tsx';
import { ShortCard } from './ShortCard.tsx';
import './popup.css';

const PAGE: PopupPlace = { view: 'page' };

export function PopupApp() {
  useTheme();
  const tab = useActiveTab();
  const tabName = tab && String(tab.tabId);
  const origin = useStoredMember(tabs, tabName)?.origin ?? tab?.origin ?? null;
  const page = useLookOnOpen(tab?.tabId ?? null, usePage(tab?.tabId ?? null));
  const typing = useTyping<HTMLDivElement>();
  const left = useLeftPopup(tab?.tabId ?? null, pageIds(page));
  const following = useFollow(page, typing, left?.chosen);
  const [place, go] = useState<PopupPlace>(left?.place ?? PAGE);
  const [text, setText] = useState(left?.text ?? '');
  useKeepPopup({
    tabId: tab?.tabId ?? null,
    place,
    chosen: following.chosen,
    text,
    ids: page.kind === 'looking' || page.kind === 'unknown' ? null : pageIds(page),
  });
  const field = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  useRoom(popup);
  useLayoutEffect(() => field.current?.focus(), []);

  const behind = place.view === 'ticket' ? place.from : place;
  const open = (id: TicketId) => {
    if (behind.view === 'page' && pageIds(page).includes(id)) {
      following.choose(id);
      go(PAGE);
    } else go({ view: 'ticket', id, from: behind });
    setTimeout(() => focusTicket(main.current) || sayTicket(id, page));
  };
  /** To the row that was opened, where there is one. */
  const back = ({ id, from }: PopupPlace & { view: 'ticket' }) => {
    if (from.view === 'search') setText(from.words);
    go(from);
    setTimeout(() => focusRow(main.current, id));
  };
  const card = (id: TicketId) => <ShortCard key={id} id={id} onOpen={open} />;
  const shown = place.view === 'ticket' ? place.id : following.place.kind === 'ticket' ? following.place.id : null;
  return (
    <div class="popup" ref={popup}>
      <header class="popup__top">
        <h1 class="sr-only">{t('extensionName')}</h1>
        <SearchField
          inputRef={field}
          text={text}
          onText={setText}
          onId={open}
          onWords={(words) => go({ view: 'search', words })}
          onClear={() => go((now) => (now.view === 'search' ? PAGE : now))}
        />
      </header>
      <main class="popup__main" ref={main}>
        <ConnectionGate actionsRef={leaveFocus}>
          {behind.view === 'search' && (
            <div class="popup__place" hidden={place !== behind}>
              <SearchResults words={behind.words} onOpen={open} isShown={place === behind} />
            </div>
          )}
          <div class="popup__place" ref={typing.areaRef} hidden={place.view === 'search'}>
            {place.view === 'page' && tab && (
              <PageView
                tab={tab}
                page={page}
                following={following}
                onOpen={open}
                onStep={(id) => sayTicket(id, page)}
                ticket={card}
              />
            )}
            {place.view === 'ticket' && (
              <>
                <BackBar onBack={() => back(place)} />
                {card(place.id)}
              </>
            )}
          </div>
        </ConnectionGate>
      </main>
      <OutboxStrips onOpen={open} shown={place.view === 'search' ? null : shown} />
      <PopupFoot tab={tab} origin={origin} page={page} id={shown} />
    </div>
  );
}
