/** A checkbox with its words; the whole line is the target. */
import type { ComponentChildren } from 'preact';
import './field.css';

export interface CheckboxProps {
  label: ComponentChildren;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  title?: string;
}

export function Checkbox({ label, checked, onChange, disabled, title }: CheckboxProps) {
  return (
    <label class={disabled ? 'check check--disabled' : 'check'} title={title}>
      <input
        class="check__box"
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
