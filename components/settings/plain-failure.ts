/** A failure as one text, title and next step. */
import type { Failure } from '../../lib/tickets/failure.ts';
import { failureText } from '../../lib/words/failure-text.ts';

export function plainFailure(failure: Failure): string {
  const { title, body } = failureText(failure, { online: navigator.onLine });
  return `${title}${/[.?!]$/.test(title) ? '' : '.'} ${body}`.trim();
}
