/** What an entry is and how it stands, in one line such as "Close 11-20-K-R5D: Not sent". */
import type { OutboxEntry } from '../../lib/tickets/outbox-entry.ts';
import { STATE_WORDS, WHAT } from '../../lib/tickets/outbox-words.ts';
import { t } from '../../lib/words/words.ts';

export function standWords({ action, ticketId, state }: OutboxEntry): string {
  return `${t(WHAT[action.kind], ticketId)}: ${t(STATE_WORDS[state])}`;
}
