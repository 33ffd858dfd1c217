/** What the person sees of a page: the title, the middle of the view, and whether it is shown at all. */
import { findIds } from '../tickets/find-ids.ts';
import type { Patterns } from '../tickets/patterns.ts';
import type { TicketId } from '../tickets/ticket-id.ts';

/** The IDs in the title of the page itself; the titles of frames are not to be seen. */
export class TitleIds {
  ids: TicketId[] = [];
  #title = '';

  /** Reads the title as it is now. Returns whether its IDs changed. */
  read(patterns: Patterns): boolean {
    const title = window === window.top ? document.title : '';
    if (title === this.#title) return false;
    this.#title = title;
    const ids = findIds(title, patterns).map(({ id }) => id);
    const isNew = ids.join() !== this.ids.join();
    this.ids = ids;
    return isNew;
  }
}

/** The element in the middle of the view. */
export function findView(): Element | undefined {
  return document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? undefined;
}

/** Whether there is anything to look at. The page itself always counts: somebody has to say that it holds nothing. */
export function isFilled(): boolean {
  if (window === window.top) return true;
  // A question to the browser first: that it hands out its first element costs an empty frame as much as all else here.
  const filled = document.querySelector('body:not(:empty),:root:not(html,:empty)');
  return filled !== null && (filled.firstElementChild !== null || /\S/.test(filled.textContent ?? ''));
}

/** Calls back, once, when a frame is filled. The observer that waits for it is given back, to be disconnected. */
export function awaitFilled(then: () => void): MutationObserver {
  const observer = new MutationObserver(() => {
    if (!isFilled()) return;
    observer.disconnect();
    then();
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  return observer;
}

/** Resolves when the page is shown, or when the signal comes. A page that was never shown is not read before it is. */
export function whenShown(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.hidden && !signal.aborted) return;
      document.removeEventListener('visibilitychange', look);
      signal.removeEventListener('abort', look);
      resolve();
    };
    if (!document.hidden || signal.aborted) return resolve();
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look);
  });
}
