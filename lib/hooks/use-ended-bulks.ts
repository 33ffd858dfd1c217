/** The bulks that ended since the surface opened. */
import { useRef } from 'preact/hooks';
import { outbox, outcomes } from '../state/outbox.ts';
import { type FollowedBulk, type FollowedBulks, followBulks } from '../tickets/bulk-follow.ts';
import { useStoredFamily } from './use-stored.ts';

/** `shown`: the bulk whose result is on show. */
export function useEndedBulks(shown: string | null): FollowedBulk[] {
  const entries = useStoredFamily(outbox);
  const ended = useStoredFamily(outcomes);
  const known = useRef<FollowedBulks>(new Map());
  if (entries && ended) known.current = followBulks(known.current, entries, ended, { shown, now: Date.now() });
  return [...known.current.values()].filter(({ endedAt }) => endedAt !== null);
}
