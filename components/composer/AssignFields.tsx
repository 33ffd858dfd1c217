/** The fields of an assignment, of a ticket or of several: who, until when. */
import type { BulkFields } from '../../lib/tickets/bulk.ts';
import { AssigneeField } from './AssigneeField.tsx';
import type { FieldsProps } from './ComposerFields.tsx';
import { DeadlineField } from './DeadlineField.tsx';

export function AssignFields({ fields, problems, onChange }: FieldsProps<BulkFields['assign']>) {
  return (
    <>
      <AssigneeField value={fields.assignee} problem={problems.assignee} onChange={onChange} />
      <DeadlineField
        value={fields.deadline}
        problem={problems.deadline}
        onChange={(deadline) => onChange({ deadline })}
      />
    </>
  );
}
