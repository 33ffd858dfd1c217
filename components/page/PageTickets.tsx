/** The tickets of the page in page order; rows are read as they come into view. */
import { AWAY } from '../../lib/hooks/use-online.ts';
import { useRecords } from '../../lib/hooks/use-records.ts';
import { useRows } from '../../lib/hooks/use-rows.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { FailureNote } from '../failure/FailureNote.tsx';
import { BulkList, type OnBulk } from '../list/BulkList.tsx';
import { leaveFocus } from './focus.ts';
import './page.css';

export interface PageTicketsProps {
  /** Names the page, so that another one starts anew. */
  list: string;
  /** The page whose tickets are read: the next one of the site has its own budget for that. */
  reads: string;
  ids: TicketId[];
  /** False where it stands hidden behind what was opened from it. */
  isShown: boolean;
  onOpen: (id: TicketId) => void;
  onBulk?: OnBulk;
}

export function PageTickets({ list, reads, ids, isShown, onOpen, onBulk }: PageTicketsProps) {
  const records = useRecords(ids);
  const rows = useRows(reads, ids, records, isShown);
  if (records === null) return null;
  const note = rows.failure && (
    <FailureNote
      failure={rows.failure}
      onRetry={rows.failure === AWAY ? undefined : rows.retry}
      retrying={rows.isReading}
      hasRead={ids.some((id) => records.has(id))}
    />
  );
  return (
    <>
      <BulkList
        key={list}
        onBulk={onBulk}
        label={t('pageTickets')}
        ids={ids}
        readOf={(id) => records.get(id)}
        unreadOf={rows.unreadOf}
        onOpen={onOpen}
        rowRef={rows.watchRow}
        note={note}
      />
      {rows.hasMore && (
        <div class="rows__more">
          <Button buttonRef={leaveFocus} onClick={rows.loadMore} busy={rows.isReading}>
            {t('pageLoadMore')}
          </Button>
        </div>
      )}
    </>
  );
}
