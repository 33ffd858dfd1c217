/** Which ticket "On this page" shows as its tab's page changes. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Followed, followPage, type PagePlace } from '../tickets/follow-page.ts';
import type { TabPage } from '../tickets/page-state.ts';
import type { TicketId } from '../tickets/ticket-id.ts';
import type { Typing } from './use-typing.ts';

export interface Following extends Followed {
  chosen: TicketId | null;
  /** Shows a ticket of the page, or with null its list. */
  choose(id: TicketId | null): void;
  /** Shows what is offered. */
  takeOffer(): void;
}

/**
 * What was kept for a person who is at work in it gives way as soon as they are done. Each tab remembers its chosen
 * ticket; `left`: the one that was chosen before the surface was closed.
 */
export function useFollow(
  page: TabPage,
  typing: Pick<Typing<HTMLElement>, 'doing' | 'watch'>,
  left?: TicketId | null,
): Following {
  // Not of the tab that the agent is in by now: the page before is shown until the new one is known.
  const { tabId } = page;
  const [chosenByTab, setChosen] = useState<ReadonlyMap<number, TicketId>>(
    () => new Map(tabId !== null && left ? [[tabId, left]] : []),
  );
  const [, drawAgain] = useState(0);
  const shown = useRef<PagePlace | null>(null);
  const chosen = (tabId !== null && chosenByTab.get(tabId)) || null;
  const doing = typing.doing();
  const followed = followPage(shown.current, page, chosen, doing);
  useLayoutEffect(() => {
    shown.current = followed.place;
  });
  const isKept = followed.place.page !== page;
  const redraw = () => drawAgain((count) => count + 1);
  useEffect(() => (isKept ? typing.watch(doing, redraw) : undefined), [isKept, typing]);
  const choose = (id: TicketId | null) => {
    if (tabId === null) return;
    shown.current = null;
    setChosen((before) => withChosen(before, tabId, id));
  };
  const takeOffer = () => {
    // Else the list would give way to it again as soon as the page shows it.
    if (followed.offered?.kind === 'state') return choose(null);
    shown.current = null;
    redraw();
  };
  return { ...followed, chosen, choose, takeOffer };
}

function withChosen(before: ReadonlyMap<number, TicketId>, tabId: number, id: TicketId | null) {
  const after = new Map(before);
  if (id === null) after.delete(tabId);
  else after.set(tabId, id);
  return after;
}
