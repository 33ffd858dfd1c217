/** The filter of the activity: all, what people wrote, what was changed. */
import type { ActivityFilter } from '../../lib/tickets/activity.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import { t } from '../../lib/words/words.ts';

const FILTERS: [ActivityFilter, MessageKey][] = [
  ['all', 'ticketFilterAll'],
  ['conversation', 'ticketFilterConversation'],
  ['changes', 'ticketFilterChanges'],
];

export interface ActivityFiltersProps {
  filter: ActivityFilter;
  onChange: (filter: ActivityFilter) => void;
}

export function ActivityFilters({ filter, onChange }: ActivityFiltersProps) {
  return (
    <fieldset class="segments" aria-label={t('ticketFilter')}>
      {FILTERS.map(([name, word]) => (
        <button
          key={name}
          type="button"
          class="segments__choice"
          aria-pressed={filter === name}
          onClick={() => onChange(name)}
        >
          {t(word)}
        </button>
      ))}
    </fieldset>
  );
}
