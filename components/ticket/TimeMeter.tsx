/** The time estimated against the time elapsed. */
import { findMinutes } from '../../lib/tickets/duration.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import { minutesText } from '../../lib/words/times.ts';
import { t } from '../../lib/words/words.ts';
import './time-meter.css';

export function TimeMeter({ ticket }: { ticket: Pick<Ticket, 'estimated' | 'elapsed'> }) {
  const estimated = findMinutes(ticket.estimated);
  const elapsed = findMinutes(ticket.elapsed);
  const shown = (text: string | null, minutes: number | undefined) =>
    minutes === undefined ? (text ?? '—') : minutesText(minutes);
  const words = [shown(ticket.elapsed, elapsed), shown(ticket.estimated, estimated)] as const;
  return (
    <div class="time-meter">
      <p class="time-meter__words">
        <span>
          <span class="facts__label">{t('ticketElapsed')}</span> {words[0]}
        </span>
        <span>
          <span class="facts__label">{t('ticketEstimated')}</span> {words[1]}
        </span>
      </p>
      {estimated !== undefined && elapsed !== undefined && (
        <meter
          class={`meter ${lookOf(elapsed, estimated)}`}
          aria-label={t('ticketElapsedMeter')}
          aria-valuetext={t('ticketElapsedOf', words[0], words[1])}
          min={0}
          max={Math.max(estimated, 1)}
          value={Math.min(elapsed, Math.max(estimated, 1))}
        />
      )}
    </div>
  );
}

function lookOf(elapsed: number, estimated: number): string {
  if (elapsed > estimated) return 'meter--over';
  return elapsed > estimated * 0.8 ? 'meter--near' : '';
}
