/** What an answer of the desk means: for a read a failure or none, for a write sent, refused or open. */
import type { Result } from '../protocol/result.ts';
import type { Failure, FailureCode } from '../tickets/failure.ts';
import type { HttpAnswer } from './desk-http.ts';
import { restUntil } from './retry-after.ts';

/** How a write went. `open`: nobody knows whether the desk did it, so the log has to be looked at. */
export type WriteResult = { ok: true } | { ok: false; failure: Failure; outcome: 'not-sent' | 'refused' | 'open' };

/** Statuses in the 400s that do not say the desk refused. */
const OPEN_STATUS = [408, 425, 429];

/** What a status says; null for a 2xx. `forbidden` is the word for 403 and `unknown` for 404. */
function statusFailure(answer: HttpAnswer, now: number, forbidden: FailureCode): Failure | null {
  const { status, retryAfter } = answer;
  const isRest = status === 429 || (status === 503 && retryAfter !== null);
  if (isRest) return { code: 'resting', status, until: restUntil(retryAfter, now) };
  if (status >= 200 && status < 300) return null;
  return { code: codeOfStatus(status, forbidden), status };
}

function codeOfStatus(status: number, forbidden: FailureCode): FailureCode {
  if (status === 401) return 'key-refused';
  if (status === 403) return forbidden;
  if (status === 404) return 'not-found';
  if (status === 408 || status === 425 || status >= 500) return 'desk-error';
  return status >= 400 ? 'rejected' : 'bad-answer';
}

/** Why a read failed by its status; null when its body is worth reading. 403 is "not found, or not yours to see". */
export function readFailure(answer: HttpAnswer, now: number): Failure | null {
  return statusFailure(answer, now, 'not-found');
}

/** How a write that was sent went. */
export function writeVerdict(result: Result<HttpAnswer>, now: number): WriteResult {
  if (!result.ok) return { ok: false, failure: result.failure, outcome: 'open' };
  const answer = result.value;
  const failure = statusFailure(answer, now, 'not-allowed');
  if (failure) {
    const isRefused = answer.status >= 400 && answer.status < 500 && !OPEN_STATUS.includes(answer.status);
    return { ok: false, failure, outcome: isRefused ? 'refused' : 'open' };
  }
  const isUnderstood = answer.body.trim() === '' || isJson(answer.body);
  const odd: Failure = { code: 'bad-answer', status: answer.status };
  return isUnderstood ? { ok: true } : { ok: false, failure: odd, outcome: 'open' };
}

function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}
