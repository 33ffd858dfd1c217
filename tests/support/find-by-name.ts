/** Finds elements by role and accessible name in browsers that Playwright does not drive. */

/** A CSS selector, or what a person would say: `{ role: 'button', name: 'Connect' }`. */
export type Target = string | { role: Role; name: string };

export type Role =
  | 'button'
  | 'link'
  | 'textbox'
  | 'checkbox'
  | 'radio'
  | 'combobox'
  | 'heading'
  | 'listitem'
  | 'option';

const selectors: Record<Role, string> = {
  button: 'button, [role=button], input[type=submit], input[type=button]',
  link: 'a[href], [role=link]',
  textbox:
    'input:not([type]), input[type=text], input[type=search], input[type=password], input[type=url], textarea, [role=textbox], [role=searchbox]',
  checkbox: 'input[type=checkbox], [role=checkbox], [role=switch]',
  radio: 'input[type=radio], [role=radio]',
  combobox: 'select, [role=combobox]',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  listitem: 'li, [role=listitem]',
  option: 'option, [role=option]',
};

/**
 * The body of a function whose first argument is a target; it returns the first visible element that fits, or null.
 * Names are compared without regard to runs of white space; a name that only begins so counts when none is equal.
 */
export const findByName = `
  const target = arguments[0];
  const tidy = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
  const isShown = (element) => element.checkVisibility?.({ visibilityProperty: true }) !== false;
  const nameOf = (element) => tidy(
    element.getAttribute('aria-label')
    || (element.getAttribute('aria-labelledby') ?? '').split(/\\s+/).map((id) => id && document.getElementById(id)?.textContent).join(' ').trim()
    || [...(element.labels ?? [])].map((label) => label.textContent).join(' ')
    || (element.matches('input, textarea, select') ? element.value && element.matches('[type=submit], [type=button]') ? element.value : '' : element.textContent).trim()
    || element.getAttribute('title') || element.getAttribute('placeholder'));
  const found = (selector) => [...document.querySelectorAll(selector)].filter(isShown);
  if (typeof target === 'string') return found(target)[0] ?? null;
  const selectors = ${JSON.stringify(selectors)};
  const all = found(selectors[target.role]);
  return all.find((element) => nameOf(element) === tidy(target.name))
    ?? all.find((element) => nameOf(element).startsWith(tidy(target.name))) ?? null;
`;
