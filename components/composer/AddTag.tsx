/** The field that adds tags, with those seen before. */
import type { Ref } from 'preact';
import { useStoredFamily } from '../../lib/hooks/use-stored.ts';
import { tickets } from '../../lib/state/tickets.ts';
import type { Problem } from '../../lib/tickets/draft-check.ts';
import { splitTags, suggestTags } from '../../lib/tickets/tag-changes.ts';
import { problemText } from '../../lib/words/problem-text.ts';
import { t } from '../../lib/words/words.ts';
import { Combobox } from '../basic/Combobox.tsx';

export interface AddTagProps {
  /** What stands in the field. */
  adding: string;
  /** Those that are wished already. */
  tags: string[];
  problem: Problem | undefined;
  inputRef: Ref<HTMLInputElement>;
  onType: (adding: string) => void;
  /** A tag was taken, or one or more were typed out. */
  onAdd: (text: string) => void;
}

export function AddTag({ adding, tags, problem, inputRef, onType, onAdd }: AddTagProps) {
  const records = useStoredFamily(tickets);
  const seen = [...(records?.values() ?? [])].map(({ ticket }) => ticket.tags);
  return (
    <Combobox
      label={t('composerAddTag')}
      value={adding}
      options={suggestTags(seen, tags).map((tag) => ({ value: tag, label: tag }))}
      hint={t('composerAddTagHint')}
      error={problemText(problem)}
      inputRef={inputRef}
      onChange={(text) => (text.includes(',') ? onAdd(text) : onType(text))}
      onPick={(option) => onAdd(option.label)}
      onEnter={(text) => splitTags(text).length > 0 && onAdd(text)}
    />
  );
}
