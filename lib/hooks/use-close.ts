/** Closing a ticket by one click; it waits in the outbox for its undo time like every action. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TicketRecord } from '../state/tickets.ts';
import type { OutboxId } from '../tickets/actions.ts';
import type { Failure } from '../tickets/failure.ts';
import { needsAgent } from '../tickets/outbox-words.ts';
import { seenOf } from '../tickets/seen.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { useDesk } from './use-desk.ts';
import { useOutboxOf } from './use-outbox.ts';
import { useSubmit } from './use-submit.ts';

export interface CloseState {
  close: () => void;
  busy: boolean;
  failure: Failure | null;
}

export function useClose(ticketId: TicketId, record: TicketRecord | null): CloseState {
  // One id until the outbox has it, so that a second click is the same entry.
  const entryId = useRef<OutboxId | null>(null);
  const forget = () => {
    entryId.current = null;
  };
  const { submit, busy, failure } = useSubmit();
  const origin = useDesk();
  const entries = useOutboxOf(ticketId) ?? [];
  const isOnItsWay = entries.some((entry) => entry.id === entryId.current && !needsAgent(entry));
  // Its answer may have been lost: the next press, once it has ended, is another one.
  useLayoutEffect(() => (isOnItsWay ? forget : undefined), [isOnItsWay]);
  const close = async () => {
    if (!origin) return;
    entryId.current ??= crypto.randomUUID() as OutboxId;
    const id = entryId.current;
    const answer = await submit({ id, ticketId, origin, action: { kind: 'close' }, seen: seenOf(record) });
    if (answer?.ok || answer?.failure.code === 'gone') forget();
  };
  return { close: () => void close(), busy, failure };
}
