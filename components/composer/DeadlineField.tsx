/** A deadline in the desk's zone, with quick picks. */
import { useNow } from '../../lib/hooks/use-now.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import { deadlinePicks } from '../../lib/tickets/deadline-picks.ts';
import { deskZone, localToInstant } from '../../lib/tickets/desk-dates.ts';
import type { Problem } from '../../lib/tickets/draft-check.ts';
import { problemText } from '../../lib/words/problem-text.ts';
import { clockTime } from '../../lib/words/times.ts';
import { t } from '../../lib/words/words.ts';
import { Chip } from '../basic/Chip.tsx';
import { TextField } from '../basic/TextField.tsx';

export interface DeadlineFieldProps {
  value: string;
  problem: Problem | undefined;
  onChange: (value: string) => void;
}

export function DeadlineField({ value, problem, onChange }: DeadlineFieldProps) {
  const { zone } = useSettings().settings;
  const now = useNow(60_000);
  const instant = value === '' ? null : localToInstant(value, zone);
  const isPast = instant !== null && Date.parse(instant) < now;
  const ownZone = deskZone('');
  /** The desk's clock, as people of this language read one. */
  const clockIn = (local: string) => {
    const at = localToInstant(local, zone);
    return at ? clockTime(Date.parse(at), deskZone(zone)) : local.slice(-5);
  };
  const hints = [
    deskZone(zone) !== ownZone && t('composerDeskZone', deskZone(zone)),
    isPast && t('composerDeadlinePast'),
  ].filter((hint) => hint !== false);
  return (
    <div class="composer__deadline">
      <TextField
        label={t('ticketDeadline')}
        name="deadline"
        type="datetime-local"
        value={value}
        hint={hints.length > 0 && hints.join(' ')}
        error={problemText(problem)}
        onChange={onChange}
      />
      <div class="chips">
        {deadlinePicks(now, zone).map((pick) => (
          <Chip
            key={pick.word}
            title={t('ticketDeadline')}
            pressed={value === pick.value}
            onClick={() => onChange(pick.value)}
          >
            {t(pick.word, clockIn(pick.value))}
          </Chip>
        ))}
      </div>
    </div>
  );
}
