/** The fields of a bulk composer, by its kind. */
import type { BulkFields, BulkFilled, BulkKind } from '../../lib/tickets/bulk.ts';
import type { Problems } from '../../lib/tickets/draft-check.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import { AssignFields } from '../composer/AssignFields.tsx';
import { QueueFields } from '../composer/QueueFields.tsx';
import { BulkTagFields } from './BulkTagFields.tsx';

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
      return <AssignFields {...rest} fields={filled.fields} />;
    case 'move':
      return <QueueFields {...rest} fields={filled.fields} />;
    case 'close':
      return null;
  }
}
