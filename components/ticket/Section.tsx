/** A part of the ticket under its small heading. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SectionProps {
  title: string;
  aside?: ComponentChildren;
  children: ComponentChildren;
}

export function Section({ title, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section class="ticket-section" aria-labelledby={id}>
      <div class="ticket-section__top">
        <h3 class="ticket-section__title" id={id}>
          {title}
        </h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
