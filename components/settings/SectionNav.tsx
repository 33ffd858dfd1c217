/** Leads to the sections; the one in view is marked. */
import type { IconNode } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../basic/Icon.tsx';

export interface SectionLink {
  id: string;
  title: string;
  icon: IconNode;
}

/** The first section that reaches into the upper part of the window. */
function useSectionInView(ids: string): string | undefined {
  const [inView, setInView] = useState<string>();
  useEffect(() => {
    const shown = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) shown.add(target.id);
          else shown.delete(target.id);
        }
        setInView(ids.split(' ').find((id) => shown.has(id)));
      },
      { rootMargin: '-10% 0px -60% 0px' },
    );
    for (const id of ids.split(' ')) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [ids]);
  return inView;
}

export function SectionNav({ sections }: { sections: SectionLink[] }) {
  const inView = useSectionInView(sections.map(({ id }) => id).join(' '));
  return (
    <nav class="section-nav" aria-label={t('settingsSections')}>
      <ul class="section-nav__list">
        {sections.map(({ id, title, icon }) => (
          <li key={id}>
            <a class="section-nav__link" href={`#${id}`} aria-current={id === inView ? 'location' : undefined}>
              <Icon of={icon} size={15} />
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
