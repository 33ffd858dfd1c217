/** How our own pages ask the worker. Content scripts have a way of their own: ask-from-page.ts. */
import { browser } from 'wxt/browser';
import type { PanelRequests } from './panel-requests.ts';
import { type AnswerOf, fail, type InputOf, type Result } from './result.ts';

/** What does no harm, however often it is asked: reads, the save of a draft, which its version guards, and a submit, of whose id the outbox makes one entry. */
const REPEATABLE: ReadonlySet<string> = new Set<keyof PanelRequests>([
  'ticket.refresh',
  'ticket.readRows',
  'ticket.list',
  'views.count',
  'data.export',
  'draft.save',
  'action.submit',
]);

/** Such is asked once more where the worker went before it had answered; of any other write nobody knows whether it was done. */
async function send(name: string, input: unknown): Promise<Result<unknown>> {
  const answer = (await sendOnce(name, input)) ?? (REPEATABLE.has(name) ? await sendOnce(name, input) : null);
  return answer ?? fail('internal');
}

/** Null where the worker went without an answer, or could not be started. */
async function sendOnce(name: string, input: unknown): Promise<Result<unknown> | null> {
  try {
    const answer: unknown = await browser.runtime.sendMessage({ name, input });
    return isResult(answer) ? answer : null;
  } catch {
    return null;
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
