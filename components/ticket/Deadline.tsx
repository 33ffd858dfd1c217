/** A deadline with the time left; overdue stands out in shape, word and colour. */
import { CircleAlert, Clock } from 'lucide';
import { useNow } from '../../lib/hooks/use-now.ts';
import { deadlineState } from '../../lib/tickets/deadline.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import { t } from '../../lib/words/words.ts';
import { Badge } from '../basic/Badge.tsx';
import { TimeText } from '../basic/TimeText.tsx';
import './deadline.css';

export interface DeadlineProps {
  ticket: Pick<Ticket, 'deadline' | 'status'>;
}

export function Deadline({ ticket }: DeadlineProps) {
  const state = deadlineState(ticket, useNow());
  if (state === 'none') return <>—</>;
  if (state === 'unknown' || state === 'past') return <TimeText at={ticket.deadline} as="date" />;
  return (
    <span class="deadline">
      <DeadlineBadge state={state} at={ticket.deadline} />
      <TimeText at={ticket.deadline} as="date" />
    </span>
  );
}

function DeadlineBadge({ state, at }: { state: 'overdue' | 'near' | 'far'; at: string | null }) {
  if (state === 'overdue') {
    return (
      <Badge tone="red" icon={CircleAlert}>
        {t('ticketOverdue')} <TimeText at={at} />
      </Badge>
    );
  }
  return (
    <Badge tone={state === 'near' ? 'amber' : 'grey'} icon={Clock}>
      <TimeText at={at} />
    </Badge>
  );
}
