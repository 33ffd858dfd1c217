/** The event log as a timeline, newest first, by day, with its filter. */
import { useState } from 'preact/hooks';
import { useNow } from '../../lib/hooks/use-now.ts';
import { type ActivityFilter, activityDays, fittingEntries } from '../../lib/tickets/activity.ts';
import type { LogEntry } from '../../lib/tickets/ticket.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { dayKey, dayName } from '../../lib/words/times.ts';
import { t, tn } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { leaveFocus } from '../page/focus.ts';
import { ActivityEntry } from './ActivityEntry.tsx';
import { ActivityFilters } from './ActivityFilters.tsx';
import { Section } from './Section.tsx';
import './activity.css';

/** Entries shown at first; a log of thousands must not freeze the panel. */
const FIRST = 60;

export interface ActivityProps {
  /** Newest first; null: this record carries no log yet. */
  log: LogEntry[] | null;
  /** The ticket's description: an entry that repeats it is kept short. */
  description: string | null;
  onOpen: (id: TicketId) => void;
}

export function Activity({ log, description, onOpen }: ActivityProps) {
  const now = useNow();
  const [filter, setFilter] = useState<ActivityFilter>('all');
  const [most, setMost] = useState(FIRST);
  const fitting = fittingEntries(log ?? [], filter);
  const days = activityDays(fitting.slice(0, most), dayKey);
  const hidden = Math.max(0, fitting.length - most);
  return (
    <Section title={t('ticketActivity')} aside={<ActivityFilters filter={filter} onChange={setFilter} />}>
      {days.length === 0 && <p class="activity__empty">{t(log === null ? 'ticketNoLogYet' : 'ticketNoActivity')}</p>}
      {days.map(({ key, at, entries }) => (
        <div key={key} class="activity__day">
          <h4 class="activity__date">{at === null ? t('ticketNoDate') : dayName(at, now)}</h4>
          <ol>
            {entries.map(({ entry, index }) => (
              <ActivityEntry
                key={(log?.length ?? 0) - index}
                entry={entry}
                onOpen={onOpen}
                brief={entry.description === description}
              />
            ))}
          </ol>
        </div>
      ))}
      {hidden > 0 && (
        <Button look="quiet" buttonRef={leaveFocus} onClick={() => setMost(most + 200)}>
          {tn('ticketMoreActivity', hidden)}
        </Button>
      )}
    </Section>
  );
}
