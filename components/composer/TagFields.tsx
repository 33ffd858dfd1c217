/** The tags of a ticket as they will be: removable chips, additions, suggestions. */
import { Undo2 } from 'lucide';
import { useRef } from 'preact/hooks';
import { useTagSuggestions } from '../../lib/hooks/use-tag-suggestions.ts';
import { tagParts } from '../../lib/tickets/outcome-line.ts';
import { splitTags, tagChanges } from '../../lib/tickets/tag-changes.ts';
import { problemText } from '../../lib/words/problem-text.ts';
import { t } from '../../lib/words/words.ts';
import { Chip } from '../basic/Chip.tsx';
import { Combobox } from '../basic/Combobox.tsx';
import type { FieldsProps } from './ComposerFields.tsx';
import { speakTags } from './OutcomeLine.tsx';

export function TagFields({ ticket, fields, problems, onChange }: FieldsProps<'tag'>) {
  const suggestions = useTagSuggestions(fields.tags);
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
      <ul class="composer__tags" aria-label={t('composerPresentTags')}>
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
            <button
              type="button"
              class="composer__put-back"
              title={t('composerPutBack', tag)}
              onClick={() => putBack(tag)}
            >
              <Chip tone="removed" icon={Undo2}>
                {tag}
              </Chip>
            </button>
          </li>
        ))}
      </ul>
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
    </>
  );
}
