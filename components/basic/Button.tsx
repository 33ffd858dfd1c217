/** The button with words: one primary per place, all others plain or quiet. */
import type { IconNode } from 'lucide';
import type { ComponentChildren, Ref } from 'preact';
import { Icon } from './Icon.tsx';
import './button.css';

export interface ButtonProps {
  children: ComponentChildren;
  look?: 'plain' | 'primary' | 'quiet' | 'danger';
  icon?: IconNode;
  type?: 'button' | 'submit';
  /** Shows that it works and takes no second click. */
  busy?: boolean;
  disabled?: boolean;
  expanded?: boolean;
  controls?: string;
  title?: string;
  /** Its name where the words alone do not say of what; begins or ends with them, so that it can be called by what is seen. */
  label?: string;
  /** As screen readers hear shortcuts, such as `Control+Enter`. */
  shortcut?: string;
  describedBy?: string;
  buttonRef?: Ref<HTMLButtonElement>;
  onClick?: (event: MouseEvent) => void;
}

export function Button({ look = 'plain', type = 'button', busy, disabled, icon, children, ...rest }: ButtonProps) {
  return (
    <button
      ref={rest.buttonRef}
      type={type}
      class={`button button--${look}`}
      disabled={disabled}
      aria-busy={busy ? 'true' : undefined}
      aria-disabled={busy ? 'true' : undefined}
      aria-expanded={rest.expanded}
      aria-controls={rest.controls}
      aria-keyshortcuts={rest.shortcut}
      aria-describedby={rest.describedBy}
      aria-label={rest.label}
      title={rest.title}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else rest.onClick?.(event);
      }}
    >
      {icon && <Icon of={icon} />}
      <span class="button__words">{children}</span>
    </button>
  );
}
