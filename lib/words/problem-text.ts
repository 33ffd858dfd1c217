/** What is wrong with a field of a composer, in words. */
import type { Problem } from '../tickets/draft-check.ts';
import { t } from './words.ts';

export function problemText(problem: Problem | undefined): string | undefined {
  return problem && t(problem.key, problem.fill ?? '');
}
