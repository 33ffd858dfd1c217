/** Tickets that must be read before something is done to them: how far that is, and what to do where it stops. */

import { useOnline } from '../../lib/hooks/use-online.ts';
import type { ReadsState } from '../../lib/hooks/use-reads.ts';
import { numberText } from '../../lib/words/times.ts';
import { t, tn } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Status } from '../basic/Status.tsx';
import { FailureNote } from '../failure/FailureNote.tsx';

export interface BulkReadsProps {
  total: number;
  reads: ReadsState;
  onLeaveOut: () => void;
}

export function BulkReads({ total, reads, onLeaveOut }: BulkReadsProps) {
  const { missing, isReading, failure } = reads;
  const isAway = !useOnline() && failure?.code === 'unreachable';
  if (missing.length === 0) return null;
  const done = total - missing.length;
  if (isReading) {
    return (
      <div class="bulk__reading">
        <Status>{t('bulkReading', numberText(done), numberText(total))}</Status>
        <progress aria-label={t('basicLoading')} value={done} max={total} />
      </div>
    );
  }
  return (
    <div class="bulk__unread">
      {failure && <FailureNote failure={failure} hasRead={false} />}
      {!isAway && <Status>{tn('bulkUnread', missing.length)}</Status>}
      <div class="bulk__buttons">
        <Button onClick={reads.again}>{t('bulkReadOn')}</Button>
        <Button onClick={onLeaveOut}>{t('bulkLeaveOut')}</Button>
      </div>
    </div>
  );
}
