/** A label, its control, a hint and what is wrong with it, tied together for everyone. */
import { CircleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import './field.css';

/** What a control inside a field must carry. */
export interface FieldIds {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

export interface FieldProps {
  label: string;
  /** The label is there, but only heard. */
  quietLabel?: boolean;
  hint?: ComponentChildren;
  /** A clear word; its presence marks the field as wrong. */
  error?: string;
  /** Stands at the end of the label's line. */
  aside?: ComponentChildren;
  children: (ids: FieldIds) => ComponentChildren;
}

export function Field({ label, quietLabel, hint, error, aside, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : '';
  const errorId = error ? `${id}-error` : '';
  const describedBy = `${hintId} ${errorId}`.trim() || undefined;
  return (
    <div class="field">
      <div class={quietLabel ? 'sr-only' : 'field__top'}>
        <label class="field__label" htmlFor={id}>
          {label}
        </label>
        {aside}
      </div>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? 'true' : undefined })}
      {hint && (
        <p id={hintId} class="field__hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} class="field__error">
          <Icon of={CircleAlert} size={14} />
          {error}
        </p>
      )}
    </div>
  );
}
