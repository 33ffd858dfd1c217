/** Several tickets on their way at once: undo while all are held, then how far it is, with a way to stop the rest. */
import { Clock, LoaderCircle } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useNow } from '../../lib/hooks/use-now.ts';
import { useOnline } from '../../lib/hooks/use-online.ts';
import { useRequest } from '../../lib/hooks/use-request.ts';
import type { BulkUnderWay } from '../../lib/tickets/bulk-result.ts';
import { failureText } from '../../lib/words/failure-text.ts';
import { commandKey, undoKey } from '../../lib/words/keys.ts';
import { numberText } from '../../lib/words/times.ts';
import { t, tn } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Status } from '../basic/Status.tsx';
import { Strip } from '../basic/Strip.tsx';
import { FailureNote } from '../failure/FailureNote.tsx';
import { leaveFocus } from '../page/focus.ts';
import { BULK_HELD, BULK_SENDING } from './bulk-strip-words.ts';

/** So long after the buttons of the undo went a press is meant for one of them. */
const MEANT_BEFORE_MS = 400;

export function BulkStrip({ bulk }: { bulk: BulkUnderWay }) {
  const now = useNow(250);
  const step = useRequest('action.stepMany');
  const online = useOnline();
  const { id: bulkId, held, size, ended, waiting, kind, failure } = bulk;
  const cancel = () => void step.ask({ bulkId, step: 'cancel' });
  const isHeld = held !== null && held.until > now;
  const changedAt = useRef(0);
  useLayoutEffect(() => {
    changedAt.current = performance.now();
  }, [isHeld]);
  const failed = step.failure && <FailureNote key="failed" failure={step.failure} />;
  // A key each: with its buttons the first strip goes, and gives the focus away.
  if (isHeld) {
    const leftMs = Math.max(0, held.until - Math.max(now, held.from));
    return (
      <>
        {failed}
        <Strip
          key="held"
          icon={Clock}
          left={leftMs / Math.max(1, held.until - held.from)}
          actionsRef={leaveFocus}
          actions={
            <>
              <Button look="primary" busy={step.busy} title={undoKey()} shortcut={commandKey('Z')} onClick={cancel}>
                {t('basicUndo')}
              </Button>
              <Button look="quiet" onClick={() => void step.ask({ bulkId, step: 'sendNow' })}>
                {t('outboxSendNow')}
              </Button>
            </>
          }
        >
          {tn(BULK_HELD[kind], size, numberText(Math.ceil(leftMs / 1000)))}
        </Strip>
      </>
    );
  }
  const cancelRest = () => performance.now() - changedAt.current > MEANT_BEFORE_MS && cancel();
  const why = failure && failureText(failure, { online });
  return (
    <>
      {failed}
      <Strip
        key="sending"
        icon={LoaderCircle}
        actionsRef={leaveFocus}
        actions={
          waiting > 0 && (
            <Button busy={step.busy} onClick={cancelRest}>
              {t('bulkCancelRest')}
            </Button>
          )
        }
      >
        <span class="bulk-strip__words">{t(BULK_SENDING[kind], numberText(ended), numberText(size))}</span>
        <progress class="bulk-strip__progress" aria-label={t('bulkProgress')} value={ended} max={size} />
        {why && <Status class="outbox-strip__more">{why.title}</Status>}
      </Strip>
    </>
  );
}
