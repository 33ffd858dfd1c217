/** What stands where there is nothing to list: a mark, what is so, and what to do next. */
import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import { Status } from './Status.tsx';
import './empty-state.css';

export interface EmptyStateProps {
  icon: IconNode;
  title: string;
  text?: ComponentChildren;
  /** The mark turns: something is under way. */
  isTurning?: boolean;
  /** The next step: buttons. */
  children?: ComponentChildren;
}

export function EmptyState({ icon, title, text, isTurning, children }: EmptyStateProps) {
  return (
    <div class="empty">
      <span class={isTurning ? 'empty__icon empty__icon--turning' : 'empty__icon'}>
        <Icon of={icon} size={22} />
      </span>
      <Status class="empty__words">
        <p class="empty__title">{title}</p>
        {text && <p>{text}</p>}
      </Status>
      {children && <div class="empty__actions">{children}</div>}
    </div>
  );
}
