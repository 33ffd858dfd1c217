/** Tickets: the desk's list by a saved view or any filter. */
import { SearchX } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import { useViews } from '../../lib/hooks/use-views.ts';
import { DESK_ORDER, type Sort } from '../../lib/tickets/sort-tickets.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { ANY_VIEW, listFilterOf, type SavedView, type ViewFilter } from '../../lib/tickets/views.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { EmptyState } from '../basic/EmptyState.tsx';
import { Notice } from '../basic/Notice.tsx';
import { FailureNote, SettingsButton } from '../failure/FailureNote.tsx';
import type { OnBulk } from '../list/BulkList.tsx';
import { FilterBar } from './FilterBar.tsx';
import { ListedTickets } from './ListedTickets.tsx';
import { ViewKeeper } from './ViewKeeper.tsx';
import { ViewLines } from './ViewLines.tsx';
import { viewName } from './view-name.ts';
import './tickets.css';

/** What is listed: a filter and an order, and the saved view they began as. */
interface Listed {
  viewId: string | null;
  filter: ViewFilter;
  sort: Sort;
}

export interface TicketsViewProps {
  onOpen: (id: TicketId) => void;
  onBulk: OnBulk;
  isShown: boolean;
}

export function TicketsView({ onOpen, onBulk, isShown }: TicketsViewProps) {
  const [listed, list] = useState<Listed | null>(null);
  const [isFiltering, setFiltering] = useState(false);
  const state = useViews();
  const viewsTop = useRef<HTMLButtonElement>(null);
  const { agentNumber } = useSettings().settings;
  const view = state.views.find(({ id }) => id === listed?.viewId) ?? null;
  const question = listed && listFilterOf(listed.filter, agentNumber);

  const show = ({ id, filter, sort }: SavedView) => {
    setFiltering(false);
    list({ viewId: id, filter, sort });
  };
  const filterBy = (filter: ViewFilter) =>
    list((now) => ({ viewId: now?.viewId ?? null, sort: now?.sort ?? DESK_ORDER, filter }));
  return (
    <div class="tickets">
      <ViewLines state={state} current={view} onShow={show} topRef={viewsTop} />
      {state.failure && <FailureNote failure={state.failure} />}
      <FilterBar
        filter={listed?.filter ?? ANY_VIEW}
        isListed={listed !== null}
        isOpen={isFiltering}
        onOpen={setFiltering}
        onFilter={filterBy}
      />
      {listed && (
        <ViewKeeper
          state={state}
          view={view}
          filter={listed.filter}
          sort={listed.sort}
          onKept={show}
          onDeleted={() => viewsTop.current?.focus()}
        />
      )}
      {!listed && !isFiltering && <p class="tickets__note">{t('viewsHint')}</p>}
      {listed?.filter.assignee === 'none' && <p class="tickets__note">{t('viewNobodyHint')}</p>}
      {listed && !question && (
        <Notice title={t('viewNoMe')} actions={<SettingsButton />} live="status">
          {t('viewNoMeNext')}
        </Notice>
      )}
      {listed && question && (
        <ListedTickets
          label={view ? viewName(view) : t('panelTickets')}
          filter={question}
          sort={listed.sort}
          onSort={(sort) => list({ ...listed, sort })}
          onOpen={onOpen}
          onBulk={onBulk}
          isShown={isShown}
          nothing={
            <EmptyState icon={SearchX} title={t('viewNothing')} text={t('viewNothingNext')}>
              <Button onClick={() => setFiltering(true)}>{t('viewFilter')}</Button>
            </EmptyState>
          }
        />
      )}
    </div>
  );
}
