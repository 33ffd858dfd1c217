/** Tells in words which ticket came on show where the focus stays elsewhere: on a button that steps, or in the page. */
import { useEffect, useState } from 'preact/hooks';
import { type PageState, pageIds } from '../tickets/page-state.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { numberText } from '../words/times.ts';
import { t } from '../words/words.ts';

export interface SaidTicket {
  /** For a live region that always stands; empty where there is nothing to tell. */
  said: string;
  /** Is to be called with what brings the ticket on show. */
  say: (id: TicketId) => void;
}

/** `shown`: the ticket on show. What was said of another one is over. */
export function useSaidTicket(shown: TicketId | null, page: PageState): SaidTicket {
  const [latest, setLatest] = useState<{ id: TicketId; words: string } | null>(null);
  useEffect(() => setLatest((now) => (now?.id === shown ? now : null)), [shown]);
  const say = (id: TicketId) => {
    const ids = pageIds(page);
    const at = ids.indexOf(id);
    const place = at >= 0 && ids.length > 1 ? [t('pagePlaceOf', numberText(at + 1), numberText(ids.length))] : [];
    if (id !== shown) setLatest({ id, words: [id, ...place].join(', ') });
  };
  return { said: latest?.words ?? '', say };
}
