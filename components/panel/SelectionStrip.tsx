/** What was selected in a page for a note: shown until it is added to a ticket's, or dropped. */
import { TextQuote } from 'lucide';
import type { PageSelection } from '../../lib/tickets/page-selection.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Status } from '../basic/Status.tsx';
import { Strip } from '../basic/Strip.tsx';
import { leaveFocus } from '../page/focus.ts';
import './selection-strip.css';

/** So much is said and shown; all of it goes into the note. */
const SHOWN_CHARS = 300;

export interface SelectionStripProps {
  selection: PageSelection;
  /** Adds it to the note of the ticket that is shown; left out where none is. */
  onAdd?: () => void;
  onDrop: () => void;
}

export function SelectionStrip({ selection, onAdd, onDrop }: SelectionStripProps) {
  const { text, title, url } = selection;
  return (
    <Strip
      icon={TextQuote}
      actionsRef={leaveFocus}
      actions={
        <>
          {onAdd && (
            <Button look="primary" onClick={onAdd}>
              {t('selectionAdd')}
            </Button>
          )}
          <Button look="quiet" onClick={onDrop}>
            {t('basicDiscard')}
          </Button>
        </>
      }
    >
      <Status>
        <strong class="selection__from" title={title || url}>
          {t('selectionFrom', title || url)}
        </strong>
        <span class="selection__text">{text.trim().slice(0, SHOWN_CHARS)}</span>
        {!onAdd && <span>{t('selectionChoose')}</span>}
      </Status>
    </Strip>
  );
}
