/** What the desk found for some words. */
import { SearchX } from 'lucide';
import { useState } from 'preact/hooks';
import { ANY_TICKET } from '../../lib/tickets/list-filter.ts';
import { DESK_ORDER } from '../../lib/tickets/sort-tickets.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { EmptyState } from '../basic/EmptyState.tsx';
import type { OnBulk } from '../list/BulkList.tsx';
import { ListedTickets } from '../tickets/ListedTickets.tsx';

export interface SearchResultsProps {
  words: string;
  onOpen: (id: TicketId) => void;
  /** Several can be acted on at once. */
  onBulk?: OnBulk;
  /** False where they stand hidden behind what was opened from them. */
  isShown: boolean;
}

export function SearchResults({ words, onOpen, onBulk, isShown }: SearchResultsProps) {
  const [sort, setSort] = useState(DESK_ORDER);
  return (
    <ListedTickets
      label={t('searchResults')}
      filter={{ ...ANY_TICKET, search: words }}
      sort={sort}
      onSort={setSort}
      onOpen={onOpen}
      onBulk={onBulk}
      isShown={isShown}
      nothing={<EmptyState icon={SearchX} title={t('searchNothing', words)} text={t('searchNothingNext')} />}
    />
  );
}
