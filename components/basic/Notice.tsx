/** What happened and what to do next, in a box. */
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide';
import type { ComponentChildren, Ref } from 'preact';
import { Icon } from './Icon.tsx';
import { Status } from './Status.tsx';
import './notice.css';

const ICONS = { info: Info, warning: TriangleAlert, error: CircleAlert, good: CircleCheck };

export interface NoticeProps {
  tone?: keyof typeof ICONS;
  title: ComponentChildren;
  children?: ComponentChildren;
  /** The next step: buttons. */
  actions?: ComponentChildren;
  actionsRef?: Ref<HTMLDivElement>;
  /** Its words are said once by screen readers when it appears: politely, or at once. */
  live?: 'status' | 'alert';
}

export function Notice({ tone = 'info', title, children, actions, actionsRef, live }: NoticeProps) {
  const words = (
    <>
      <p class="notice__title">{title}</p>
      {children && <div>{children}</div>}
    </>
  );
  return (
    <div class={`notice notice--${tone}`}>
      <Icon of={ICONS[tone]} size={18} />
      <div class="notice__body">
        {live === 'status' && <Status class="notice__words">{words}</Status>}
        {live !== 'status' && (
          <div class="notice__words" role={live}>
            {words}
          </div>
        )}
        {actions && (
          <div class="notice__actions" ref={actionsRef}>
            {actions}
          </div>
        )}
      </div>
    </div>
  );
}
