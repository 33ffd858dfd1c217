/** How a bulk action on one ticket went, in its row. */
import {
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CircleMinus,
  Clock,
  Copy,
  GitBranch,
  type IconNode,
  LoaderCircle,
} from 'lucide';
import { useOnline } from '../../lib/hooks/use-online.ts';
import type { BulkKind } from '../../lib/tickets/bulk.ts';
import type { BulkEnd } from '../../lib/tickets/bulk-result.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import { BULK_DONE } from '../../lib/tickets/outbox-words.ts';
import { failureText } from '../../lib/words/failure-text.ts';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../basic/Icon.tsx';

type Look = { icon: IconNode; tone: 'soft' | 'good' | 'warning' | 'error'; word?: MessageKey };

const LOOKS: Record<BulkEnd['state'], Look> = {
  waiting: { icon: Clock, tone: 'soft', word: 'outboxQueued' },
  sending: { icon: LoaderCircle, tone: 'soft', word: 'outboxSending' },
  gone: { icon: CircleMinus, tone: 'soft', word: 'bulkEndCancelled' },
  unsayable: { icon: CircleAlert, tone: 'error', word: 'bulkEndUnsayable' },
  same: { icon: CircleCheck, tone: 'soft', word: 'bulkEndSame' },
  sent: { icon: CircleCheck, tone: 'good' },
  arrived: { icon: CircleCheck, tone: 'good' },
  differs: { icon: CircleAlert, tone: 'warning', word: 'bulkEndDiffers' },
  draft: { icon: CircleAlert, tone: 'warning', word: 'bulkEndDraft' },
  moved: { icon: GitBranch, tone: 'warning', word: 'bulkEndMoved' },
  unsure: { icon: CircleHelp, tone: 'warning', word: 'outboxUnsure' },
  twice: { icon: Copy, tone: 'error', word: 'outboxTwice' },
  failed: { icon: CircleAlert, tone: 'error', word: 'outboxFailed' },
  refused: { icon: CircleAlert, tone: 'error', word: 'outboxFailed' },
};

export function RowResult({ end, kind }: { end: BulkEnd; kind: BulkKind }) {
  const online = useOnline();
  const { icon, tone, word } = LOOKS[end.state];
  const failure = 'failure' in end ? end.failure : null;
  const why = failure ? failureText(failure, { online }).title : end.state === 'failed' && t('outboxLate');
  const text = [t(word ?? BULK_DONE[kind]), why].filter(Boolean).join(': ');
  return (
    <span class={`row-result row-result--${tone}`} title={text}>
      <Icon of={icon} size={14} />
      <span class="row__name">{text}</span>
    </span>
  );
}
