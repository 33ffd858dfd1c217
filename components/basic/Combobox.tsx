/** A text field with a list of suggestions: type to filter, arrows to move, Enter to take. */
import { ChevronDown } from 'lucide';
import type { ComponentChildren, Ref } from 'preact';
import { useRef } from 'preact/hooks';
import { useCombobox } from '../../lib/hooks/use-combobox.ts';
import type { ComboboxOption } from '../../lib/tickets/combobox-match.ts';
import { ComboboxList } from './ComboboxList.tsx';
import { Field } from './Field.tsx';
import { Icon } from './Icon.tsx';
import './combobox.css';

export interface ComboboxProps {
  label: string;
  /** The text in the field: a label of an option, or anything typed. */
  value: string;
  options: ComboboxOption[];
  onChange: (text: string) => void;
  /** An option was taken; without it the field takes the option's label. */
  onPick?: (option: ComboboxOption) => void;
  /** Enter with no option chosen; may also fire for a text that is no option. */
  onEnter?: (text: string) => void;
  placeholder?: string;
  hint?: ComponentChildren;
  error?: string;
  aside?: ComponentChildren;
  disabled?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

export function Combobox(props: ComboboxProps) {
  const { label, value, hint, error, aside, placeholder, disabled } = props;
  const box = useRef<HTMLDivElement>(null);
  const combobox = useCombobox(props);
  return (
    <Field label={label} hint={hint} error={error} aside={aside}>
      {(ids) => (
        <div class="combobox" ref={box}>
          <input
            {...ids}
            ref={props.inputRef}
            class="control combobox__input"
            type="text"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={combobox.open}
            aria-controls={combobox.open ? combobox.listId : undefined}
            aria-activedescendant={combobox.activeId}
            autocomplete="off"
            spellcheck={false}
            value={value}
            placeholder={placeholder}
            disabled={disabled}
            onInput={(event) => combobox.type(event.currentTarget.value)}
            onKeyDown={combobox.onKeyDown}
            onClick={combobox.show}
            onBlur={combobox.hide}
          />
          <span class="combobox__arrow">
            <Icon of={ChevronDown} size={14} />
          </span>
          {combobox.open && <ComboboxList label={label} combobox={combobox} />}
        </div>
      )}
    </Field>
  );
}
