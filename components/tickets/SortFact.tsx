/** What a list is sorted by, in its rows, where they do not show it anyway. */
import type { ComponentChildren } from 'preact';
import type { NamesState } from '../../lib/hooks/use-names.ts';
import type { SortField } from '../../lib/tickets/sort-tickets.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import { TimeText } from '../basic/TimeText.tsx';

export interface SortFactProps {
  ticket: Ticket;
  by: SortField;
  nameOf: NamesState['nameOf'];
}

/** Undefined where a row shows it already. */
export function SortFact({ ticket, by, nameOf }: SortFactProps) {
  switch (by) {
    case 'created':
      return <Fact value={<TimeText at={ticket.created} />} />;
    case 'updated':
      return <Fact value={<TimeText at={ticket.updated} />} />;
    case 'queue':
      return <Fact value={nameOf('queues', ticket.queue)} />;
    case 'topic':
      return <Fact value={nameOf('topics', ticket.topic)} />;
    case 'customer':
      return <Fact value={ticket.customer?.name ?? ticket.reportedBy ?? '—'} />;
    case 'group':
      return <Fact value={ticket.customer?.group ?? '—'} />;
    default:
      return undefined;
  }
}

function Fact({ value }: { value: ComponentChildren }) {
  return (
    <span class="row__fact listed__fact">
      <span class="row__name">{value}</span>
    </span>
  );
}
