/** What of one ticket is on its way or was stopped, inside the ticket itself. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useFocusPassed } from '../../lib/hooks/use-focus-passed.ts';
import { useOutboxOf } from '../../lib/hooks/use-outbox.ts';
import { standsStill } from '../../lib/tickets/outbox-words.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { focusShown } from '../page/focus.ts';
import { OutboxCard } from './OutboxCard.tsx';

export interface TicketEntriesProps {
  id: TicketId;
  onOpen: (id: TicketId) => void;
}

export function TicketEntries({ id, onOpen }: TicketEntriesProps) {
  const entries = useOutboxOf(id)?.filter(({ state }) => state !== 'held');
  // The first button of another step may throw something away. What came back as a draft takes the focus first.
  const focus = useFocusPassed<HTMLDivElement>(() => void setTimeout(focusShown));
  useShowStopped(focus.ref, entries?.filter(standsStill).length);
  if (!entries || entries.length === 0) return null;
  return (
    <div class="ticket-entries" {...focus}>
      {entries.map((entry) => (
        <OutboxCard key={entry.id} entry={entry} onOpen={onOpen} inTicket />
      ))}
    </div>
  );
}

/** Shows what has just stopped to whoever has scrolled on, unless they are writing. `count` is undefined until read. */
function useShowStopped(box: RefObject<HTMLElement | null>, count: number | undefined): void {
  const before = useRef<number | undefined>(undefined);
  useEffect(() => {
    const isMore = count !== undefined && before.current !== undefined && count > before.current;
    before.current = count;
    if (isMore && !document.activeElement?.closest('form')) box.current?.scrollIntoView({ block: 'nearest' });
  }, [count]);
}
