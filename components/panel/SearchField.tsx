/** The field at the top of panel and popup: an ID, or a text with one in it, opens its ticket; of several one is chosen; words are searched at the desk. */
import { Search, X } from 'lucide';
import type { Ref } from 'preact';
import { useRef } from 'preact/hooks';
import { useForms } from '../../lib/hooks/use-forms.ts';
import { findMeantIds } from '../../lib/tickets/find-ids.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t, tn } from '../../lib/words/words.ts';
import { Chip } from '../basic/Chip.tsx';
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
  const choice = useRef<HTMLDivElement>(null);
  const ids = findMeantIds(text.trim(), forms);
  const isChoice = ids.length > 1;
  const clear = () => {
    onText('');
    onClear();
  };
  const submit = () => {
    const words = text.trim();
    const [id] = ids;
    if (words === '') return onClear();
    if (id === undefined) return onWords(words);
    if (isChoice) return choice.current?.querySelector('button')?.focus();
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
          onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && text !== '' && clear()}
        />
        {text !== '' && <IconButton icon={X} label={t('panelSearchClear')} onClick={clear} />}
      </form>
      <div class="search__choice" ref={choice}>
        <p class="search__holds" role="status">
          {isChoice && tn('panelSearchHolds', ids.length)}
        </p>
        {/* The text stays, for the others in it. */}
        {isChoice &&
          ids.map((each) => (
            <Chip key={each} onClick={() => onId(each)}>
              {each}
            </Chip>
          ))}
      </div>
    </search>
  );
}
