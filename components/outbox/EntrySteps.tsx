/** What can be done with an entry; what risks a second message says so first. */
import { useState } from 'preact/hooks';
import { useFocusBack } from '../../lib/hooks/use-focus-back.ts';
import { useNow } from '../../lib/hooks/use-now.ts';
import { useOutboxSteps } from '../../lib/hooks/use-outbox.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import type { OutboxEntry } from '../../lib/tickets/outbox-entry.ts';
import { type OutboxStep, outboxSteps, WHAT } from '../../lib/tickets/outbox-words.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { clockOrDay } from '../../lib/words/times.ts';
import { t } from '../../lib/words/words.ts';
import { Button, type ButtonProps } from '../basic/Button.tsx';
import { takeFocus } from '../basic/take-focus.ts';
import { FailureNote } from '../failure/FailureNote.tsx';

const WORDS: Record<OutboxStep, MessageKey> = {
  undo: 'basicUndo',
  sendNow: 'outboxSendNow',
  sendAnyway: 'outboxSendAnyway',
  retry: 'outboxRetry',
  look: 'outboxLookAgain',
  arrived: 'outboxArrived',
  sendAgain: 'outboxSendAgain',
  draft: 'outboxBackToDraft',
  discard: 'basicDiscard',
};

/** Steps that are asked about once, and what is asked. */
const ASKED: Partial<Record<OutboxStep, MessageKey>> = { sendAgain: 'outboxSendAgainAsk', discard: 'outboxDiscardAsk' };

const LOOKS: Partial<Record<OutboxStep, ButtonProps['look']>> = { discard: 'quiet', undo: 'primary' };

/** The first step helps most, unless it is the only one and throws something away. */
function lookOf(step: OutboxStep, index: number, count: number): ButtonProps['look'] {
  if (count === 1) return 'plain';
  return LOOKS[step] ?? (index === 0 ? 'primary' : 'plain');
}

export interface EntryStepsProps {
  entry: OutboxEntry;
  /** For another desk than the one we are connected to. */
  isElsewhere: boolean;
  onOpen: (id: TicketId) => void;
}

export function EntrySteps({ entry, isElsewhere, onOpen }: EntryStepsProps) {
  const { take, busy, failure } = useOutboxSteps();
  const [asking, setAsking] = useState<OutboxStep | null>(null);
  const steps = outboxSteps(entry, isElsewhere);
  const refOf = useFocusBack(asking);
  const question = asking && steps.includes(asking) ? ASKED[asking] : undefined;
  const act = async (step: OutboxStep) => {
    setAsking(null);
    const isDone = await take(entry, step);
    if (isDone && (step === 'undo' || step === 'draft')) onOpen(entry.ticketId);
  };
  if (steps.length === 0) return null;
  const what = t(WHAT[entry.action.kind], entry.ticketId);
  return (
    <div class="outbox-card__steps">
      {failure && <FailureNote failure={failure} />}
      {entry.state === 'twice' && (
        <p class="outbox-card__looked" role="status">
          {busy === 'look' ? t('outboxLooking') : entry.lookedAgain && <Looked {...entry.lookedAgain} />}
        </p>
      )}
      {asking && question ? (
        <fieldset class="outbox-card__buttons" aria-label={`${t(WORDS[asking])}: ${what}`}>
          <p class="outbox-card__ask">{t(question)}</p>
          <Button buttonRef={takeFocus} onClick={() => setAsking(null)}>
            {t('basicCancel')}
          </Button>
          <Button look="danger" busy={busy === asking} onClick={() => void act(asking)}>
            {t(WORDS[asking])}
          </Button>
        </fieldset>
      ) : (
        <div class="outbox-card__buttons">
          {steps.map((step, index) => (
            <Button
              key={step}
              look={lookOf(step, index, steps.length)}
              busy={busy === step}
              title={what}
              buttonRef={refOf(step)}
              onClick={() => (ASKED[step] ? setAsking(step) : void act(step))}
            >
              {t(WORDS[step])}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** The words stand until the next look, which may be days away. */
function Looked({ at, isTwice }: NonNullable<OutboxEntry['lookedAgain']>) {
  return t(isTwice ? 'outboxTwiceStill' : 'outboxTwiceGone', clockOrDay(at, useNow()));
}
