/** The minutes to bill, with a chip that offers the time the ticket was in front of the agent. */
import { Timer } from 'lucide';
import { useRef } from 'preact/hooks';
import { readFrontMinutes } from '../../lib/hooks/use-front-time.ts';
import { useNow } from '../../lib/hooks/use-now.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import type { Problem } from '../../lib/tickets/draft-check.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { problemText } from '../../lib/words/problem-text.ts';
import { t } from '../../lib/words/words.ts';
import { Chip } from '../basic/Chip.tsx';
import { TextField } from '../basic/TextField.tsx';

export interface MinutesFieldProps {
  id: TicketId;
  value: string;
  problem: Problem | undefined;
  onChange: (minutes: string) => void;
}

export function MinutesField({ id, value, problem, onChange }: MinutesFieldProps) {
  const { minutesChip } = useSettings().settings;
  useNow(15_000);
  const minutes = readFrontMinutes(id);
  const field = useRef<HTMLInputElement>(null);
  const fillIn = () => {
    onChange(String(minutes));
    // The chip goes, and keys are heard only within the composer.
    field.current?.focus();
  };
  return (
    <div class="minutes">
      <TextField
        label={t('composerMinutes')}
        name="minutes"
        type="number"
        min={0}
        max={9999}
        value={value}
        error={problemText(problem)}
        inputRef={field}
        onChange={onChange}
      />
      {minutesChip && value === '' && (
        <Chip icon={Timer} title={t('composerMinutesChipTip', minutes)} onClick={fillIn}>
          {t('composerMinutesChip', minutes)}
        </Chip>
      )}
    </div>
  );
}
