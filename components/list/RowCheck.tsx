/** The checkbox of a row. */
import type { SelectionState } from '../../lib/hooks/use-selection.ts';
import type { TicketId } from '../../lib/tickets/ticket-id.ts';
import { t } from '../../lib/words/words.ts';

export interface RowCheckProps {
  id: TicketId;
  selection: SelectionState;
  isLocked: boolean;
  tabIndex: number;
}

export function RowCheck({ id, selection, isLocked, tabIndex }: RowCheckProps) {
  return (
    <label class="check row-check">
      <input
        class="check__box"
        type="checkbox"
        aria-label={t('listSelect', id)}
        checked={selection.isSelected(id)}
        disabled={isLocked}
        tabIndex={tabIndex}
        onClick={(event) => {
          if (event.shiftKey) selection.rangeTo(id);
          else selection.toggle(id);
        }}
      />
    </label>
  );
}
