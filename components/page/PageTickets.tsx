/** The tickets of the page in page order; rows are read as they come into view. */
import { useRecords } from '../../lib/hooks/use-records.ts';
import { useRows } from '../../lib/hooks/use-rows.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { FailureNote } from '../failure/FailureNote.tsx';
import { TicketRow } from './TicketRow.tsx';
import './page.css';

export interface PageTicketsProps {
  /** Names the page, so that another one starts anew. */
  list: string;
  ids: TicketId[];
  onOpen: (id: TicketId) => void;
  current?: TicketId | null;
}

export function PageTickets({ list, ids, onOpen, current }: PageTicketsProps) {
  const records = useRecords(ids);
  const rows = useRows(list, ids, records);
  if (records === null) return null;
  return (
    <>
      {rows.failure && <FailureNote failure={rows.failure} onRetry={rows.retry} retrying={rows.isReading} />}
      <ul class="rows" aria-label={t('pageTickets')}>
        {ids.map((id) => (
          <TicketRow
            key={id}
            id={id}
            ticket={records.get(id)?.ticket}
            onOpen={onOpen}
            rowRef={rows.watchRow}
            isCurrent={id === current}
          />
        ))}
      </ul>
      {rows.hasMore && (
        <div class="rows__more">
          <Button onClick={rows.loadMore} busy={rows.isReading}>
            {t('pageLoadMore')}
          </Button>
        </div>
      )}
    </>
  );
}
