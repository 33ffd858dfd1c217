/** What the worker did not take while its ticket was out of sight: told once, where the agent is by then. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ActionKind } from '../tickets/actions.ts';
import type { Failure } from '../tickets/failure.ts';
import type { OutboxEntry } from '../tickets/outbox-entry.ts';
import { useShared } from './use-shared.ts';

interface Kind extends Pick<OutboxEntry, 'ticketId'> {
  action: { kind: ActionKind };
  /** What was not taken is the draft: it is not saved yet. */
  isDraft?: true;
}

export interface Refused extends Kind, Pick<OutboxEntry, 'origin'> {
  /** Of the entry; or the name of the draft. */
  id: string;
  failure: Failure;
  /** Whether what is to say so itself still stands, be it out of sight: it may be drawn anew as the answer comes. */
  isHeard: () => boolean;
}

/** Of each ticket and kind the latest, until it is on show or the outbox has it. */
let known: readonly Refused[] = [];
let tell: ((all: readonly Refused[]) => void) | undefined;
/** Those that stood where their ticket was not on show. */
const told = new WeakSet<Refused>();

function keep(all: readonly Refused[]): void {
  known = all;
  tell?.(all);
}

export function noteRefused(refused: Refused): void {
  keep([...withoutKind(refused), refused]);
}

/** A later try was taken, or what says so itself stands again. */
export function forgetRefused(taken: Kind): void {
  const rest = withoutKind(taken);
  if (rest.length < known.length) keep(rest);
}

function withoutKind({ ticketId, action, isDraft }: Kind): Refused[] {
  const isOther = (each: Kind) =>
    each.ticketId !== ticketId || each.action.kind !== action.kind || each.isDraft !== isDraft;
  return known.filter(isOther);
}

/** `shown`: the ticket on show. `isTaken`: true of what the outbox has after all, as where its answer was lost. */
export function useRefused(shown: string | null, isTaken: (id: string) => boolean): Refused[] {
  const all =
    useShared<readonly Refused[]>(noteRefused, (put) => {
      tell = put;
      put(known);
      return () => {
        tell = undefined;
      };
    }) ?? known;
  const isSaid = (each: Refused) => each.ticketId === shown && (told.has(each) || each.isHeard());
  const toTell = all.filter((each) => !isTaken(each.id) && !isSaid(each));
  useEffect(() => {
    for (const each of toTell) if (each.ticketId !== shown) told.add(each);
    // From what is known by now: another may have come since this was drawn.
    if (all.length !== toTell.length) keep(known.filter((each) => toTell.includes(each) || !all.includes(each)));
  });
  return toTell;
}

/** Whether what calls it still stands. */
export function useStands(): () => boolean {
  const stands = useRef(true);
  useLayoutEffect(
    () => () => {
      stands.current = false;
    },
    [],
  );
  return () => stands.current;
}
