/** The saved views, a line each, with the count of those that are pinned. */
import { ChevronDown, ChevronRight, Pin, PinOff } from 'lucide';
import type { Ref } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useFocusPassed } from '../../lib/hooks/use-focus-passed.ts';
import type { ViewsState } from '../../lib/hooks/use-views.ts';
import { MOST_PINNED, type SavedView } from '../../lib/tickets/views.ts';
import { numberText } from '../../lib/words/times.ts';
import { t, tn } from '../../lib/words/words.ts';
import { Icon } from '../basic/Icon.tsx';
import { IconButton } from '../basic/IconButton.tsx';
import { viewName } from './view-name.ts';

export interface ViewLinesProps {
  state: ViewsState;
  current: SavedView | null;
  onShow: (view: SavedView) => void;
  topRef: Ref<HTMLButtonElement>;
}

export function ViewLines({ state, current, onShow, topRef }: ViewLinesProps) {
  const [isOpen, setOpen] = useState(true);
  const listId = useId();
  const focus = useFocusPassed<HTMLElement>();
  const { views, countOf, canPin, change } = state;
  const pin = (view: SavedView) =>
    change((now) => now.map((other) => (other.id === view.id ? { ...other, pinned: !view.pinned } : other)));
  return (
    <section class="views" {...focus}>
      <button
        ref={topRef}
        type="button"
        class="views__top"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon of={isOpen ? ChevronDown : ChevronRight} />
        <span class="views__words">{t('viewsTitle')}</span>
        {!isOpen && current && <span class="views__current">{viewName(current)}</span>}
      </button>
      {isOpen && (
        <ul class="views__lines" id={listId} aria-label={t('viewsTitle')}>
          {views.map((view) => (
            <ViewLine
              key={view.id}
              view={view}
              count={countOf(view)}
              isCurrent={view.id === current?.id}
              canPin={canPin || view.pinned}
              onShow={() => {
                setOpen(false);
                onShow(view);
              }}
              onPin={() => pin(view)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface ViewLineProps {
  view: SavedView;
  count: number | null;
  isCurrent: boolean;
  canPin: boolean;
  onShow: () => void;
  onPin: () => void;
}

function ViewLine({ view, count, isCurrent, canPin, onShow, onPin }: ViewLineProps) {
  const name = viewName(view);
  const pinWords = canPin ? t(view.pinned ? 'viewUnpin' : 'viewPin', name) : t('viewPinMost', numberText(MOST_PINNED));
  return (
    <li class={view.pinned ? 'views__line views__line--pinned' : 'views__line'}>
      <button type="button" class="views__show" aria-current={isCurrent ? 'true' : undefined} onClick={onShow}>
        <span class="views__name">{name}</span>
        {view.pinned && (
          <span class="navigation__count" title={t('viewCountTip')}>
            {count === null ? '–' : numberText(count)}
            <span class="sr-only"> {count === null ? t('viewNotCounted') : tn('searchFound', count)}</span>
          </span>
        )}
      </button>
      <IconButton icon={view.pinned ? PinOff : Pin} label={pinWords} disabled={!canPin} onClick={onPin} />
    </li>
  );
}
