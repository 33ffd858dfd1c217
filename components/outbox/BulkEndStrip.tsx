/** How a bulk ended whose list is not on show, and the way there where something of it is to be looked at. */
import { CircleCheck, Info, TriangleAlert } from 'lucide';
import type { FollowedBulk } from '../../lib/tickets/bulk-follow.ts';
import { tallyOf } from '../../lib/tickets/bulk-result.ts';
import { bulkEndWords } from '../../lib/words/outbox-sayings.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Strip } from '../basic/Strip.tsx';
import { leaveFocus } from '../page/focus.ts';

export interface BulkEndStripProps {
  bulk: FollowedBulk;
  /** Shows its list; undefined where that is gone. */
  onShow: (() => void) | undefined;
}

export function BulkEndStrip({ bulk, onShow }: BulkEndStripProps) {
  const isWhole = !bulk.hasLeft && tallyOf(bulk.ends).cancelled === 0;
  const words = bulkEndWords(bulk);
  return (
    <Strip
      icon={bulk.hasLeft ? TriangleAlert : isWhole ? CircleCheck : Info}
      tone={bulk.hasLeft ? 'warning' : 'good'}
      actionsRef={leaveFocus}
      actions={
        bulk.hasLeft &&
        onShow && (
          <Button title={words} onClick={onShow}>
            {t('pageOfferShow')}
          </Button>
        )
      }
    >
      {words}
    </Strip>
  );
}
