/** Leads to the sections; the one that is read is marked. */
import type { IconNode } from 'lucide';
import { useEffect } from 'preact/hooks';
import { useSectionInView } from '../../lib/hooks/use-section-in-view.ts';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../basic/Icon.tsx';

export interface SectionLink {
  id: string;
  title: string;
  icon: IconNode;
}

export function SectionNav({ sections }: { sections: SectionLink[] }) {
  const { id: inView, pick } = useSectionInView(sections.map(({ id }) => id));
  // Loaded anew, or by a bookmark: the browser sought it before it was drawn.
  useEffect(() => {
    const named = sections.find(({ id }) => `#${id}` === location.hash);
    if (!named) return;
    document.getElementById(named.id)?.scrollIntoView();
    pick(named.id);
  }, []);
  return (
    <nav class="section-nav" aria-label={t('settingsSections')}>
      <ul class="section-nav__list">
        {sections.map(({ id, title, icon }) => (
          <li key={id}>
            <a
              class="section-nav__link"
              href={`#${id}`}
              aria-current={id === inView ? 'location' : undefined}
              // After the browser has gone there.
              onClick={() => requestAnimationFrame(() => pick(id))}
            >
              <Icon of={icon} size={15} />
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
