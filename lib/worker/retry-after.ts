/** How long the desk asks us to rest. */
import { MAX_REST_MS } from '../tickets/resting.ts';

/** When it asks for a pause but not for how long. */
const DEFAULT_REST_MS = 5_000;

/** `Retry-After` in seconds or as a date → epoch milliseconds; past, huge and junk are bounded, never believed. */
export function restUntil(header: string | null, now: number): number {
  const text = header?.trim() ?? '';
  const wished = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  const isJunk = Number.isNaN(wished) || /^-?[\d.]+$/.test(text) !== /^\d+$/.test(text);
  return now + Math.min(Math.max(isJunk ? DEFAULT_REST_MS : wished, 0), MAX_REST_MS);
}
