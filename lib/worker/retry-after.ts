/** How long the desk asks us to rest. */

/** Nobody rests longer than this at one word of the desk (R12). */
const MAX_REST_MS = 60_000;
/** When it asks for a pause but not for how long. */
const DEFAULT_REST_MS = 5_000;

/** True until then; not when it is further off than any rest, because the clock was put back. */
export function isResting(until: number, now: number): boolean {
  return until > now && until <= now + MAX_REST_MS;
}

/** `Retry-After` in seconds or as a date → epoch milliseconds; past, huge and junk are bounded, never believed. */
export function restUntil(header: string | null, now: number): number {
  const text = header?.trim() ?? '';
  const wished = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  const isJunk = Number.isNaN(wished) || /^-?[\d.]+$/.test(text) !== /^\d+$/.test(text);
  return now + Math.min(Math.max(isJunk ? DEFAULT_REST_MS : wished, 0), MAX_REST_MS);
}
