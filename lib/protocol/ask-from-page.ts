/** How a content script speaks with the worker: the bare API of the browser, for the polyfill weighs too much there. */
import type { PageRequests } from './page-requests.ts';
import { type AnswerOf, fail, type InputOf, type Result } from './result.ts';

/** The part of the extension API that a content script needs; the same in Chromium and Firefox. */
interface PageApi {
  runtime?: {
    /** None when the extension was updated or removed under a running script. */
    id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    onMessage: { addListener(listener: MessageListener): void; removeListener(listener: MessageListener): void };
  };
  i18n: { getMessage(key: string): string };
  /** Chromium only. Firefox gives elements a property instead. */
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}

type MessageListener = (message: unknown, sender: unknown, answer: (value: unknown) => void) => void;

let api: PageApi | undefined;

/**
 * `browser` or `chrome`, whichever is the extension API. Where our first script in the first frame of a process comes
 * after the page's elements, Chromium 156 takes one with such an id for it, in our world too.
 */
export function pageApi(): PageApi {
  const { browser, chrome } = globalThis as { browser?: PageApi; chrome?: PageApi };
  api ??= [browser, chrome].find((each) => typeof each?.runtime?.sendMessage === 'function');
  if (api === undefined) throw new Error('No extension API');
  return api;
}

/** Asks the worker from a content script. Never throws: a worker that does not answer is the failure `internal`. */
export async function askFromPage<N extends keyof PageRequests>(
  name: N,
  ...input: InputOf<PageRequests[N]>
): Promise<Result<AnswerOf<PageRequests[N]>>> {
  try {
    const answer = await pageApi().runtime?.sendMessage({ name, input: input[0] });
    if (typeof answer === 'object' && answer !== null && 'ok' in answer)
      return answer as Result<AnswerOf<PageRequests[N]>>;
  } catch {
    // The worker could not be started, or the extension is gone.
  }
  return fail('internal');
}
