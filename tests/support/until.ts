/** Waits for a condition by asking for it again and again, for the tools that have no `expect.poll` of their own. */
import { setTimeout as wait } from 'node:timers/promises';

/** Asks every 50 ms until the answer is truthy; after `timeoutMs` throws an error that names `what` and the last failure. */
export async function until<T>(what: string, ask: () => Promise<T> | T, timeoutMs = 20_000): Promise<NonNullable<T>> {
  const end = performance.now() + timeoutMs;
  let lastFailure: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (failure) {
      lastFailure = failure;
    }
    if (performance.now() > end) throw new Error(`Waited ${timeoutMs} ms for ${what}.`, { cause: lastFailure });
    await wait(50);
  }
}
