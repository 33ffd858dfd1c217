/** The second of two clicks in a row is meant for what the first one met, not for what came in its place; so is a held Enter. */

const CONTROLS = 'button, a, summary, input[type="checkbox"], input[type="radio"], [role="option"]';

/** Chips move up as one is taken off, and the next is meant to go as well. */
const REPEATED = '.chip__remove';

/**
 * What came under the pointer by the first click does not take the second: not the next `Undo`, not the box below a list
 * that closed, not the form that moved up into the row of the one taken off. What the first click opened it does not close.
 * The focus stays where the first one put it. A held Enter goes on only in the text that it began in.
 */
export function guardSecondClicks(): void {
  let first: Element | null = null;
  let name: string | null = null;
  document.addEventListener(
    'mousedown',
    (event) => {
      if (event.detail < 2) {
        first = controlAt(event);
        name = first && nameOf(first);
      } else if (first) event.preventDefault();
    },
    true,
  );
  document.addEventListener(
    'click',
    (event) => {
      const control = controlAt(event);
      if (event.detail >= 2 && first && control && !isMeant(first, name, control)) stop(event);
    },
    true,
  );
  let pressed: EventTarget | null = null;
  document.addEventListener(
    'keydown',
    (event) => {
      if (!event.repeat) pressed = event.target;
      else if (event.key === 'Enter' && !(event.target === pressed && pressed instanceof HTMLTextAreaElement))
        stop(event);
    },
    true,
  );
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** `name`: the first one's by the first click; what bears another by now does another thing. */
function isMeant(first: Element, name: string | null, control: Element): boolean {
  if (first.matches(REPEATED) && control.matches(REPEATED)) return true;
  return first === control && !control.hasAttribute('aria-expanded') && nameOf(control) === name;
}

function nameOf(control: Element): string | null {
  return control.ariaLabel ?? control.textContent;
}

function controlAt({ target }: Event): Element | null {
  const at = target as Element;
  return at.closest('label')?.control ?? at.closest(CONTROLS);
}
