/** What the outbox did not take while its ticket was out of sight: told once, where the agent is by then. */
import { useEffect } from 'preact/hooks';
import type { OutboxId } from '../tickets/actions.ts';
import type { Failure } from '../tickets/failure.ts';
import type { OutboxEntry } from '../tickets/outbox-entry.ts';
import { useShared } from './use-shared.ts';

export interface Refused extends Pick<OutboxEntry, 'id' | 'ticketId' | 'origin' | 'action'> {
  failure: Failure;
}

/** Of each ticket the latest, until it is on show or the outbox has it. */
let known: readonly Refused[] = [];
let tell: ((all: readonly Refused[]) => void) | undefined;

function keep(all: readonly Refused[]): void {
  known = all;
  tell?.(all);
}

export function noteRefused(refused: Refused): void {
  keep([...known.filter(({ ticketId }) => ticketId !== refused.ticketId), refused]);
}

/** `shown`: the ticket on show, which says so itself. `isTaken`: true of what the outbox has after all, as where its answer was lost. */
export function useRefused(shown: string | null, isTaken: (id: OutboxId) => boolean): Refused[] {
  const all = useShared<readonly Refused[]>(noteRefused, (put) => {
    tell = put;
    put(known);
    return () => {
      tell = undefined;
    };
  });
  const toTell = (all ?? []).filter(({ id, ticketId }) => ticketId !== shown && !isTaken(id));
  useEffect(() => {
    if (all && all.length !== toTell.length) keep(toTell);
  });
  return toTell;
}
