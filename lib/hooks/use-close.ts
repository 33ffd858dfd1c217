/** Closing a ticket by one click; it waits in the outbox for its undo time like every action. */
import { useRef } from 'preact/hooks';
import type { TicketRecord } from '../state/tickets.ts';
import type { OutboxId } from '../tickets/actions.ts';
import type { Failure } from '../tickets/failure.ts';
import { seenOf } from '../tickets/seen.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { useDesk } from './use-desk.ts';
import { useSubmit } from './use-submit.ts';

export interface CloseState {
  close: () => void;
  busy: boolean;
  failure: Failure | null;
}

export function useClose(ticketId: TicketId, record: TicketRecord | null): CloseState {
  // One id until the outbox has it, so that a second click is the same entry.
  const entryId = useRef<OutboxId | null>(null);
  const { submit, busy, failure } = useSubmit();
  const origin = useDesk();
  const close = async () => {
    if (!origin) return;
    entryId.current ??= crypto.randomUUID() as OutboxId;
    const id = entryId.current;
    if (await submit({ id, ticketId, origin, action: { kind: 'close' }, seen: seenOf(record) })) entryId.current = null;
  };
  return { close: () => void close(), busy, failure };
}
