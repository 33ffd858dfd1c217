/** The tickets that the desk lists for a filter: how many, in which order, and every one of them. */
import { ArrowDownNarrowWide, ArrowUpNarrowWide, RotateCw } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useNames } from '../../lib/hooks/use-names.ts';
import { AWAY } from '../../lib/hooks/use-online.ts';
import { useTicketList } from '../../lib/hooks/use-ticket-list.ts';
import type { ListFilter } from '../../lib/tickets/list-filter.ts';
import { type Sort, sortTickets } from '../../lib/tickets/sort-tickets.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t, tn, wordsLocale } from '../../lib/words/words.ts';
import { IconButton } from '../basic/IconButton.tsx';
import { Select } from '../basic/Select.tsx';
import { Status } from '../basic/Status.tsx';
import { FailureNote } from '../failure/FailureNote.tsx';
import { BulkList, type OnBulk } from '../list/BulkList.tsx';
import { leaveFocus } from '../page/focus.ts';
import { ListWait } from './ListWait.tsx';
import { SortFact } from './SortFact.tsx';
import { SORT_WORDS } from './sort-words.ts';
import './tickets.css';

export interface ListedTicketsProps {
  /** The list's name. */
  label: string;
  filter: ListFilter;
  sort: Sort;
  onSort: (sort: Sort) => void;
  onOpen: (id: TicketId) => void;
  /** Several can be acted on at once. */
  onBulk?: OnBulk;
  /** False where it stands hidden behind what was opened from it. */
  isShown: boolean;
  /** What is said where nothing fits. */
  nothing: ComponentChildren;
}

export function ListedTickets(props: ListedTicketsProps) {
  const { label, filter, sort, onSort, onOpen, onBulk, isShown, nothing } = props;
  const list = useTicketList(filter, isShown);
  const { found, failure } = list;
  const { names, nameOf } = useNames();
  // What is read of a ticket later does not move its row.
  const ids = useMemo(
    () => sortTickets(found ?? [], sort, nameOf, wordsLocale()).map(({ id }) => id),
    [found, sort.by, sort.isDown, names],
  );
  const note = failure && (
    <FailureNote
      failure={failure}
      onRetry={failure === AWAY ? undefined : list.readAgain}
      retrying={list.isReading}
      hasRead={found !== null}
      isList
      actionsRef={leaveFocus}
    />
  );
  if (!found) return note ?? <ListWait />;
  if (ids.length === 0) {
    return (
      <>
        {nothing}
        {note}
      </>
    );
  }
  return (
    <section class="listed">
      <div class="listed__top">
        <Status class="listed__count">{tn('searchFound', ids.length)}</Status>
        <IconButton icon={RotateCw} label={t('listAgain')} busy={list.isReading} onClick={list.readAgain} />
        <div class="listed__sort">
          <Select
            label={t('listSort')}
            value={sort.by}
            options={SORT_WORDS.map(({ by, word }) => ({ value: by, label: t(word) }))}
            onChange={(by) => onSort({ ...sort, by: by as Sort['by'] })}
          />
          <IconButton
            icon={sort.isDown ? ArrowDownNarrowWide : ArrowUpNarrowWide}
            label={t('listTurned')}
            pressed={sort.isDown}
            onClick={() => onSort({ ...sort, isDown: !sort.isDown })}
          />
        </div>
      </div>
      <BulkList
        label={label}
        ids={ids}
        onBulk={onBulk}
        readOf={list.readOf}
        onOpen={onOpen}
        note={note}
        factOf={(ticket) => SortFact({ ticket, by: sort.by, nameOf })}
      />
    </section>
  );
}
