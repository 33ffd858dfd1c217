/** The entries of the outbox, live, and what can be asked of one. */
import { useState } from 'preact/hooks';
import { askWorker } from '../protocol/ask.ts';
import { type DraftPlace, draftName } from '../state/drafts.ts';
import { outbox } from '../state/outbox.ts';
import type { Failure } from '../tickets/failure.ts';
import type { OutboxEntry } from '../tickets/outbox-entry.ts';
import { inOutboxOrder, type OutboxStep } from '../tickets/outbox-words.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import { useDesk } from './use-desk.ts';
import { useStoredFamily } from './use-stored.ts';

/** In the order they are shown; undefined until read. */
export function useOutbox(): OutboxEntry[] | undefined {
  const all = useStoredFamily(outbox);
  return all && inOutboxOrder(all.values());
}

/** Those of one ticket of the desk we are connected to; undefined until read. */
export function useOutboxOf(id: TicketId): OutboxEntry[] | undefined {
  const desk = useDesk();
  return useOutbox()?.filter(({ ticketId, origin }) => ticketId === id && origin === desk);
}

const REQUESTS = {
  undo: 'action.backToDraft',
  draft: 'action.backToDraft',
  sendNow: 'action.sendNow',
  sendAnyway: 'action.sendAnyway',
  retry: 'action.sendAgain',
  sendAgain: 'action.sendAgain',
  look: 'action.look',
  arrived: 'action.arrived',
  discard: 'action.discard',
} as const satisfies Record<OutboxStep, string>;

/** Where something was taken back in this window, and here alone: elsewhere nothing opens by it. Its id another draft may take up. */
const takenBackHere = new Set<string>();

/** Whether this window asked for what is given back into this draft, and has not shown it since. */
export function isTakenBackHere(draft: DraftPlace): boolean {
  return takenBackHere.has(draftName(draft));
}

/** Shown: taken back in another window later it opens nothing here. */
export function showTakenBack(draft: DraftPlace): void {
  takenBackHere.delete(draftName(draft));
}

export interface OutboxSteps {
  /** True when the worker did it. Of what is gone meanwhile nothing is said: the entry has left the list already. */
  take: (entry: OutboxEntry, step: OutboxStep) => Promise<boolean>;
  /** The step under way. */
  busy: OutboxStep | null;
  failure: Failure | null;
}

export function useOutboxSteps(): OutboxSteps {
  const [busy, setBusy] = useState<OutboxStep | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = async ({ id, origin, ticketId, action: { kind } }: OutboxEntry, step: OutboxStep) => {
    setBusy(step);
    const becomesDraft = (step === 'undo' || step === 'draft') && kind !== 'close';
    const draft = becomesDraft ? draftName({ origin, ticketId, kind }) : null;
    // Before the ask: the draft may be here before the answer.
    if (draft) takenBackHere.add(draft);
    const answer = await askWorker(REQUESTS[step], { id });
    setBusy(null);
    if (draft && !answer.ok) takenBackHere.delete(draft);
    setFailure(answer.ok || answer.failure.code === 'gone' ? null : answer.failure);
    return answer.ok;
  };
  return { take, busy, failure };
}
