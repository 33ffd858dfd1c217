/** What was selected in a page of this window for a note, and the ticket whose note it goes into. */
import { useState } from 'preact/hooks';
import { askWorker } from '../protocol/ask.ts';
import { selections } from '../state/tabs.ts';
import { type PageSelection, quote } from '../tickets/page-selection.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { useStoredMember } from './use-stored.ts';

export interface SelectionState {
  /** Waits to be added; null or undefined: nothing does. */
  selection: PageSelection | null | undefined;
  addTo(id: TicketId): void;
  drop(): void;
  /** The quote that the ticket's note is to take up now. */
  quotedIn(id: TicketId): string | undefined;
  /** It stands in the note: only now is the selection dropped, so that it is always somewhere. */
  onQuoted(): void;
}

export function usePageSelection(windowId: number | null): SelectionState {
  const selection = useStoredMember(selections, windowId === null ? null : String(windowId));
  const [quoted, setQuoted] = useState<{ id: TicketId; text: string } | null>(null);
  const drop = () => windowId !== null && void askWorker('selection.drop', { windowId });
  return {
    selection,
    drop,
    addTo: (id) => selection && setQuoted({ id, text: quote(selection) }),
    quotedIn: (id) => (quoted?.id === id ? quoted.text : undefined),
    onQuoted() {
      setQuoted(null);
      drop();
    },
  };
}
