/** The fields of an assignment: who, until when. */
import { AssigneeField } from './AssigneeField.tsx';
import type { FieldsProps } from './ComposerFields.tsx';
import { DeadlineField } from './DeadlineField.tsx';
import { MinutesField } from './MinutesField.tsx';

export function AssignFields({ id, fields, problems, onChange }: FieldsProps<'assign'>) {
  return (
    <>
      <AssigneeField value={fields.assignee} problem={problems.assignee} onChange={onChange} />
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
