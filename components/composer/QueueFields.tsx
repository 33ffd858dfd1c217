/** Where a ticket, or several, are moved to, and whether that takes them from their assignee. */
import { useNames } from '../../lib/hooks/use-names.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import type { BulkFields } from '../../lib/tickets/bulk.ts';
import { problemText } from '../../lib/words/problem-text.ts';
import { t } from '../../lib/words/words.ts';
import { Checkbox } from '../basic/Checkbox.tsx';
import { Combobox } from '../basic/Combobox.tsx';
import type { FieldsProps } from './ComposerFields.tsx';

export function QueueFields({ fields, problems, onChange }: FieldsProps<BulkFields['move']>) {
  const { optionsOf } = useNames();
  // What a draft still holds of a forbidden thing is shown, so that it can be taken out.
  const { allowedActions } = useSettings().settings;
  return (
    <>
      <Combobox
        label={t('ticketQueue')}
        value={fields.queue}
        options={optionsOf('queues')}
        placeholder={t('composerAssigneeHint')}
        error={problemText(problems.queue)}
        onChange={(queue) => onChange({ queue })}
      />
      {(allowedActions.includes('assign') || fields.unassign) && (
        <Checkbox
          label={t('composerUnassign')}
          checked={fields.unassign}
          onChange={(unassign) => onChange({ unassign })}
        />
      )}
    </>
  );
}
