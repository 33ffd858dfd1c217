/** Hands an action to the outbox, once. */
import { useRef, useState } from 'preact/hooks';
import { askWorker } from '../protocol/ask.ts';
import type { Result } from '../protocol/result.ts';
import type { Action, OutboxId, Seen } from '../tickets/actions.ts';
import type { Failure } from '../tickets/failure.ts';
import type { TicketId } from '../tickets/ticket-id.ts';

export interface Submission {
  id: OutboxId;
  ticketId: TicketId;
  /** The desk it was written for. */
  origin: string;
  action: Action;
  seen: Seen;
}

export interface SubmitState {
  /** Whether the outbox has it; undefined where one before it is still under way. */
  submit: (submission: Submission) => Promise<Result<void> | undefined>;
  busy: boolean;
  failure: Failure | null;
}

export function useSubmit(): SubmitState {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const underWay = useRef(false);
  const submit = async (submission: Submission) => {
    if (underWay.current) return undefined;
    underWay.current = true;
    setBusy(true);
    const answer = await askWorker('action.submit', submission);
    underWay.current = false;
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    return answer;
  };
  return { submit, busy, failure };
}
