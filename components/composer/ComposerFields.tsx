/** Picks the fields of a composer by its kind. */
import type { Draft, DraftFields } from '../../lib/tickets/draft.ts';
import type { Problems } from '../../lib/tickets/draft-check.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { AssignFields } from './AssignFields.tsx';
import { MoveFields } from './MoveFields.tsx';
import { NoteFields } from './NoteFields.tsx';
import { ReplyFields } from './ReplyFields.tsx';
import { TagFields } from './TagFields.tsx';

export interface FieldsProps<K extends keyof DraftFields> {
  id: TicketId;
  ticket: Ticket | null;
  fields: DraftFields[K];
  problems: Problems;
  onChange: (fields: Partial<DraftFields[K]>) => void;
}

export interface ComposerFieldsProps {
  id: TicketId;
  ticket: Ticket | null;
  draft: Draft;
  problems: Problems;
  onChange: (fields: Partial<Draft['fields']>) => void;
}

export function ComposerFields({ draft, ...rest }: ComposerFieldsProps) {
  switch (draft.kind) {
    case 'reply':
      return <ReplyFields {...rest} fields={draft.fields} />;
    case 'note':
      return <NoteFields {...rest} fields={draft.fields} />;
    case 'assign':
      return <AssignFields {...rest} fields={draft.fields} />;
    case 'move':
      return <MoveFields {...rest} fields={draft.fields} />;
    case 'tag':
      return <TagFields {...rest} fields={draft.fields} />;
  }
}
