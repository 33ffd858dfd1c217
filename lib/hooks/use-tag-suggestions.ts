/** Tags seen before, for those who add one. */

import { tickets } from '../state/tickets.ts';
import { suggestTags } from '../tickets/tag-changes.ts';
import { useStoredFamily } from './use-stored.ts';

/** The most used first, without those that are wished already. */
export function useTagSuggestions(wished: string[]): string[] {
  const records = useStoredFamily(tickets);
  const seen = [...(records?.values() ?? [])].map(({ ticket }) => ticket.tags);
  return suggestTags(seen, wished);
}
