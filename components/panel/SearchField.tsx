/** The field at the top of panel and popup: an ID, or a text with one in it, opens its ticket; words are searched at the desk. */
import { Search, X } from 'lucide';
import type { Ref } from 'preact';
import { useForms } from '../../lib/hooks/use-forms.ts';
import { findMeantId } from '../../lib/tickets/find-ids.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../basic/Icon.tsx';
import { IconButton } from '../basic/IconButton.tsx';
import '../basic/field.css';
import './search-field.css';

export interface SearchFieldProps {
  /** What stands in the field. */
  text: string;
  onText: (text: string) => void;
  onId: (id: TicketId) => void;
  onWords: (words: string) => void;
  /** The field was emptied. */
  onClear: () => void;
  inputRef?: Ref<HTMLInputElement>;
}

export function SearchField({ text, onText, onId, onWords, onClear, inputRef }: SearchFieldProps) {
  const forms = useForms();
  const clear = () => {
    onText('');
    onClear();
  };
  const submit = () => {
    const words = text.trim();
    const id = findMeantId(words, forms);
    if (words === '') return onClear();
    if (id === undefined) return onWords(words);
    onText('');
    onId(id);
  };
  return (
    <search class="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Icon of={Search} />
        <input
          ref={inputRef}
          class="control search__input"
          type="text"
          inputMode="search"
          enterKeyHint="search"
          aria-label={t('panelSearch')}
          placeholder={t('panelSearch')}
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && text !== '' && clear()}
        />
        {text !== '' && <IconButton icon={X} label={t('panelSearchClear')} onClick={clear} />}
      </form>
    </search>
  );
}
