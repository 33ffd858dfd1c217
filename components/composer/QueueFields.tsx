/** Where a ticket, or several, are moved to, and whether that takes them from their assignee. */
import { useNames } from '../../lib/hooks/use-names.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import type { Problem } from '../../lib/tickets/draft-check.ts';
import { problemText } from '../../lib/words/problem-text.ts';
import { t } from '../../lib/words/words.ts';
import { Checkbox } from '../basic/Checkbox.tsx';
import { Combobox } from '../basic/Combobox.tsx';

export interface QueueFieldsProps {
  queue: string;
  unassign: boolean;
  problem: Problem | undefined;
  onChange: (change: { queue: string } | { unassign: boolean }) => void;
}

export function QueueFields({ queue, unassign, problem, onChange }: QueueFieldsProps) {
  const { optionsOf } = useNames();
  // What a draft still holds of a forbidden thing is shown, so that it can be taken out.
  const { allowedActions } = useSettings().settings;
  return (
    <>
      <Combobox
        label={t('composerQueue')}
        value={queue}
        options={optionsOf('queues')}
        placeholder={t('composerAssigneeHint')}
        error={problemText(problem)}
        onChange={(typed) => onChange({ queue: typed })}
      />
      {(allowedActions.includes('assign') || unassign) && (
        <Checkbox
          label={t('composerUnassign')}
          checked={unassign}
          onChange={(checked) => onChange({ unassign: checked })}
        />
      )}
    </>
  );
}
