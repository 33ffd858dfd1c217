/** The columns a list can be sorted by, in the order they are offered. */
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import type { SortField } from '../../lib/tickets/sort-tickets.ts';

export const SORT_WORDS: readonly { by: SortField; word: MessageKey }[] = [
  { by: 'desk', word: 'listSortDesk' },
  { by: 'created', word: 'ticketCreated' },
  { by: 'updated', word: 'ticketUpdated' },
  { by: 'deadline', word: 'ticketDeadline' },
  { by: 'priority', word: 'priorityTip' },
  { by: 'status', word: 'listStatus' },
  { by: 'id', word: 'listId' },
  { by: 'queue', word: 'ticketQueue' },
  { by: 'topic', word: 'ticketTopic' },
  { by: 'assignee', word: 'ticketAssignee' },
  { by: 'customer', word: 'ticketCustomer' },
  { by: 'group', word: 'ticketGroup' },
];
