/** Why a ticket could not be read, in its row. */
import { CircleAlert } from 'lucide';
import { useOnline } from '../../lib/hooks/use-online.ts';
import type { Failure } from '../../lib/tickets/failure.ts';
import { failureWords } from '../../lib/tickets/failure-words.ts';
import { clockTime } from '../../lib/words/times.ts';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../basic/Icon.tsx';

export function RowUnread({ failure }: { failure: Failure }) {
  const online = useOnline();
  const { title, titleFill } = failureWords(failure, { online, now: Date.now(), timeOfDay: clockTime });
  const text = t(title, titleFill ?? '');
  return (
    <span class="row-result row-result--soft" title={text}>
      <Icon of={CircleAlert} size={14} />
      <span class="row__name">{text}</span>
    </span>
  );
}
