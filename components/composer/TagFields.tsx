/** The tags of a ticket as they will be: removable chips, additions, suggestions. */
import { useRef } from 'preact/hooks';
import type { DraftFields } from '../../lib/tickets/draft.ts';
import { tagParts } from '../../lib/tickets/outcome-line.ts';
import { tagChanges } from '../../lib/tickets/tag-changes.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import { t } from '../../lib/words/words.ts';
import { Chip } from '../basic/Chip.tsx';
import { AddTag } from './AddTag.tsx';
import type { FieldsProps } from './ComposerFields.tsx';
import { GoneTag } from './GoneTag.tsx';
import { speakTags } from './OutcomeLine.tsx';

export interface TagFieldsProps extends FieldsProps<DraftFields['tag']> {
  ticket: Ticket | null;
}

export function TagFields({ ticket, fields, problems, onChange }: TagFieldsProps) {
  const present = ticket?.tags ?? [];
  const changes = tagChanges(present, fields.tags);
  const field = useRef<HTMLInputElement>(null);
  // The chip that was pressed goes, and keys are heard only within the composer.
  const put = (change: { tags: string[]; adding?: string }) => {
    onChange(change);
    field.current?.focus();
    speakTags(tagParts(tagChanges(present, change.tags)));
  };
  const add = (text: string) => put({ tags: tagChanges([], fields.tags, text).wished, adding: '' });
  // What still stands in the field stays there.
  const putBack = (tag: string) => put({ tags: [...fields.tags, tag] });
  const remove = (tag: string) => put({ tags: fields.tags.filter((other) => other !== tag) });
  return (
    <>
      <ul class="chips" aria-label={t('ticketTags')}>
        {fields.tags.length + changes.removed.length === 0 && <li class="composer__none">{t('composerNoTags')}</li>}
        {fields.tags.map((tag) => (
          <li key={tag}>
            <Chip tone={changes.added.includes(tag) ? 'added' : 'plain'} removeName={tag} onRemove={() => remove(tag)}>
              {tag}
            </Chip>
          </li>
        ))}
        {changes.removed.map((tag) => (
          <li key={`removed ${tag}`}>
            <GoneTag tag={tag} onPutBack={() => putBack(tag)} />
          </li>
        ))}
      </ul>
      <AddTag
        adding={fields.adding}
        tags={fields.tags}
        problem={problems.tags}
        inputRef={field}
        onType={(adding) => onChange({ adding })}
        onAdd={add}
      />
    </>
  );
}
