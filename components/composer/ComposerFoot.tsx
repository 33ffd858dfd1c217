/** The foot of a composer: what will happen in plain words, the button that does it, and discarding. */
import { Trash2 } from 'lucide';
import { useId, useState } from 'preact/hooks';
import type { Draft } from '../../lib/tickets/draft.ts';
import type { Failure } from '../../lib/tickets/failure.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import { commandKey, sendKey } from '../../lib/words/keys.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { takeFocus } from '../basic/take-focus.ts';
import { FailureNote } from '../failure/FailureNote.tsx';
import { COMPOSER_LOOKS } from './composer-looks.ts';
import { OutcomeLine } from './OutcomeLine.tsx';

export interface ComposerFootProps {
  draft: Draft;
  ticket: Ticket | null;
  isKept: boolean;
  busy: boolean;
  failure: Failure | null;
  onDiscard: () => void;
}

export function ComposerFoot({ draft, ticket, isKept, busy, failure, onDiscard }: ComposerFootProps) {
  const [asking, setAsking] = useState(false);
  const lineId = useId();
  return (
    <div class="composer__foot">
      <OutcomeLine id={lineId} draft={draft} ticket={ticket} />
      {failure && <FailureNote failure={failure} />}
      {asking ? (
        <div class="composer__buttons" role="alertdialog" aria-label={t('composerDiscardAsk')}>
          <span class="composer__ask">{t('composerDiscardAsk')}</span>
          <Button onClick={() => setAsking(false)} buttonRef={takeFocus}>
            {t('composerDiscardNo')}
          </Button>
          <Button look="danger" onClick={onDiscard}>
            {t('basicDiscard')}
          </Button>
        </div>
      ) : (
        <div class="composer__buttons">
          {isKept && (
            <Button look="quiet" icon={Trash2} onClick={() => setAsking(true)}>
              {t('composerDiscard')}
            </Button>
          )}
          <span class="composer__key">{sendKey()}</span>
          <Button look="primary" type="submit" busy={busy} describedBy={lineId} shortcut={commandKey('Enter')}>
            {t(COMPOSER_LOOKS[draft.kind].button)}
          </Button>
        </div>
      )}
    </div>
  );
}
