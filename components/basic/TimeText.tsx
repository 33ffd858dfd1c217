/** A moment: relative in the line, exact in the tooltip. */
import { useNow } from '../../lib/hooks/use-now.ts';
import { findInstant } from '../../lib/tickets/relative-time.ts';
import { exactTime, relativeTime, shortDateTime } from '../../lib/words/times.ts';

export interface TimeTextProps {
  /** Epoch milliseconds, or the desk's ISO text; null is "—", a text that is no date is shown as it came. */
  at: number | string | null;
  /** `date`: day and time in the line instead of the distance. */
  as?: 'relative' | 'date';
}

export function TimeText({ at, as = 'relative' }: TimeTextProps) {
  const now = useNow();
  const instant = typeof at === 'number' ? at : findInstant(at);
  if (instant === undefined) return <span>{at ?? '—'}</span>;
  return (
    <time dateTime={new Date(instant).toISOString()} title={exactTime(instant)}>
      {as === 'date' ? shortDateTime(instant, now) : relativeTime(instant, now)}
    </time>
  );
}
