/** The fields of a move to another queue. */
import { useNames } from '../../lib/hooks/use-names.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import { problemText } from '../../lib/words/problem-text.ts';
import { t } from '../../lib/words/words.ts';
import { Checkbox } from '../basic/Checkbox.tsx';
import { Combobox } from '../basic/Combobox.tsx';
import type { FieldsProps } from './ComposerFields.tsx';
import { MinutesField } from './MinutesField.tsx';

export function MoveFields({ id, fields, problems, onChange }: FieldsProps<'move'>) {
  const { optionsOf } = useNames();
  // What a draft still holds of a forbidden thing is shown, so that it can be taken out.
  const { allowedActions } = useSettings().settings;
  return (
    <>
      <Combobox
        label={t('composerQueue')}
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
      <MinutesField
        id={id}
        value={fields.minutes}
        problem={problems.minutes}
        onChange={(minutes) => onChange({ minutes })}
      />
    </>
  );
}
