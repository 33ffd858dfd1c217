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
 * What was kept for a person who types gives way as soon as they are done. Each tab remembers its chosen ticket; `left`:
 * the one that was chosen before the surface was closed.
 */
export function useFollow(
  tabId: number | null,
  page: TabPage,
  typing: Pick<Typing<HTMLElement>, 'isTyping' | 'untilDone'>,
  left?: TicketId | null,
): Following {
  const [chosenByTab, setChosen] = useState<ReadonlyMap<number, TicketId>>(
    () => new Map(tabId !== null && left ? [[tabId, left]] : []),
  );
  const [, drawAgain] = useState(0);
  const shown = useRef<PagePlace | null>(null);
  const chosen = (tabId !== null && chosenByTab.get(tabId)) || null;
  const followed = followPage(shown.current, page, chosen, typing.isTyping());
  useLayoutEffect(() => {
    shown.current = followed.place;
  });
  const isKept = followed.place.page !== page;
  useEffect(() => (isKept ? typing.untilDone(() => drawAgain((count) => count + 1)) : undefined), [isKept, typing]);
  const takeOffer = () => {
    shown.current = null;
    drawAgain((count) => count + 1);
  };
  const choose = (id: TicketId | null) => {
    if (tabId === null) return;
    shown.current = null;
    setChosen((before) => withChosen(before, tabId, id));
  };
  return { ...followed, chosen, choose, takeOffer };
}

function withChosen(before: ReadonlyMap<number, TicketId>, tabId: number, id: TicketId | null) {
  const after = new Map(before);
  if (id === null) after.delete(tabId);
  else after.set(tabId, id);
  return after;
}
