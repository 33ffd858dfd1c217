/** Gives the focus to what has just appeared, once. */

/**
 * Goes on it as its `ref`. One function for all drawings: a new one in each would be called again in each, and take the
 * focus from where the agent types by then.
 */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
