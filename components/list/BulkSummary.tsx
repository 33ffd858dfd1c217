/** How a bulk ended: how many are done, and what is left to look at. */
import { CircleAlert, CircleCheck } from 'lucide';
import type { BulkState } from '../../lib/hooks/use-bulk.ts';
import { numberText } from '../../lib/words/times.ts';
import { t, tn } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Icon } from '../basic/Icon.tsx';

export interface BulkSummaryProps {
  result: NonNullable<BulkState['result']>;
  onDone: () => void;
  /** Checks what can be done again. */
  onSelectUnsent: () => void;
}

export function BulkSummary({ result, onDone, onSelectUnsent }: BulkSummaryProps) {
  const { size, done, left, unsent } = result.tally;
  return (
    <section class="bulk" aria-label={t('bulkResult')}>
      <p class={`bulk__count row-result--${left.length > 0 ? 'warning' : 'good'}`} role="status">
        <Icon of={left.length > 0 ? CircleAlert : CircleCheck} />
        {t('bulkDoneOf', numberText(done), numberText(size))}
        {left.length > 0 && ` ${tn('bulkLeft', left.length)}`}
      </p>
      <div class="bulk__buttons">
        {unsent.length > 0 && <Button onClick={onSelectUnsent}>{t('bulkSelectUnsent')}</Button>}
        <Button look="primary" onClick={onDone}>
          {t('bulkDone')}
        </Button>
      </div>
    </section>
  );
}
