/** Hands an action to the outbox, once. */
import { useRef, useState } from 'preact/hooks';
import { askWorker } from '../protocol/ask.ts';
import { ok, type Result } from '../protocol/result.ts';
import { outbox, outcomes } from '../state/outbox.ts';
import type { Failure } from '../tickets/failure.ts';
import type { Submission } from '../tickets/outbox-entry.ts';
import { forgetRefused, noteRefused, useStands } from './use-refused.ts';

export interface SubmitState {
  /** Whether the outbox has it; undefined where one before it is still under way. */
  submit: (submission: Submission) => Promise<Result<void> | undefined>;
  busy: boolean;
  failure: Failure | null;
}

/** Where the answer was lost the outbox may have it all the same. */
async function ask(submission: Submission): Promise<Result<void>> {
  const { id } = submission;
  const answer = await askWorker('action.submit', submission);
  if (answer.ok || answer.failure.code !== 'internal') return answer;
  const isTaken = (await outbox.item(id).read()) ?? (await outcomes.item(id).read());
  return isTaken ? ok(undefined) : answer;
}

/** `isHeard`: whether what says why it was not taken still stands; unless told, what calls this does. */
export function useSubmit(isHeard?: () => boolean): SubmitState {
  const stands = useStands();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const underWay = useRef(false);
  const submit = async (submission: Submission) => {
    if (underWay.current) return undefined;
    underWay.current = true;
    setBusy(true);
    const answer = await ask(submission);
    underWay.current = false;
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) forgetRefused(submission);
    else noteRefused({ ...submission, failure: answer.failure, isHeard: isHeard ?? stands });
    return answer;
  };
  return { submit, busy, failure };
}
