/** What stands in a field and is no value yet, such as a date of which only the day is typed: nothing may go out without it. */
import type { Problem } from '../../lib/tickets/draft-check.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';

/** What is said of such a field, by the name it carries. */
const HALF_FILLED = {
  deadline: 'fieldHalfDate',
  minutes: 'composerBadMinutes',
  from: 'fieldHalfDate',
  to: 'fieldHalfDate',
} as const satisfies Record<string, MessageKey>;

export type HalfFilled = Partial<Record<keyof typeof HALF_FILLED, Problem>>;

/**
 * What was found in the fields of `form`, with its half-filled fields as problems more. The browser gives '' for such a
 * field, as for an empty one, and need not tell when one is typed: so this is to be asked with each press that sends.
 */
export function withHalfFilled<C extends { ok: boolean; problems?: object }>(
  checked: C,
  form: HTMLElement | null,
): C | { ok: false; problems: HalfFilled } {
  const half = Object.entries(HALF_FILLED).filter(
    ([name]) => form?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.validity.badInput,
  );
  if (half.length === 0) return checked;
  return {
    ok: false,
    problems: { ...checked.problems, ...Object.fromEntries(half.map(([name, key]) => [name, { key }])) },
  };
}
