/** A checkbox with its words; the whole line is the target. */
import type { ComponentChildren } from 'preact';
import './field.css';

export interface CheckboxProps {
  label: ComponentChildren;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  /** Some of several are checked. */
  mixed?: boolean;
  /** The words are there, but only heard. */
  quietLabel?: boolean;
  title?: string;
}

export function Checkbox({ label, checked, onChange, disabled, mixed, quietLabel, title }: CheckboxProps) {
  return (
    <label class={disabled ? 'check check--disabled' : 'check'} title={title}>
      <input
        class="check__box"
        type="checkbox"
        checked={checked}
        indeterminate={mixed ?? false}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class={quietLabel ? 'sr-only' : undefined}>{label}</span>
    </label>
  );
}
