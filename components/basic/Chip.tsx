/** A tag or a quick pick: a small word that can be clicked or taken off. */
import { type IconNode, X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/words/words.ts';
import { Icon } from './Icon.tsx';
import './chip.css';

export interface ChipProps {
  children: ComponentChildren;
  icon?: IconNode;
  tone?: 'plain' | 'added' | 'removed';
  title?: string;
  /** The chip is a button. */
  onClick?: () => void;
  pressed?: boolean;
  /** Shows a cross named "Remove" and this name. */
  removeName?: string;
  onRemove?: () => void;
}

export function Chip({ children, icon, tone = 'plain', title, onClick, pressed, removeName, onRemove }: ChipProps) {
  const inside = (
    <>
      {icon && <Icon of={icon} size={13} />}
      <span class="chip__words">{children}</span>
    </>
  );
  if (onClick) {
    return (
      <button
        type="button"
        class={`chip chip--${tone} chip--button`}
        title={title}
        aria-pressed={pressed}
        onClick={onClick}
      >
        {inside}
      </button>
    );
  }
  return (
    <span class={`chip chip--${tone}${onRemove ? ' chip--removable' : ''}`} title={title}>
      {inside}
      {onRemove && (
        <button type="button" class="chip__remove" aria-label={t('basicRemove', removeName ?? '')} onClick={onRemove}>
          <Icon of={X} size={13} />
        </button>
      )}
    </span>
  );
}
