/** What a list is filtered by, as chips that can be taken off, and the form with all filters. */
import { ListFilter as FilterIcon } from 'lucide';
import { useId } from 'preact/hooks';
import { useFocusPassed } from '../../lib/hooks/use-focus-passed.ts';
import { useNames } from '../../lib/hooks/use-names.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import { typedOf } from '../../lib/tickets/typed-filter.ts';
import { ANY_VIEW, type ViewFilter } from '../../lib/tickets/views.ts';
import { codeWord } from '../../lib/words/code-word.ts';
import { shortDay } from '../../lib/words/times.ts';
import { t, wordsLocale } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Chip } from '../basic/Chip.tsx';
import { FilterForm } from './FilterForm.tsx';

export interface FilterBarProps {
  filter: ViewFilter;
  /** Something is listed by it. */
  isListed: boolean;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onFilter: (filter: ViewFilter) => void;
}

export const FILTER_WORDS: Record<keyof ViewFilter, MessageKey> = {
  queue: 'ticketQueue',
  status: 'listStatus',
  topic: 'ticketTopic',
  group: 'ticketGroup',
  assignee: 'ticketAssignee',
  from: 'viewFrom',
  to: 'viewTo',
  search: 'viewSearch',
};

export function FilterBar({ filter, isListed, isOpen, onOpen, onFilter }: FilterBarProps) {
  const formId = useId();
  const focus = useFocusPassed<HTMLElement>();
  const { names } = useNames();
  const typed = typedOf(filter, names, { me: t('viewMe'), none: t('rowUnassigned') });
  const set = (Object.keys(FILTER_WORDS) as (keyof ViewFilter)[]).filter((field) => filter[field] !== null);
  const wordsOf = (field: keyof ViewFilter) => {
    if (field === 'status' && filter.status !== null)
      return filter.status === 0 ? t('viewNotClosed') : codeWord('status', filter.status);
    const day = field === 'from' || field === 'to' ? filter[field] : null;
    return day === null ? typed[field] : shortDay(day, Date.now());
  };
  return (
    <section class="filter" {...focus} aria-label={t('viewFilter')}>
      <div class="filter__bar">
        <Button
          icon={FilterIcon}
          expanded={isOpen}
          controls={isOpen ? formId : undefined}
          onClick={() => onOpen(!isOpen)}
        >
          {t('viewFilter')}
        </Button>
        {isListed && !isOpen && (
          <ul class="filter__chips" aria-label={t('viewFilteredBy')}>
            {set.map((field) => {
              const words = t('viewChip', t(FILTER_WORDS[field]), wordsOf(field));
              return (
                <li key={field}>
                  <Chip removeName={words} onRemove={() => onFilter({ ...filter, [field]: ANY_VIEW[field] })}>
                    {words}
                  </Chip>
                </li>
              );
            })}
          </ul>
        )}
      </div>
      {isOpen && (
        <FilterForm
          key={`${wordsLocale()} ${JSON.stringify(filter)}`}
          id={formId}
          filter={filter}
          onFilter={(next) => {
            onOpen(false);
            onFilter(next);
          }}
        />
      )}
    </section>
  );
}
