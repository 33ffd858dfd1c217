/** The fields of a bulk composer, by its kind. */
import { UserRound } from 'lucide';
import { useState } from 'preact/hooks';
import { useNames } from '../../lib/hooks/use-names.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import type { BulkFields, BulkFilled, BulkKind } from '../../lib/tickets/bulk.ts';
import type { Problems } from '../../lib/tickets/draft-check.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import { problemText } from '../../lib/words/problem-text.ts';
import { t } from '../../lib/words/words.ts';
import { Checkbox } from '../basic/Checkbox.tsx';
import { Chip } from '../basic/Chip.tsx';
import { Combobox } from '../basic/Combobox.tsx';
import { DeadlineField } from '../composer/DeadlineField.tsx';
import { BulkTagFields } from './BulkTagFields.tsx';

export interface BulkFieldsProps<K extends BulkKind> {
  fields: BulkFields[K];
  problems: Problems;
  onChange: (fields: Partial<BulkFields[K]>) => void;
}

export interface BulkFieldsOfProps {
  filled: BulkFilled;
  tickets: Ticket[];
  problems: Problems;
  onChange: (fields: Partial<BulkFields[BulkKind]>) => void;
}

export function BulkFieldsOf({ filled, tickets, ...rest }: BulkFieldsOfProps) {
  switch (filled.kind) {
    case 'tag':
      return <BulkTagFields {...rest} fields={filled.fields} tickets={tickets} />;
    case 'assign':
      return <BulkAssignFields {...rest} fields={filled.fields} />;
    case 'move':
      return <BulkMoveFields {...rest} fields={filled.fields} />;
    case 'close':
      return null;
  }
}

function BulkAssignFields({ fields, problems, onChange }: BulkFieldsProps<'assign'>) {
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
        onChange={(assignee) => onChange({ assignee })}
      />
      <DeadlineField
        value={fields.deadline}
        problem={problems.deadline}
        onChange={(deadline) => onChange({ deadline })}
      />
    </>
  );
}

function BulkMoveFields({ fields, problems, onChange }: BulkFieldsProps<'move'>) {
  const { optionsOf } = useNames();
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
    </>
  );
}
