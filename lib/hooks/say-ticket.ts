/** Tells screen readers which ticket came on show where the focus stays elsewhere: on a button that steps, or in the page. */
import { type PageState, pageIds } from '../tickets/page-state.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { numberText } from '../words/times.ts';
import { t } from '../words/words.ts';
import { speak } from './speak.ts';

/** Its ID, and of several on the page its place. */
export function sayTicket(id: TicketId, page: PageState): void {
  const ids = pageIds(page);
  const at = ids.indexOf(id);
  const place = at >= 0 && ids.length > 1 ? [t('pagePlaceOf', numberText(at + 1), numberText(ids.length))] : [];
  speak([id, ...place].join(', '));
}
