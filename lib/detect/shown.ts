/** When a page is shown for the first time, and which part of it is in view. */

/** The element in the middle of the view. */
export function findView(): Element | undefined {
  return document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? undefined;
}

/** A page that was never shown is not read before it is. */
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
