/** Whether a desk that asked for a pause still rests. */

/** Nobody rests longer than this at one word of the desk (R12). */
export const MAX_REST_MS = 60_000;

/** True until then; not when it is further off than any rest, because the clock was put back. */
export function isResting(until: number, now: number): boolean {
  return until > now && until <= now + MAX_REST_MS;
}
