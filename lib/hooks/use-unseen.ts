/** What ended in a way that the agent must see: said until its ticket, or its list, was in front of them. */
import { useEffect, useRef } from 'preact/hooks';
import { askWorker } from '../protocol/ask.ts';
import { outcomes } from '../state/outbox.ts';
import type { OutboxId } from '../tickets/actions.ts';
import type { Outcome } from '../tickets/outbox-entry.ts';
import { isUnseen } from '../tickets/outbox-words.ts';
import { useDesk } from './use-desk.ts';
import { useStoredFamily } from './use-stored.ts';

export interface Unseen {
  /** Of the desk we are connected to, the newest first. */
  all: Outcome[];
  /** Puts it away, and of a bulk all that ended like it. */
  putAway: (outcome: Outcome) => void;
}

/**
 * What is on show is seen with the next click or key: on show it is behind a locked screen too. Not as the pointer goes
 * down: its strip would go, and what is pressed move away, before the click is whole.
 */
export function useUnseen(isOnShow: (outcome: Outcome) => boolean): Unseen {
  const known = useStoredFamily(outcomes);
  const desk = useDesk();
  const all = [...(known?.values() ?? [])].filter((outcome) => isUnseen(outcome) && outcome.origin === desk);
  all.sort((one, other) => other.at - one.at);
  const onShow = useRef<Outcome[]>([]);
  onShow.current = all.filter(isOnShow);
  useEffect(() => {
    const see = () => tellSeen(onShow.current);
    document.addEventListener('click', see, true);
    document.addEventListener('keydown', see, true);
    return () => {
      document.removeEventListener('click', see, true);
      document.removeEventListener('keydown', see, true);
    };
  }, []);
  return {
    all,
    putAway: ({ id, bulk }) => tellSeen(all.filter((one) => one.id === id || (bulk && one.bulk?.id === bulk.id))),
  };
}

/** Where it is not kept they stand on. */
function tellSeen(outcomes: readonly Outcome[]): void {
  const ids: OutboxId[] = outcomes.map(({ id }) => id);
  if (ids.length > 0) void askWorker('action.seen', { ids });
}
