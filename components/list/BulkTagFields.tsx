/** Tags for several tickets: those to add to each, and those to take off where they are. */
import { useRef } from 'preact/hooks';
import type { BulkFields } from '../../lib/tickets/bulk.ts';
import { bulkParts } from '../../lib/tickets/outcome-line.ts';
import { tagChanges, tagsOf } from '../../lib/tickets/tag-changes.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import { numberText } from '../../lib/words/times.ts';
import { t } from '../../lib/words/words.ts';
import { Chip } from '../basic/Chip.tsx';
import { AddTag } from '../composer/AddTag.tsx';
import type { FieldsProps } from '../composer/ComposerFields.tsx';
import { GoneTag } from '../composer/GoneTag.tsx';
import { speakTags } from '../composer/OutcomeLine.tsx';

export interface BulkTagFieldsProps extends FieldsProps<BulkFields['tag']> {
  tickets: Ticket[];
}

export function BulkTagFields({ fields, tickets, problems, onChange }: BulkTagFieldsProps) {
  const present = tagsOf(tickets.map(({ tags }) => tags));
  const put = (change: Partial<BulkFields['tag']>) => {
    onChange(change);
    speakTags(bulkParts({ kind: 'tag', fields: { ...fields, ...change, adding: '' } }));
  };
  const add = (text: string) => put({ add: tagChanges([], fields.add, text).wished, adding: '' });
  const field = useRef<HTMLInputElement>(null);
  /** A chip goes when it is pressed, and keys are heard only within the composer. */
  const changeByChip = (change: Partial<BulkFields['tag']>) => {
    put(change);
    field.current?.focus();
  };
  return (
    <>
      {fields.add.length > 0 && (
        <ul class="chips" aria-label={t('bulkTagsToAdd')}>
          {fields.add.map((tag) => (
            <li key={tag}>
              <Chip
                tone="added"
                removeName={tag}
                onRemove={() => changeByChip({ add: fields.add.filter((other) => other !== tag) })}
              >
                {tag}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <AddTag
        adding={fields.adding}
        tags={fields.add}
        problem={problems.tags}
        inputRef={field}
        onType={(adding) => onChange({ adding })}
        onAdd={add}
      />
      {present.length > 0 && (
        <fieldset class="bulk__present">
          <legend class="field__label">{t('bulkTagsPresent')}</legend>
          <ul class="chips">
            {present.map(({ tag, count }) => (
              <li key={tag}>
                <PresentTag
                  tag={tag}
                  share={t('bulkTagShare', numberText(count), numberText(tickets.length))}
                  isGoing={fields.remove.includes(tag)}
                  onRemove={() => changeByChip({ remove: [...fields.remove, tag] })}
                  onKeep={() => changeByChip({ remove: fields.remove.filter((other) => other !== tag) })}
                />
              </li>
            ))}
          </ul>
        </fieldset>
      )}
    </>
  );
}

interface PresentTagProps {
  tag: string;
  share: string;
  isGoing: boolean;
  onRemove: () => void;
  onKeep: () => void;
}

function PresentTag({ tag, share, isGoing, onRemove, onKeep }: PresentTagProps) {
  if (!isGoing)
    return (
      <Chip removeName={tag} onRemove={onRemove} title={share}>
        {tag} <span class="bulk__share">{share}</span>
      </Chip>
    );
  return <GoneTag tag={tag} onPutBack={onKeep} />;
}
