/** Over a ticket of the page: back to the list, the next and the previous one, and where it stands on the page. */
import { ArrowLeft, ChevronDown, ChevronUp, Crosshair } from 'lucide';
import { useState } from 'preact/hooks';
import { askWorker } from '../../lib/protocol/ask.ts';
import { neighbour } from '../../lib/tickets/follow-page.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { numberText } from '../../lib/words/times.ts';
import { t, tn } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { IconButton } from '../basic/IconButton.tsx';
import { Status } from '../basic/Status.tsx';
import { leaveFocus } from './focus.ts';

export interface PageBarProps {
  tabId: number;
  /** All tickets of the page, in its order; the one on show may be kept though it stands there no longer. */
  ids: TicketId[];
  id: TicketId;
  onChoose: (id: TicketId | null) => void;
}

export function PageBar({ tabId, ids, id, onChoose }: PageBarProps) {
  /** Asked for, and nowhere to be seen. */
  const [hidden, setHidden] = useState<TicketId | null>(null);
  const showMatch = (wanted: TicketId) => askWorker('tab.showMatch', { tabId, id: wanted });
  const showThis = async () => {
    setHidden(null);
    const answer = await showMatch(id);
    if (answer.ok && !answer.value.shown) setHidden(id);
  };
  const step = (by: 1 | -1) => {
    const next = neighbour(ids, id, by);
    if (next === null) return;
    setHidden(null);
    onChoose(next);
    void showMatch(next);
  };
  const at = ids.indexOf(id);
  const back = at < 0 ? t('panelBack') : tn('pageBackToList', ids.length);
  return (
    <>
      <div class="page-bar" ref={leaveFocus}>
        <Button look="quiet" icon={ArrowLeft} title={back} onClick={() => onChoose(null)}>
          {back}
        </Button>
        <span class="page-bar__end">
          {at >= 0 && (
            <span class="page-bar__place">{t('pagePlaceOf', numberText(at + 1), numberText(ids.length))}</span>
          )}
          <IconButton icon={ChevronUp} label={t('pagePrevious')} onClick={() => step(-1)} />
          <IconButton icon={ChevronDown} label={t('commandNextTicket')} onClick={() => step(1)} />
          {at >= 0 && (
            <IconButton
              icon={Crosshair}
              label={t('pageShowMatch')}
              buttonRef={leaveFocus}
              onClick={() => void showThis()}
            />
          )}
        </span>
      </div>
      {at >= 0 && hidden === id && <Status class="page-note">{t('pageMatchHidden')}</Status>}
    </>
  );
}
