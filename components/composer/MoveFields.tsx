/** The fields of a move to another queue. */
import type { FieldsProps } from './ComposerFields.tsx';
import { MinutesField } from './MinutesField.tsx';
import { QueueFields } from './QueueFields.tsx';

export function MoveFields({ id, fields, problems, onChange }: FieldsProps<'move'>) {
  return (
    <>
      <QueueFields queue={fields.queue} unassign={fields.unassign} problem={problems.queue} onChange={onChange} />
      <MinutesField
        id={id}
        value={fields.minutes}
        problem={problems.minutes}
        onChange={(minutes) => onChange({ minutes })}
      />
    </>
  );
}
