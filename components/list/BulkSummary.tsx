/** How a bulk ended: how many are done, and what is left to look at. */
import { CircleAlert, CircleCheck, CircleMinus } from 'lucide';
import type { BulkState } from '../../lib/hooks/use-bulk.ts';
import { tallyWords } from '../../lib/words/outbox-sayings.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Icon } from '../basic/Icon.tsx';
import { Status } from '../basic/Status.tsx';

const ICONS = { warning: CircleAlert, soft: CircleMinus, good: CircleCheck };

export interface BulkSummaryProps {
  result: NonNullable<BulkState['result']>;
  onDone: () => void;
  /** Checks what can be done again. */
  onSelectUnsent: () => void;
}

export function BulkSummary({ result, onDone, onSelectUnsent }: BulkSummaryProps) {
  const { left, cancelled, unsent } = result.tally;
  const tone = left.length > 0 ? 'warning' : cancelled > 0 ? 'soft' : 'good';
  return (
    <section class="bulk" aria-label={t('bulkResult')}>
      <Status class={`bulk__count row-result--${tone}`}>
        <Icon of={ICONS[tone]} />
        {tallyWords(result.tally)}
      </Status>
      <div class="bulk__buttons">
        {unsent.length > 0 && <Button onClick={onSelectUnsent}>{t('bulkSelectUnsent')}</Button>}
        <Button look="primary" onClick={onDone}>
          {t('bulkDone')}
        </Button>
      </div>
    </section>
  );
}
