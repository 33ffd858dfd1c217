/** One part of the settings page: a heading, a line on what it is for, its fields. */
import { Lock } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../basic/Icon.tsx';

export interface SectionProps {
  id: string;
  title: string;
  about?: ComponentChildren;
  children: ComponentChildren;
}

export function Section({ id, title, about, children }: SectionProps) {
  return (
    <section class="section" id={id} aria-labelledby={`${id}-title`}>
      <header class="section__head">
        <h2 class="section__title" id={`${id}-title`} tabIndex={-1}>
          {title}
        </h2>
        {about && <p class="section__about">{about}</p>}
      </header>
      <div class="section__body">{children}</div>
    </section>
  );
}

/** Gives the focus to the heading of a section: where what had it went for good. */
export function focusSection(id: string): void {
  document.getElementById(`${id}-title`)?.focus();
}

/** A smaller heading within a section. */
export function Group({ title, about, children }: Omit<SectionProps, 'id'>) {
  return (
    <div class="group">
      <h3 class="group__title">{title}</h3>
      {about && <p class="section__about">{about}</p>}
      {children}
    </div>
  );
}

/** Said at whatever the organisation set. */
export function LockNote() {
  const key = import.meta.env.FIREFOX ? 'settingsLockedFirefox' : 'settingsLocked';
  return (
    <p class="lock-note">
      <Icon of={Lock} size={13} />
      <span>{t(key)}</span>
    </p>
  );
}
