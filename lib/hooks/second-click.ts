/** The second of two clicks in a row is meant for what the first one met, not for what came in its place; so is a held Enter. */

const CONTROLS = 'button, a, summary, input[type="checkbox"], input[type="radio"]';

/** Chips move up as one is taken off, and the next is meant to go as well. */
const REPEATED = '.chip__remove';

/**
 * What came under the pointer by the first click does not take the second: not the next `Undo`, not the box below a list
 * that closed. What the first click opened it does not close. The focus stays where the first one put it.
 */
export function guardSecondClicks(): void {
  let first: Element | null = null;
  document.addEventListener(
    'mousedown',
    (event) => {
      if (event.detail < 2) first = controlAt(event);
      else if (first) event.preventDefault();
    },
    true,
  );
  document.addEventListener(
    'click',
    (event) => {
      const control = controlAt(event);
      if (event.detail >= 2 && first && control && !isMeant(first, control)) stop(event);
    },
    true,
  );
  let pressed: EventTarget | null = null;
  document.addEventListener(
    'keydown',
    (event) => {
      if (!event.repeat) pressed = event.target;
      else if (event.key === 'Enter' && event.target !== pressed) stop(event);
    },
    true,
  );
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function isMeant(first: Element, control: Element): boolean {
  if (first === control) return !control.hasAttribute('aria-expanded');
  return first.matches(REPEATED) && control.matches(REPEATED);
}

function controlAt({ target }: Event): Element | null {
  const at = target as Element;
  return at.closest('label')?.control ?? at.closest(CONTROLS);
}
