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

/** Resolves when there is something to look at. Most frames within pages are empty and stay so: they cost next to nothing. */
export function whenFilled(signal: AbortSignal): Promise<void> {
  if (isFilled()) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isFilled()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document, { childList: true, characterData: true, subtree: true });
    signal.addEventListener('abort', () => observer.disconnect());
  });
}

/** The page itself always counts: somebody has to say that it holds nothing. */
function isFilled(): boolean {
  const { body } = document;
  return (
    window === window.top || (body !== null && (body.firstElementChild !== null || /\S/.test(body.textContent ?? '')))
  );
}

/** Resolves when the page is shown. A page that was never shown is not read before it is. */
export function whenShown(signal: AbortSignal): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const look = () => {
      if (!document.hidden) resolve();
    };
    document.addEventListener('visibilitychange', look, { signal });
    signal.addEventListener('abort', () => resolve());
  });
}
