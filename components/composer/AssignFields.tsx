/** The fields of an assignment: who, until when. */
import { UserRound } from 'lucide';
import { useState } from 'preact/hooks';
import { useNames } from '../../lib/hooks/use-names.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import { problemText } from '../../lib/words/problem-text.ts';
import { t } from '../../lib/words/words.ts';
import { Chip } from '../basic/Chip.tsx';
import { Combobox } from '../basic/Combobox.tsx';
import type { FieldsProps } from './ComposerFields.tsx';
import { DeadlineField } from './DeadlineField.tsx';
import { MinutesField } from './MinutesField.tsx';

export function AssignFields({ id, fields, problems, onChange }: FieldsProps<'assign'>) {
  const { optionsOf, nameOf } = useNames();
  const { agentNumber } = useSettings().settings;
  const [unknownMe, setUnknownMe] = useState(false);
  const assignToMe = () => {
    if (agentNumber === null) setUnknownMe(true);
    else onChange({ assignee: nameOf('agents', agentNumber) });
  };
  return (
    <>
      <Combobox
        label={t('composerAssignee')}
        value={fields.assignee}
        options={optionsOf('agents')}
        placeholder={t('composerAssigneeHint')}
        error={problemText(problems.assignee) ?? (unknownMe ? t('composerNoAgentNumber') : undefined)}
        aside={
          <Chip icon={UserRound} onClick={assignToMe}>
            {t('composerAssignToMe')}
          </Chip>
        }
        onChange={(assignee) => {
          setUnknownMe(false);
          onChange({ assignee });
        }}
      />
      <DeadlineField
        value={fields.deadline}
        problem={problems.deadline}
        onChange={(deadline) => onChange({ deadline })}
      />
      <MinutesField
        id={id}
        value={fields.minutes}
        problem={problems.minutes}
        onChange={(minutes) => onChange({ minutes })}
      />
    </>
  );
}
