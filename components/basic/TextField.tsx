/** A line of text, a number or a date with its label. */
import type { ComponentChildren, Ref } from 'preact';
import { Field } from './Field.tsx';

export interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** By it `half-filled.ts` knows the field. */
  name?: string;
  type?: 'text' | 'number' | 'datetime-local' | 'date' | 'url' | 'password';
  quietLabel?: boolean;
  placeholder?: string;
  hint?: ComponentChildren;
  error?: string;
  min?: number;
  max?: number;
  disabled?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  onEnter?: () => void;
}

/** The element's types form a union that a type known only at run time fits no member of. */
const typeOf = (type: TextFieldProps['type']) => ({ type: (type ?? 'text') as 'text' });

export function TextField({ label, quietLabel, hint, error, value, onChange, onEnter, ...rest }: TextFieldProps) {
  return (
    <Field label={label} quietLabel={quietLabel} hint={hint} error={error}>
      {(ids) => (
        <input
          {...ids}
          ref={rest.inputRef}
          class="control"
          {...typeOf(rest.type)}
          name={rest.name}
          inputMode={rest.type === 'number' ? 'numeric' : undefined}
          min={rest.min}
          max={rest.max}
          value={value}
          placeholder={rest.placeholder}
          disabled={rest.disabled}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onChange(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (onEnter && event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.isComposing) {
              event.preventDefault();
              onEnter();
            }
          }}
        />
      )}
    </Field>
  );
}
