/** How a request is answered: a check of what came in, and a run. */
import type { GenericSchema } from 'valibot';
import { noInput } from '../protocol/checks.ts';
import type { PageRequests } from '../protocol/page-requests.ts';
import type { PanelRequests } from '../protocol/panel-requests.ts';
import type { AnswerOf, Result } from '../protocol/result.ts';
import type { PageAsker, Sender } from './sender.ts';

/** An answer to a request with input `I` and answer `A` for an asker `K`. */
export interface Answer<I, A, K> {
  /** `unknown` → a new object that fits, or a refusal. */
  readonly check: GenericSchema<unknown, I>;
  run(input: I, asker: K): Promise<Result<A>>;
}

type Input<M> = M extends (input: infer I) => unknown ? I : undefined;

/** A table that answers every request of `Requests`: a missing one does not compile. */
export type Answers<Requests, Asker> = {
  [N in keyof Requests]: Answer<
    Requests[N] extends () => unknown ? undefined : Input<Requests[N]>,
    AnswerOf<Requests[N]>,
    Asker
  >;
};

export type PanelAnswers = Answers<PanelRequests, Sender>;
export type PageAnswers = Answers<PageRequests, PageAsker>;

/** One row of an answer table. */
export function answer<I, A, K>(
  check: GenericSchema<unknown, I>,
  run: (input: I, asker: K) => Promise<Result<A>>,
): Answer<I, A, K> {
  return { check, run };
}

/** One row for a request without input. */
export function answerBare<A, K>(run: (asker: K) => Promise<Result<A>>): Answer<undefined, A, K> {
  return { check: noInput, run: (_none, asker) => run(asker) };
}
