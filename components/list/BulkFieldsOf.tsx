/** The fields of a bulk composer, by its kind. */
import type { BulkFields, BulkFilled, BulkKind } from '../../lib/tickets/bulk.ts';
import type { Problems } from '../../lib/tickets/draft-check.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import { AssigneeField } from '../composer/AssigneeField.tsx';
import { DeadlineField } from '../composer/DeadlineField.tsx';
import { QueueFields } from '../composer/QueueFields.tsx';
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

function BulkMoveFields({ fields, problems, onChange }: BulkFieldsProps<'move'>) {
  return <QueueFields queue={fields.queue} unassign={fields.unassign} problem={problems.queue} onChange={onChange} />;
}
