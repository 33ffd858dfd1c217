/** A bar that stays at the foot of a surface: undo, a bulk choice, something that just happened. */
import type { IconNode } from 'lucide';
import type { ComponentChildren, Ref } from 'preact';
import { Icon } from './Icon.tsx';
import './strip.css';

export interface StripProps {
  icon?: IconNode;
  tone?: 'accent' | 'good' | 'warning' | 'error';
  children: ComponentChildren;
  actions?: ComponentChildren;
  actionsRef?: Ref<HTMLDivElement>;
  /** 0 to 1: how much of the time is left, drawn along the top edge. */
  left?: number;
}

export function Strip({ icon, tone = 'accent', children, actions, actionsRef, left }: StripProps) {
  return (
    <div class={`strip strip--${tone}`}>
      {left !== undefined && (
        <span class="strip__time" style={{ inlineSize: `${Math.max(0, Math.min(1, left)) * 100}%` }} />
      )}
      {icon && <Icon of={icon} />}
      <div class="strip__words">{children}</div>
      {actions && (
        <div class="strip__actions" ref={actionsRef}>
          {actions}
        </div>
      )}
    </div>
  );
}
