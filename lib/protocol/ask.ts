/** How our own pages ask the worker. Content scripts have a way of their own: ask-from-page.ts. */
import { browser } from 'wxt/browser';
import type { PanelRequests } from './panel-requests.ts';
import { type AnswerOf, fail, type InputOf, type Result } from './result.ts';

async function send(name: string, input: unknown): Promise<Result<unknown>> {
  try {
    const answer: unknown = await browser.runtime.sendMessage({ name, input });
    return isResult(answer) ? answer : fail('internal');
  } catch {
    return fail('internal');
  }
}

function isResult(answer: unknown): answer is Result<unknown> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}

/** Asks the worker from one of our own pages. Never throws: a worker that does not answer is the failure `internal`. */
export function askWorker<N extends keyof PanelRequests>(
  name: N,
  ...input: InputOf<PanelRequests[N]>
): Promise<Result<AnswerOf<PanelRequests[N]>>> {
  return send(name, input[0]) as Promise<Result<AnswerOf<PanelRequests[N]>>>;
}
