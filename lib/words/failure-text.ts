/** A failure as it is read now: what is so, what to do next. */
import type { Failure } from '../tickets/failure.ts';
import { type FailureSurroundings, type FailureWords, failureWords } from '../tickets/failure-words.ts';
import { clockTime } from './times.ts';
import { t } from './words.ts';

export interface FailureText extends Pick<FailureWords, 'step' | 'canCopy'> {
  title: string;
  body: string;
}

export function failureText(failure: Failure, around: Omit<FailureSurroundings, 'now' | 'timeOfDay'>): FailureText {
  const words = failureWords(failure, { ...around, now: Date.now(), timeOfDay: clockTime });
  const { title, titleFill = '', body, bodyFill = '', step, canCopy } = words;
  return { title: t(title, titleFill), body: t(body, bodyFill), step, canCopy };
}
