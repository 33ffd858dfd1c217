/** What the desk found for some words. */
import { SearchX } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { askWorker } from '../../lib/protocol/ask.ts';
import type { Result } from '../../lib/protocol/result.ts';
import { ANY_TICKET } from '../../lib/tickets/list-filter.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t, tn } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { EmptyState } from '../basic/EmptyState.tsx';
import { Skeleton } from '../basic/Skeleton.tsx';
import { FailureNote } from '../failure/FailureNote.tsx';
import { TicketRow } from '../page/TicketRow.tsx';
import './search-results.css';

/** Rows drawn at first, and more by each `Show more`. */
const AT_ONCE = 50;

export function SearchResults({ words, onOpen }: { words: string; onOpen: (id: TicketId) => void }) {
  const [turn, setTurn] = useState(0);
  const found = useSearch(words, turn);
  if (!found) return <Skeleton lines={6} />;
  if (!found.ok) return <FailureNote failure={found.failure} onRetry={() => setTurn(turn + 1)} />;
  if (found.value.length === 0)
    return <EmptyState icon={SearchX} title={t('searchNothing', words)} text={t('searchNothingNext')} />;
  return <Found key={words} tickets={found.value} onOpen={onOpen} />;
}

/** Null while the desk is asked. */
function useSearch(words: string, turn: number): Result<Ticket[]> | null {
  const [answer, setAnswer] = useState<{ words: string; result: Result<Ticket[]> } | null>(null);
  useEffect(() => {
    let isOver = false;
    setAnswer(null);
    void askWorker('ticket.list', { filter: { ...ANY_TICKET, search: words } }).then(
      (result) => isOver || setAnswer({ words, result }),
    );
    return () => {
      isOver = true;
    };
  }, [words, turn]);
  return answer?.words === words ? answer.result : null;
}

function Found({ tickets, onOpen }: { tickets: Ticket[]; onOpen: (id: TicketId) => void }) {
  const [most, setMost] = useState(AT_ONCE);
  return (
    <section class="found">
      <p class="found__count" role="status">
        {tn('searchFound', tickets.length)}
      </p>
      <ul class="rows" aria-label={t('searchResults')}>
        {tickets.slice(0, most).map((ticket) => (
          <TicketRow key={ticket.id} id={ticket.id} ticket={ticket} onOpen={onOpen} />
        ))}
      </ul>
      {tickets.length > most && (
        <div class="rows__more">
          <Button onClick={() => setMost(most + AT_ONCE)}>{t('searchShowMore')}</Button>
        </div>
      )}
    </section>
  );
}
