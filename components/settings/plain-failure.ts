/** A failure as one text, title and next step. */
import type { Failure } from '../../lib/tickets/failure.ts';
import { failureWords } from '../../lib/tickets/failure-words.ts';
import { clockTime } from '../../lib/words/times.ts';
import { t } from '../../lib/words/words.ts';

export function plainFailure(failure: Failure): string {
  const words = failureWords(failure, { online: navigator.onLine, now: Date.now(), timeOfDay: clockTime });
  const title = t(words.title, words.titleFill ?? '');
  return `${title}${/[.?!]$/.test(title) ? '' : '.'} ${t(words.body, words.bodyFill ?? '')}`.trim();
}
