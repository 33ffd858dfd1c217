/** A request to the worker with what a surface shows of it: under way, failed. */
import { useRef, useState } from 'preact/hooks';
import { askWorker } from '../protocol/ask.ts';
import type { PanelRequests } from '../protocol/panel-requests.ts';
import type { Result } from '../protocol/result.ts';
import type { Failure } from '../tickets/failure.ts';

type Asked<N extends keyof PanelRequests> = Parameters<typeof askWorker<N>>;
type Answered<N extends keyof PanelRequests> = ReturnType<typeof askWorker<N>>;

export interface RequestState<N extends keyof PanelRequests> {
  /** Asks; never throws. */
  ask: (...input: Asked<N> extends [N, ...infer I] ? I : never) => Answered<N>;
  busy: boolean;
  /** Of the latest ask that ended; null after a success and at first. */
  failure: Failure | null;
}

export function useRequest<N extends keyof PanelRequests>(name: N): RequestState<N> {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const latest = useRef(0);
  const ask = async (...input: unknown[]) => {
    latest.current += 1;
    const turn = latest.current;
    setBusy(true);
    const answer: Result<unknown> = await (askWorker as (...all: unknown[]) => Promise<Result<unknown>>)(
      name,
      ...input,
    );
    if (turn === latest.current) {
      setBusy(false);
      setFailure(answer.ok ? null : answer.failure);
    }
    return answer;
  };
  return { ask: ask as RequestState<N>['ask'], busy, failure };
}
