/** A list of tickets of any length: arrow keys walk it, rows can be checked, only those near the view are drawn. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useRowFocus } from '../../lib/hooks/use-row-focus.ts';
import { useRowWindow } from '../../lib/hooks/use-row-window.ts';
import type { SelectionState } from '../../lib/hooks/use-selection.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';
import { TicketRow } from '../page/TicketRow.tsx';
import { RowCheck } from './RowCheck.tsx';
import '../page/page.css';
import './ticket-list.css';

export interface TicketListProps {
  label: string;
  ids: TicketId[];
  ticketOf: (id: TicketId) => Ticket | undefined;
  onOpen: (id: TicketId) => void;
  /** Without it rows have no checkboxes. */
  selection?: SelectionState;
  /** What is checked stays as it is for now. */
  isLocked?: boolean;
  rowRef?: (element: Element | null) => void;
  resultOf?: (id: TicketId) => ComponentChildren;
  factOf?: (ticket: Ticket) => ComponentChildren;
}

export function TicketList(props: TicketListProps) {
  const { label, ids, ticketOf, onOpen, selection, isLocked, rowRef, resultOf, factOf } = props;
  const list = useRef<HTMLUListElement>(null);
  const rows = useRowWindow(list, ids.length);
  const focus = useRowFocus({ list, ids, selection: isLocked ? undefined : selection, show: rows.show });
  return (
    <ul
      ref={list}
      class={rows.isLong ? 'rows rows--long' : 'rows'}
      style={rows.isLong ? { blockSize: `${ids.length * rows.rowHeight}px` } : undefined}
      aria-label={label}
      aria-description={selection && t('listKeys')}
      onKeyDown={focus.onKeyDown}
      onKeyUp={focus.onKeyUp}
      onFocusIn={focus.onFocusIn}
      onFocusOut={focus.onFocusOut}
    >
      {drawn(rows.window, focus.at, ids.length).map((at) => {
        const id = ids[at] as TicketId;
        const ticket = ticketOf(id);
        const tabIndex = at === focus.at ? 0 : -1;
        return (
          <TicketRow
            key={id}
            id={id}
            ticket={ticket}
            onOpen={onOpen}
            rowRef={rowRef}
            tabIndex={tabIndex}
            place={rows.isLong ? { at: at + 1, of: ids.length, top: at * rows.rowHeight } : undefined}
            result={resultOf?.(id)}
            fact={ticket && factOf?.(ticket)}
            before={
              selection && <RowCheck id={id} selection={selection} isLocked={isLocked ?? false} tabIndex={tabIndex} />
            }
          />
        );
      })}
    </ul>
  );
}

/** The row that has the focus stays drawn, however far it is scrolled away. */
function drawn({ first, end }: { first: number; end: number }, focused: number, count: number): number[] {
  const rows = Array.from({ length: Math.max(Math.min(end, count) - first, 0) }, (_, at) => first + at);
  if (focused >= count || (focused >= first && focused < end)) return rows;
  return focused < first ? [focused, ...rows] : [...rows, focused];
}
