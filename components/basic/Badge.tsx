/** A small word in a box: a count, a channel, a state. */
import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import './badge.css';

export type Tone = 'grey' | 'blue' | 'amber' | 'violet' | 'green' | 'red' | 'accent';

export interface BadgeProps {
  tone?: Tone;
  icon?: IconNode;
  title?: string;
  children: ComponentChildren;
}

export function Badge({ tone = 'grey', icon, title, children }: BadgeProps) {
  return (
    <span class={`badge badge--${tone}`} title={title}>
      {icon && <Icon of={icon} size={12} />}
      {children}
    </span>
  );
}
