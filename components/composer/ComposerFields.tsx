/** Picks the fields of a composer by its kind. */
import type { Draft } from '../../lib/tickets/draft.ts';
import type { Problems } from '../../lib/tickets/draft-check.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { AssignFields } from './AssignFields.tsx';
import { MinutesField } from './MinutesField.tsx';
import { NoteFields } from './NoteFields.tsx';
import { QueueFields } from './QueueFields.tsx';
import { ReplyFields } from './ReplyFields.tsx';
import { TagFields } from './TagFields.tsx';

/** What every part of a composer's fields gets; the fields are those it draws. */
export interface FieldsProps<F> {
  fields: F;
  problems: Problems;
  onChange: (fields: Partial<F>) => void;
}

export interface ComposerFieldsProps {
  id: TicketId;
  ticket: Ticket | null;
  draft: Draft;
  problems: Problems;
  onChange: (fields: Partial<Draft['fields']>) => void;
}

export function ComposerFields({ id, ticket, draft, ...rest }: ComposerFieldsProps) {
  if (draft.kind === 'tag') return <TagFields {...rest} ticket={ticket} fields={draft.fields} />;
  const minutes = (
    <MinutesField
      id={id}
      value={draft.fields.minutes}
      problem={rest.problems.minutes}
      onChange={(minutes) => rest.onChange({ minutes })}
    />
  );
  return (
    <>
      {draft.kind === 'reply' && <ReplyFields {...rest} id={id} ticket={ticket} fields={draft.fields} />}
      {draft.kind === 'note' && <NoteFields {...rest} fields={draft.fields} minutes={minutes} />}
      {draft.kind === 'assign' && <AssignFields {...rest} fields={draft.fields} />}
      {draft.kind === 'move' && <QueueFields {...rest} fields={draft.fields} />}
      {draft.kind !== 'note' && minutes}
    </>
  );
}
