/** Hands an action to the outbox, once. */
import { useRef, useState } from 'preact/hooks';
import { askWorker } from '../protocol/ask.ts';
import type { Result } from '../protocol/result.ts';
import type { Failure } from '../tickets/failure.ts';
import type { Submission } from '../tickets/outbox-entry.ts';
import { forgetRefused, noteRefused, useStands } from './use-refused.ts';

export interface SubmitState {
  /** Whether the outbox has it; undefined where one before it is still under way. */
  submit: (submission: Submission) => Promise<Result<void> | undefined>;
  busy: boolean;
  failure: Failure | null;
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
    const answer = await askWorker('action.submit', submission);
    underWay.current = false;
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) forgetRefused(submission);
    else noteRefused({ ...submission, failure: answer.failure, isHeard: isHeard ?? stands });
    return answer;
  };
  return { submit, busy, failure };
}
