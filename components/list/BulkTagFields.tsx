/** Tags for several tickets: those to add to each, and those to take off where they are. */
import { Undo2 } from 'lucide';
import { useRef } from 'preact/hooks';
import { useTagSuggestions } from '../../lib/hooks/use-tag-suggestions.ts';
import { type BulkFields, tagsOf } from '../../lib/tickets/bulk.ts';
import { bulkParts } from '../../lib/tickets/outcome-line.ts';
import { splitTags, tagChanges } from '../../lib/tickets/tag-changes.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import { problemText } from '../../lib/words/problem-text.ts';
import { numberText } from '../../lib/words/times.ts';
import { t } from '../../lib/words/words.ts';
import { Chip } from '../basic/Chip.tsx';
import { Combobox } from '../basic/Combobox.tsx';
import { speakTags } from '../composer/OutcomeLine.tsx';
import type { BulkFieldsProps } from './BulkFieldsOf.tsx';

export interface BulkTagFieldsProps extends BulkFieldsProps<'tag'> {
  tickets: Ticket[];
}

export function BulkTagFields({ fields, tickets, problems, onChange }: BulkTagFieldsProps) {
  const suggestions = useTagSuggestions(fields.add);
  const present = tagsOf(tickets);
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
        <ul class="composer__tags" aria-label={t('bulkTagsToAdd')}>
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
      <Combobox
        label={t('composerAddTag')}
        value={fields.adding}
        options={suggestions.map((tag) => ({ value: tag, label: tag }))}
        hint={t('composerAddTagHint')}
        error={problemText(problems.tags)}
        inputRef={field}
        onChange={(adding) => (adding.includes(',') ? add(adding) : onChange({ adding }))}
        onPick={(option) => add(option.label)}
        onEnter={(text) => splitTags(text).length > 0 && add(text)}
      />
      {present.length > 0 && (
        <fieldset class="bulk__present">
          <legend class="field__label">{t('bulkTagsPresent')}</legend>
          <ul class="composer__tags">
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
  return (
    <button type="button" class="composer__put-back" title={t('composerPutBack', tag)} onClick={onKeep}>
      <Chip tone="removed" icon={Undo2}>
        {tag}
      </Chip>
    </button>
  );
}
