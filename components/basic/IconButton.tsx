/** A button that is only an icon; its label is its name and its tooltip. */
import type { IconNode } from 'lucide';
import type { Ref } from 'preact';
import { Icon } from './Icon.tsx';
import './button.css';

export interface IconButtonProps {
  icon: IconNode;
  label: string;
  busy?: boolean;
  disabled?: boolean;
  pressed?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  onClick: (event: MouseEvent) => void;
}

export function IconButton({ icon, label, busy, disabled, pressed, buttonRef, onClick }: IconButtonProps) {
  return (
    <button
      ref={buttonRef}
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-busy={busy ? 'true' : undefined}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={(event) => {
        if (!busy) onClick(event);
      }}
    >
      <Icon of={icon} />
    </button>
  );
}
