/** Why a ticket could not be read, in its row. */
import { CircleAlert } from 'lucide';
import { useOnline } from '../../lib/hooks/use-online.ts';
import type { Failure } from '../../lib/tickets/failure.ts';
import { failureText } from '../../lib/words/failure-text.ts';
import { Icon } from '../basic/Icon.tsx';

export function RowUnread({ failure }: { failure: Failure }) {
  const { title } = failureText(failure, { online: useOnline() });
  return (
    <span class="row-result row-result--soft" title={title}>
      <Icon of={CircleAlert} size={14} />
      <span class="row__name">{title}</span>
    </span>
  );
}
