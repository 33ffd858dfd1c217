/** A list of tickets with what can be done to several of them at once. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useBulk } from '../../lib/hooks/use-bulk.ts';
import { useFocusBack } from '../../lib/hooks/use-focus-back.ts';
import { useRowClear } from '../../lib/hooks/use-row-clear.ts';
import { useSelection } from '../../lib/hooks/use-selection.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import { BULK_KINDS, type ReadTicket } from '../../lib/tickets/bulk.ts';
import type { Failure } from '../../lib/tickets/failure.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { FailureNote } from '../failure/FailureNote.tsx';
import { focusRow, focusShown, leaveFocus } from '../page/focus.ts';
import { BulkBar } from './BulkBar.tsx';
import { BulkComposer } from './BulkComposer.tsx';
import { BulkSummary } from './BulkSummary.tsx';
import { RowResult } from './RowResult.tsx';
import { RowUnread } from './RowUnread.tsx';
import { TicketList, type TicketListProps } from './TicketList.tsx';
import './bulk.css';

export type OnBulk = (bulkId: string | null) => void;

export interface BulkListProps extends Omit<TicketListProps, 'ticketOf' | 'selection' | 'isLocked' | 'resultOf'> {
  /** Rows can be checked, where the organisation allows it. Told which bulk's result stands in the list. */
  onBulk?: OnBulk;
  readOf: (id: TicketId) => ReadTicket | undefined;
  /** Why a ticket could not be read. */
  unreadOf?: (id: TicketId) => Failure | undefined;
  /** Why the list was not read: at its foot, so that no row moves under the pointer. */
  note?: ComponentChildren;
}

export function BulkList({ onBulk, readOf, unreadOf, note, ...rest }: BulkListProps) {
  const { allowBulk, allowedActions } = useSettings().settings;
  const kinds = onBulk && allowBulk ? BULK_KINDS.filter((kind) => allowedActions.includes(kind)) : [];
  const selection = useSelection(rest.ids);
  const bulk = useBulk();
  const { composer, result, isResultRead } = bulk;
  const refOf = useFocusBack(composer?.kind ?? null);
  const isOffered = kinds.length > 0;
  const isUnderWay = result !== null && result.tally.ended < result.tally.size;
  const box = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  useRowClear(box, foot);
  const shown = result?.bulkId ?? null;
  useEffect(() => {
    if (shown === null || !onBulk) return;
    onBulk(shown);
    return () => onBulk(null);
  }, [shown]);
  const isDoneWith = isResultRead && result !== null && selection.selected.length === 0;
  useEffect(() => {
    if (isDoneWith) bulk.forget();
  }, [isDoneWith]);
  /** What is below the list goes with the focus in it. */
  const clear = () => {
    selection.clear();
    setTimeout(focusShown);
  };
  const done = () => {
    bulk.forget();
    clear();
  };
  const selectUnsent = (unsent: TicketId[]) => {
    selection.only(unsent);
    bulk.goOn();
    const first = rest.ids.find((id) => unsent.includes(id));
    setTimeout(() => {
      if (first) focusRow(box.current, first);
      focusShown();
    });
  };
  return (
    <div class="bulk-list" ref={box}>
      <TicketList
        {...rest}
        ticketOf={(id) => readOf(id)?.ticket}
        selection={isOffered ? selection : undefined}
        isLocked={composer !== null || isUnderWay}
        resultOf={(id) => {
          const end = result?.ends.get(id);
          if (end && result) return <RowResult end={end} kind={result.kind} />;
          const failure = readOf(id) ? undefined : unreadOf?.(id);
          return failure && <RowUnread failure={failure} />;
        }}
      />
      <div class="bulk-list__foot" ref={foot}>
        {!composer && note && <div ref={leaveFocus}>{note}</div>}
        {isOffered && bulk.refused && (composer || selection.selected.length > 0) && (
          <div ref={leaveFocus}>
            <FailureNote failure={bulk.refused} />
          </div>
        )}
        {isOffered && composer && (
          <BulkComposer
            key={composer.kind}
            bulk={bulk}
            composer={composer}
            readOf={readOf}
            onClose={() => bulk.close()}
          />
        )}
        {isOffered && !composer && result && !isResultRead && !isUnderWay && (
          <BulkSummary result={result} onDone={done} onSelectUnsent={() => selectUnsent(result.tally.unsent)} />
        )}
        {isOffered && !composer && (!result || isResultRead) && selection.selected.length > 0 && (
          <BulkBar
            count={selection.selected.length}
            kinds={kinds}
            refOf={refOf}
            onOpen={(kind) => bulk.open(kind, selection.selected)}
            onClear={clear}
          />
        )}
      </div>
    </div>
  );
}
